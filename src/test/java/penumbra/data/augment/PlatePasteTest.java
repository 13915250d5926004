package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

class PlatePasteTest {

    private static final int WIDTH = 200;
    private static final int HEIGHT = 150;

    /// A plate of random place and size, with a fifth keypoint somewhere in it.
    private static InputLabel plate(RandomGenerator random) {
        double width = random.nextDouble(8, 40);
        double height = random.nextDouble(5, 20);
        double x = random.nextDouble(30, WIDTH - 30 - width);
        double y = random.nextDouble(30, HEIGHT - 30 - height);
        List<Keypoint> points = new ArrayList<>(Pictures.plate(7, x, y, width, height).keypoints());
        points.add(
                Keypoint.visible(
                        x + random.nextDouble() * width, y + random.nextDouble() * height));
        return new InputLabel(7, new Box(x, y, width, height), points, points, 0.5);
    }

    private static Sample random(RandomGenerator random, int labels) {
        List<InputLabel> all = new ArrayList<>();
        for (int i = 0; i < labels; i++) {
            all.add(
                    Pictures.plate(
                            i,
                            random.nextDouble(0, 160),
                            random.nextDouble(0, 120),
                            random.nextDouble(4, 40),
                            random.nextDouble(4, 25)));
        }
        return new Sample(Pictures.plain(WIDTH, HEIGHT, 0x0A0A0A), all, Pictures.ORIGIN);
    }

    /// The plates that are added to those of a sample.
    private static List<InputLabel> added(Sample before, Sample after) {
        assertThat(after.labels().subList(0, before.labels().size())).isEqualTo(before.labels());
        return after.labels().subList(before.labels().size(), after.labels().size());
    }

    @Test
    void allOfALabelGoesThroughOneHomography() {
        SplittableRandom random = new SplittableRandom(1);
        int pasted = 0;
        for (int i = 0; i < 200; i++) {
            Sample sample = random(random, 1);
            InputLabel label = plate(random);
            PlateCut cut = new PlateCut(Pictures.plain(WIDTH, HEIGHT, 0x202020), label);

            for (InputLabel there :
                    added(
                            sample,
                            new PlatePaste(0.7).apply(sample, _ -> Optional.of(cut), random))) {
                Homography map = Homography.between(corners(label), corners(there)).orElseThrow();
                Point fifth = map.map(label.keypoints().get(4).at()).orElseThrow();
                assertThat(there.keypoints().get(4).at().distance(fifth)).isLessThan(1e-9);
                assertThat(there.classIndex()).isEqualTo(7);
                assertThat(there.annotated()).isEqualTo(there.keypoints());
                Box hull = Box.hull(corners(there).corners()).orElseThrow();
                assertThat(there.box().x()).isEqualTo(hull.x());
                assertThat(there.box().bottom()).isEqualTo(hull.bottom());
                // It grew as much as the box that upright plates fill.
                double grown = Math.sqrt(there.box().area() / label.box().area());
                assertThat(there.zoom()).isEqualTo(0.5 * grown);
                pasted++;
            }
        }
        assertThat(pasted).isGreaterThan(150);
    }

    private static Quad corners(InputLabel label) {
        return Quad.of(label.keypoints().subList(0, 4).stream().map(Keypoint::at).toList());
    }

    @Test
    void aPasteNeverTouchesThePixelsOfAnotherPlateOrItsBody() {
        SplittableRandom random = new SplittableRandom(2);
        RgbImage white = Pictures.plain(WIDTH, HEIGHT, 0xFFFFFF);
        int pasted = 0;
        for (int i = 0; i < 300; i++) {
            Sample sample = random(random, 1 + i % 6);
            InputLabel label = plate(random);

            Sample after =
                    new PlatePaste(0.8)
                            .apply(sample, _ -> Optional.of(new PlateCut(white, label)), random);

            pasted += added(sample, after).size();
            for (InputLabel old : sample.labels()) {
                assertUntouched(after.image(), Surroundings.of(old).body());
            }
            List<InputLabel> all = after.labels();
            for (InputLabel there : added(sample, after)) {
                assertThat(
                                all.stream()
                                        .filter(other -> other != there)
                                        .noneMatch(other ->
                                                Surroundings.of(other)
                                                        .body()
                                                        .intersection(there.box())
                                                        .isPresent()))
                        .isTrue();
                assertThat(PlateCut.isWithin(there.box(), new Size(WIDTH, HEIGHT))).isTrue();
            }
        }
        assertThat(pasted).isGreaterThan(100);
    }

