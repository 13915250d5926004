package penumbra.edit.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Target;
import penumbra.model.Visibility;

class LookSampleTest {

    private static final Size SIZE = new Size(1280, 1024);

    private static Target plate(double x, double y, double bar) {
        return new Target(
                UUID.nameUUIDFromBytes((x + " " + y + " " + bar).getBytes()),
                3,
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x, y + bar),
                        Keypoint.visible(x + 2.4 * bar, y + bar),
                        Keypoint.visible(x + 2.4 * bar, y)),
                Optional.empty(),
                "Ada");
    }

    private static LabelledImage image(long id, Target... targets) {
        return new LabelledImage(id, id + ".png", SIZE, List.of(targets), LabelState.LABELLED, "");
    }

    /// 90 small plates for every large one.
    private static List<LabelledImage> mostlySmall() {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 180; i++) {
            images.add(image(i + 1, plate(300, 300, 8)));
        }
        images.add(image(181, plate(300, 300, 64)));
        images.add(image(182, plate(300, 310, 64)));
        return images;
    }

    private static List<UUID> ids(LookSample sample) {
        return sample.tasks().stream().map(t -> t.first().id()).toList();
    }

    @Test
    void theSameSeedDrawsTheSamePlatesAndAnotherSeedOthers() {
        List<LabelledImage> images = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            images.add(image(i + 1, plate(200 + i, 300, 8 + i)));
        }
        LookSample one = LookSample.draw(images, Set.of(), 20, 1);
        assertThat(LookSample.draw(images, Set.of(), 20, 1)).isEqualTo(one);
        assertThat(ids(LookSample.draw(images, Set.of(), 20, 2))).isNotEqualTo(ids(one));
        assertThat(one.tasks()).hasSize(20);
        assertThat(one.eligible()).isEqualTo(60);
        assertThat(ids(one)).doesNotHaveDuplicates();
    }

    @Test
    void rareSizesAreDrawnAsOftenAsCommonOnes() {
        LookSample sample = LookSample.draw(mostlySmall(), Set.of(), 4, 7);
        assertThat(sample.tasks())
                .filteredOn(t -> t.imageId() > 180)
                .as("both large plates among four, though they are 1 %")
                .hasSize(2);
    }

    @Test
    void whatCannotBeAskedForIsCountedAndLeftOut() {
        Target looked = plate(300, 300, 20);
        Target outside = plate(-3, 300, 20);
        Target whole = plate(300, 600, 20);
        List<Keypoint> points = new ArrayList<>(whole.keypoints());
        points.set(2, new Keypoint(points.get(2).at(), Visibility.UNLABELLED));
        Target partial = whole.withKeypoints(points);
        Target near = plate(600, 600, 20);
        Target nearer = plate(655, 600, 20);
        LookSample sample =
                LookSample.draw(
                        List.of(
                                image(1, looked),
                                image(2, outside),
                                image(3, partial),
                                image(4, near, nearer),
                                image(5, plate(500, 500, 20))),
                        Set.of(looked.id()),
                        10,
                        3);
        assertThat(sample.looked()).isEqualTo(1);
        assertThat(sample.partial()).isEqualTo(2);
        assertThat(sample.crowded()).isEqualTo(2);
        assertThat(sample.tasks()).extracting(LookTask::imageId).containsExactly(5L);
    }

    @Test
    void theRegionHoldsThePlateWithRoomAndNoOtherPlate() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            Target plate =
                    plate(random.nextDouble(100, 900), random.nextDouble(100, 900), 6 + i % 60);
            Target other =
                    plate(random.nextDouble(0, 1100), random.nextDouble(0, 1000), 6 + i % 40);
            Box hull = plate.extent().orElseThrow();
            Optional<Box> region = Neighbourhood.of(plate, image(1, plate, other), random);
            region.ifPresent(r -> {
                double room = 0.29 * Math.max(hull.width(), hull.height());
                assertThat(hull.x() - r.x()).isGreaterThan(room);
                assertThat(hull.y() - r.y()).isGreaterThan(room);
                assertThat(r.right() - hull.right()).isGreaterThan(room);
                assertThat(r.bottom() - hull.bottom()).isGreaterThan(room);
                assertThat(r.intersection(other.extent().orElseThrow())).isEmpty();
            });
        }
    }

    /// The share of the free room that lies to the left is even over 0 to 1: mean 1/2 and deviation
    /// 0.289, so that the frame's middle tells nothing within that room; its size varies as well.
    @Test
    void neitherMiddleNorSidesOfTheRegionTellWhereThePlateIs() {
        Random random = new Random(5);
        Target plate = plate(400, 400, 20);
        Box hull = plate.extent().orElseThrow();
        int n = 4000;
        double[] left = new double[n];
        double[] top = new double[n];
        double[] width = new double[n];
        for (int i = 0; i < n; i++) {
            Box r = Neighbourhood.of(plate, image(1, plate), random).orElseThrow();
            double margin = 0.3 * hull.width();
            left[i] = (hull.x() - margin - r.x()) / (r.width() - hull.width() - 2 * margin);
            top[i] = (hull.y() - margin - r.y()) / (r.height() - hull.height() - 2 * margin);
            width[i] = r.width() / hull.width();
        }
        double error = 4 * 0.289 / Math.sqrt(n);
        assertThat(mean(left)).isCloseTo(0.5, within(error));
        assertThat(mean(top)).isCloseTo(0.5, within(error));
        assertThat(deviation(left)).isCloseTo(0.289, within(0.01));
        assertThat(deviation(top)).isCloseTo(0.289, within(0.01));
        assertThat(deviation(width)).isCloseTo((4.5 - 2.4) / Math.sqrt(12), within(0.02));
    }

    /// In hand-labelled pictures of a match, plates of one robot lie side by side: most can be
    /// asked for all the same.
    @Test
    void mostPlatesOfARealMatchCanBeAskedFor() throws IOException {
        Path folder = Shared.folder("data/real/low_exposure_arena/labels");
        List<LabelledImage> images = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                images.add(image(images.size() + 1, plates(file)));
            }
        }
        LookSample sample = LookSample.draw(images, Set.of(), 200, 1);
        int all = sample.eligible() + sample.partial() + sample.crowded();
        assertThat(all).isEqualTo(105);
        assertThat(sample.partial()).as("cut by the border").isEqualTo(1);
        assertThat(sample.eligible()).isGreaterThanOrEqualTo(90);
        assertThat(sample.tasks()).hasSize(sample.eligible());
    }

    private static Target[] plates(Path file) throws IOException {
        List<Target> plates = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 9) {
                List<Keypoint> points = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    points.add(
                            Keypoint.visible(
                                    SIZE.width() * Double.parseDouble(words[1 + 2 * k]),
                                    SIZE.height() * Double.parseDouble(words[2 + 2 * k])));
                }
                plates.add(new Target(UUID.randomUUID(), 0, points, Optional.empty(), ""));
            }
        }
        return plates.toArray(Target[]::new);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double v : values) {
            sum += (v - mean) * (v - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
