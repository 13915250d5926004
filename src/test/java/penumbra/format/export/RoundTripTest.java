package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.format.LabelSet;
import penumbra.format.TestPictures;
import penumbra.format.check.CheckReport;
import penumbra.format.check.DatasetCheck;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Random projects, written and read back. Two coordinates count as equal when they differ by no
/// more than 1e-12 of the picture's side; a box that was not stated comes back stated, equal to the
/// hull of the labelled keypoints in the same sense.
class RoundTripTest {

    private static final double RELATIVE = 1e-12;

    @TempDir Path root;

    @ParameterizedTest
    @CsvSource({"3, HIDE", "3, CLAMP", "2, SKIP"})
    void whatLiesInsideThePictureComesBack(int dimensions, OutsideRule rule) throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            Path folder = root.resolve("project" + seed);
            Random random = new Random(seed);
            Project project = project(folder, random);
            new YoloPoseExport()
                    .export(
                            project,
                            folder,
                            root.resolve("out"),
                            ExportOptions.DEFAULTS
                                    .withKeypointDimensions(dimensions)
                                    .withOutside(rule)
                                    .withBackgrounds(Backgrounds.ALL));
            LabelSet back = new YoloPoseFormat().read(root.resolve("out"), "someone");
            assertThat(back.schema()).isEqualTo(project.schema());
            CheckReport check = DatasetCheck.check(root.resolve("out"));
            assertThat(check.pictures()).allMatch(p -> p.verdict() == CheckReport.Verdict.ACCEPTED);
            assertThat(check.targetCount()).isEqualTo(project.targetCount());
            assertThat(back.findings()).isEmpty();
            assertThat(back.images()).hasSameSizeAs(project.images());
            Map<String, LabelledImage> byName = new HashMap<>();
            back.images().forEach(i -> byName.put(Path.of(i.path()).getFileName().toString(), i));
            for (LabelledImage image : project.images()) {
                LabelledImage other = byName.get(Path.of(image.path()).getFileName().toString());
                assertThat(other.size()).isEqualTo(image.size());
                assertThat(other.targets()).hasSameSizeAs(image.targets());
                for (int t = 0; t < image.targets().size(); t++) {
                    assertSame(
                            image.size(),
                            image.targets().get(t),
                            other.targets().get(t),
                            dimensions);
                }
            }
        }
    }

    private static void assertSame(Size size, Target before, Target after, int dimensions) {
        double dx = size.width() * RELATIVE;
        double dy = size.height() * RELATIVE;
        assertThat(after.classIndex()).isEqualTo(before.classIndex());
        for (int k = 0; k < before.keypoints().size(); k++) {
            Keypoint was = before.keypoints().get(k);
            Keypoint is = after.keypoints().get(k);
            if (dimensions == 3) {
                assertThat(is.visibility()).isEqualTo(was.visibility());
            } else {
                assertThat(is.labelled()).isEqualTo(was.labelled());
            }
            if (dimensions == 3 || was.labelled()) {
                assertThat(is.at().x()).isCloseTo(was.at().x(), within(dx));
                assertThat(is.at().y()).isCloseTo(was.at().y(), within(dy));
            }
        }
        Box was = before.extent().orElseThrow();
        Box is = after.box().orElseThrow();
        assertThat(is.x()).isCloseTo(was.x(), within(dx));
        assertThat(is.y()).isCloseTo(was.y(), within(dy));
        assertThat(is.width()).isCloseTo(was.width(), within(dx));
        assertThat(is.height()).isCloseTo(was.height(), within(dy));
    }

    private static Project project(Path folder, Random random) {
        List<LabelledImage> images = new ArrayList<>();
        int n = 1 + random.nextInt(6);
        for (int i = 0; i < n; i++) {
            Size size = new Size(10 + random.nextInt(90), 10 + random.nextInt(90));
            String name = "q" + random.nextInt(3) + "_" + i + ".png";
            TestPictures.write(folder.resolve(name), size.width(), size.height());
            List<Target> targets = new ArrayList<>();
            for (int t = random.nextInt(5); t > 0; t--) {
                targets.add(target(size, random));
            }
            images.add(new LabelledImage(i + 1, name, size, targets, LabelState.LABELLED, ""));
        }
        return Project.of(Schema.ARMOR_PLATE, images);
    }

    private static Target target(Size size, Random random) {
        List<Keypoint> points = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            Visibility v = Visibility.values()[k == 0 ? 1 + random.nextInt(2) : random.nextInt(3)];
            points.add(new Keypoint(point(size, random), v));
        }
        Optional<Box> box = Optional.empty();
        if (random.nextBoolean()) {
            Point centre = point(size, random);
            box =
                    Optional.of(
                            Box.centred(
                                    centre.x(),
                                    centre.y(),
                                    random.nextDouble() * 200,
                                    random.nextDouble()));
        }
        return Target.of(random.nextInt(16), points, box, "someone");
    }

    /// Anywhere inside, often on the border or a round number, sometimes almost 0.
    private static Point point(Size size, Random random) {
        double x = random.nextDouble() * size.width();
        double y = random.nextDouble() * size.height();
        return switch (random.nextInt(6)) {
            case 0 ->
                    new Point(random.nextInt(size.width() + 1), random.nextInt(size.height() + 1));
            case 1 -> new Point(0, size.height());
            case 2 -> new Point(size.width(), -0.0);
            case 3 -> new Point(x * 1e-12, y);
            default -> new Point(x, y);
        };
    }
}