    private static void assertUntouched(RgbImage image, Box box) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (x >= box.x() && x + 1 <= box.right() && y >= box.y() && y + 1 <= box.bottom()) {
                    assertThat(image.rgb()[y * WIDTH + x]).isEqualTo(0x0A0A0A);
                }
            }
        }
    }

    @Test
    void theLightOfAPlateIsWhereItsLabelIs() {
        SplittableRandom random = new SplittableRandom(3);
        int found = 0;
        for (int i = 0; i < 60; i++) {
            InputLabel label = Pictures.plate(0, 60 + i % 7 * 0.3, 50 + i % 5 * 0.4, 40, 18);
            RgbImage lit =
                    Pictures.withSpots(
                            Pictures.plain(WIDTH, HEIGHT, 0x0A0A0A),
                            Pictures.points(List.of(label)));
            Sample sample = random(random, 0);

            Sample after =
                    new PlatePaste(0.6)
                            .apply(sample, _ -> Optional.of(new PlateCut(lit, label)), random);

            for (Point point : Pictures.points(added(sample, after))) {
                assertThat(Pictures.brightest(after.image(), point).distance(point)).isLessThan(1);
                found++;
            }
        }
        assertThat(found).isGreaterThan(60);
    }

    @Test
    void theBodyHidesTheHaloShinesAndTheDarkAroundHidesNothing() {
        InputLabel label = Pictures.plate(0, 60, 50, 40, 20);
        Homography same =
                Homography.between(Quad.of(label.box()), Quad.of(label.box())).orElseThrow();
        RgbImage dark = Pictures.plain(WIDTH, HEIGHT, 0x050505);
        RgbImage grey = Pictures.plain(WIDTH, HEIGHT, 0x505050);

        RgbImage darkOnGrey = PastedLight.paste(grey, new PlateCut(dark, label), same);
        RgbImage greyOnDark = PastedLight.paste(dark, new PlateCut(grey, label), same);

        // A unit is 20 px: the body is whole up to 10 px above the box, and ends at 16 px.
        assertThat(darkOnGrey.rgb()[41 * WIDTH + 80]).isEqualTo(0x050505);
        assertThat(darkOnGrey.rgb()[33 * WIDTH + 80]).isEqualTo(0x505050);
        assertThat(greyOnDark.rgb()[41 * WIDTH + 80]).isEqualTo(0x505050);
        // The halo is whole where the body ends, and ends at 28 px.
        assertThat(greyOnDark.rgb()[34 * WIDTH + 80] & 0xFF).isBetween(0x4D, 0x50);
        assertThat(greyOnDark.rgb()[28 * WIDTH + 80] & 0xFF).isBetween(0x20, 0x48);
        assertThat(greyOnDark.rgb()[21 * WIDTH + 80]).isEqualTo(0x050505);
    }

    @Test
    void noPictureIsWrittenTo() {
        SplittableRandom random = new SplittableRandom(4);
        Sample sample = random(random, 1);
        RgbImage source = Pictures.plain(WIDTH, HEIGHT, 0x909090);

        Sample after =
                new PlatePaste(1)
                        .apply(sample, r -> Optional.of(new PlateCut(source, plate(r))), random);

        assertThat(after.image().rgb()).contains(0x909090);
        assertThat(sample.image().rgb()).containsOnly(0x0A0A0A);
        assertThat(source.rgb()).containsOnly(0x909090);
    }

    @Test
    void onlyPlatesThatAreSeenWholeAndAloneAreCutOut() {
        Size size = new Size(WIDTH, HEIGHT);
        InputLabel plate = Pictures.plate(0, 80, 60, 30, 12);
        // A unit is 12 px and the halo reaches 16.8 px.
        InputLabel near = Pictures.plate(1, 126, 60, 20, 12);
        InputLabel far = Pictures.plate(1, 127, 60, 20, 12);
        InputLabel atBorder = Pictures.plate(0, 16, 60, 30, 12);
        InputLabel hidden =
                new InputLabel(
                        0,
                        plate.box(),
                        plate.keypoints().stream()
                                .map(k -> new Keypoint(k.at(), Visibility.OCCLUDED))
                                .toList());

        assertThat(PlateCut.isPossible(plate, List.of(plate, far), size)).isTrue();
        assertThat(PlateCut.isPossible(plate, List.of(plate, near), size)).isFalse();
        assertThat(PlateCut.isPossible(atBorder, List.of(atBorder), size)).isFalse();
        assertThat(PlateCut.isPossible(hidden, List.of(hidden), size)).isFalse();
    }
}
