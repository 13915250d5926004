package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.TestPictures;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class YoloPoseFormatTest {

    private static final String PLATE =
            "3 0.5 0.5 0.25 0.5 0.375 0.25 2 0.375 0.75 1 0.625 0.75 2 0.625 0.25 0";
    private static final String PLATE_2D =
            "3 0.5 0.5 0.25 0.5 0.375 0.25 0.375 0.75 0.625 0.75 0.625 0.25";

    @TempDir Path folder;

    @Test
    void readsThreeDimensionsInPicturePixels() throws Exception {
        pair("images/a.png", 200, 100, "labels/a.txt", PLATE);
        LabelSet set = read(folder);
        LabelledImage image = set.images().getFirst();
        assertThat(image.path()).isEqualTo(folder.resolve("images/a.png").toString());
        assertThat(image.size()).isEqualTo(new Size(200, 100));
        assertThat(image.state()).isEqualTo(LabelState.LABELLED);
        assertThat(image.id()).isZero();
        Target target = image.targets().getFirst();
        assertThat(target.classIndex()).isEqualTo(3);
        assertThat(target.annotator()).isEqualTo("someone");
        assertThat(target.box()).contains(new Box(75, 25, 50, 50));
        assertThat(target.keypoints())
                .containsExactly(
                        new Keypoint(new Point(75, 25), Visibility.VISIBLE),
                        new Keypoint(new Point(75, 75), Visibility.OCCLUDED),
                        new Keypoint(new Point(125, 75), Visibility.VISIBLE),
                        new Keypoint(new Point(125, 25), Visibility.UNLABELLED));
        assertThat(set.schema()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(set.declared()).isFalse();
        assertThat(set.findings()).isEmpty();
    }

    @Test
    void readsTwoDimensionsAsVisiblePoints() throws Exception {
        pair("images/a.png", 200, 100, "labels/a.txt", PLATE_2D);
        assertThat(target().keypoints())
                .containsExactly(
                        Keypoint.visible(75, 25),
                        Keypoint.visible(75, 75),
                        Keypoint.visible(125, 75),
                        Keypoint.visible(125, 25));
    }

    @ParameterizedTest
    @CsvSource({
        "-0.005, 0.5, UNLABELLED",
        "0.5, -0.01, UNLABELLED",
        "0, 0, VISIBLE",
        "-0.02, 0.5, VISIBLE",
        "0.5, -0.5, VISIBLE",
        "1.2, 0.5, VISIBLE"
    })
    void inTwoDimensionsOnlyAMarkThatALoaderUnderstandsMeansAbsent(
            double x, double y, Visibility expected) throws Exception {
        pair("a.png", 100, 100, "a.txt", PLATE_2D.replace("0.375 0.25", x + " " + y));
        assertThat(target().keypoints().getFirst())
                .isEqualTo(new Keypoint(new Point(x * 100, y * 100), expected));
    }

    @Test
    void pointsOutsideThePictureStayWhereTheyAreAndAreNoted() throws Exception {
        pair("a.png", 100, 100, "a.txt", PLATE.replace("0.375 0.25 2", "-0.3 1.75 1"));
        LabelSet set = read(folder);
        assertThat(set.images().getFirst().targets().getFirst().keypoints().getFirst())
                .isEqualTo(new Keypoint(new Point(-30, 175), Visibility.OCCLUDED));
        assertThat(set.findings())
                .extracting(Finding::severity, Finding::line, Finding::rule)
                .containsExactly(tuple(Severity.NOTE, 1, "yolo-outside"));
    }

    @Test
    void zeroSidedBoxesAreKept() throws Exception {
        pair("a.png", 100, 100, "a.txt", PLATE.replace("0.25 0.5 0.375", "0 0 0.375"));
        assertThat(target().box()).contains(new Box(50, 50, 0, 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PLATE x | yolo-number",
                "# PLATE | yolo-number",
                "PLATE 1 | yolo-bare-columns",
                "0 .5 .5 .2 .2 | yolo-bare-columns",
                "16 .5 .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-class",
                "-1 .5 .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-class-number",
                "1.5 .5 .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-class-number",
                "nan .5 .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-class-number",
                "inf .5 .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-class",
                "1 .5 .5 -.2 .2 0 0 1 1 0 0 1 1 | yolo-box",
                "1 .5 .5 .2 -1e-9 0 0 1 1 0 0 1 1 | yolo-box",
                "1 inf .5 .2 .2 0 0 1 1 0 0 1 1 | yolo-finite",
                "1 .5 .5 nan .2 0 0 1 1 0 0 1 1 | yolo-finite",
                "1 .5 .5 1e308 .2 0 0 1 1 0 0 1 1 | yolo-finite",
                "1 .5 .5 .2 .2 0 nan 1 1 0 0 1 1 | yolo-finite",
                "1 .5 .5 .2 .2 0 1e307 1 1 0 0 1 1 | yolo-finite",
                "1 .5 .5 .2 .2 0 0 2 1 1 3 0 0 2 1 1 2 | yolo-visibility",
                "1 .5 .5 .2 .2 0 0 2 1 1 .5 0 0 2 1 1 2 | yolo-visibility",
                "1 .5 .5 .2 .2 0 0 2 1 1 nan 0 0 2 1 1 2 | yolo-visibility"
            })
    void aBadLineIsRefusedByItselfWithFileLineAndRule(String line, String rule) throws Exception {
        Path labels =
                pair(
                        "a.png",
                        100,
                        100,
                        "a.txt",
                        PLATE + "\n \n" + line.replace("PLATE", PLATE) + "\n" + PLATE + "\n");
        LabelSet set = read(folder);
        assertThat(set.targetCount()).isEqualTo(2);
        assertThat(set.findings())
                .extracting(Finding::severity, Finding::file, Finding::line, Finding::rule)
                .containsExactly(tuple(Severity.REFUSED, labels, 3, rule));
    }

    @Test
    void aByteOrderMarkCostsNothing() throws Exception {
        pair("a.png", 100, 100, "a.txt", "\ufeff" + PLATE);
        LabelSet set = read(folder);
        assertThat(set.targetCount()).isEqualTo(1);
        assertThat(set.findings()).extracting(Finding::rule).containsExactly("yolo-bom");
    }

    @Test
    void missingEmptyAndRefusedLabelFilesGiveDifferentStates() throws Exception {
        TestPictures.write(folder.resolve("a1.png"), 20, 20);
        pair("a2.png", 20, 20, "a2.txt", "");
        pair("a3.png", 20, 20, "a3.txt", "1 2 3");
        pair("a10.png", 20, 20, "a10.txt", "1 2 3\n" + PLATE);
        assertThat(read(folder).images())
                .extracting(LabelledImage::state)
                .containsExactly(
                        LabelState.UNLABELLED,
                        LabelState.LABELLED,
                        LabelState.UNLABELLED,
                        LabelState.LABELLED);
    }

    @Test
    void aBackslashInANameIsNoFolderWhereItSeparatesNothing() throws Exception {
        assumeThat(File.separator).isEqualTo("/");
        pair("x\\a.png", 20, 20, "x\\a.txt", PLATE);
        LabelledImage image = read(folder).images().getFirst();
        assertThat(Path.of(image.path())).exists();
        assertThat(image.targets()).hasSize(1);
    }

    @Test
    void findsMirroredFoldersAndSideBySideLabels() throws Exception {
        pair("images/train/x/10.png", 20, 20, "labels/train/x/10.txt", PLATE);
        pair("images/train/x/9.png", 20, 20, "labels/train/x/9.txt", PLATE + "\n" + PLATE);
        pair("images/val/side.png", 20, 20, "images/val/side.txt", PLATE);
        pair("images/top.png", 20, 20, "labels/top.txt", PLATE);
        LabelSet set = read(folder);
        assertThat(set.images())
                .extracting(
                        i -> folder.relativize(Path.of(i.path())).toString(),
                        i -> i.targets().size())
                .containsExactly(
                        tuple("images/top.png", 1),
                        tuple("images/train/x/9.png", 2),
                        tuple("images/train/x/10.png", 1),
                        tuple("images/val/side.png", 1));
    }

    @Test
    void labelFilesWithoutPictureAndBrokenPicturesAreNamed() throws Exception {
        pair("images/a.png", 20, 20, "labels/a.txt", PLATE);
        Path lonely = write("labels/b.txt", PLATE);
        write("labels/classes.txt", "B1\n");
        write("truth/c.txt", PLATE);
        Path broken = write("images/d.png", "no picture");
        LabelSet set = read(folder);
        assertThat(set.images()).hasSize(1);
        assertThat(set.findings())
                .extracting(Finding::severity, Finding::file, Finding::line, Finding::rule)
                .containsExactly(
                        tuple(Severity.REFUSED, broken, 0, "yolo-picture"),
                        tuple(Severity.REFUSED, lonely, 0, "yolo-no-picture"));
    }

    @Test
    void aDataYamlStatesTheSchema() throws Exception {
        pair("set/images/t/a.png", 20, 20, "set/labels/t/a.txt", "1 .5 .5 .2 .2 0 0 1 1 1 2");
        pair("set/images/v/b.png", 20, 20, "set/labels/v/b.txt", "");
        TestPictures.write(folder.resolve("set/images/unused/c.png"), 20, 20);
        write("set/labels/t/lonely.txt", "");
        Path yaml =
                write(
                        "data.yaml",
                        "path: set\ntrain: images/t\nval: images/v\nnames: [x, y]\nkpt_shape: [2, 3]\nkpt_names: [l, r]\nflip_idx: [1, 0]\n");
        for (Path source : List.of(yaml, folder)) {
            LabelSet set = read(source);
            assertThat(set.declared()).isTrue();
            assertThat(set.schema().classNames()).containsExactly("x", "y");
            assertThat(set.schema().keypoints()).containsExactly("l", "r");
            assertThat(set.schema().flip()).containsExactly(1, 0);
            assertThat(set.images()).extracting(i -> i.targets().size()).containsExactly(1, 0);
            assertThat(set.findings()).extracting(Finding::rule).containsExactly("yolo-no-picture");
        }
    }

    @Test
    void aSplitCanBeATextFileOfPaths() throws Exception {
        pair("images/a.png", 20, 20, "labels/a.txt", "0 .5 .5 .2 .2 0 0");
        pair("images/b.png", 20, 20, "labels/b.txt", "0 .5 .5 .2 .2 0 0");
        Path absolute = TestPictures.write(folder.resolve("else/c.png"), 20, 20);
        write(
                "train.txt",
                "./images/b.png\nimages/a.png\r\n" + absolute + "\n./images/none.png\nnotes.md\n");
        write("data.yaml", "train: train.txt\nnames: [x]\nkpt_shape: [1, 2]\n");
        LabelSet set = read(folder);
        assertThat(set.images())
                .extracting(i -> Path.of(i.path()).getFileName().toString())
                .containsExactly("c.png", "a.png", "b.png");
        assertThat(set.targetCount()).isEqualTo(2);
        assertThat(set.findings()).extracting(Finding::rule).containsExactly("yolo-picture");
    }

    @Test
    void withADataYamlTheColumnsMustFitItsShape() throws Exception {
        pair("images/a.png", 20, 20, "labels/a.txt", PLATE + "\n" + PLATE_2D);
        write("data.yaml", "train: images\nnames: [a, b, c, d]\nkpt_shape: [4, 2]\n");
        LabelSet set = read(folder);
        assertThat(set.targetCount()).isEqualTo(1);
        assertThat(set.findings())
                .extracting(Finding::line, Finding::rule)
                .containsExactly(tuple(1, "yolo-columns"));
    }

    @Test
    void aSplitThatIsNotThereIsNamed() throws Exception {
        pair("images/a.png", 20, 20, "labels/a.txt", "0 .5 .5 .2 .2 0 0");
        write("data.yaml", "train: images\nval: nowhere\nnames: [a]\nkpt_shape: [1, 2]\n");
        assertThat(read(folder).findings())
                .extracting(Finding::rule)
                .containsExactly("yolo-yaml-split");
        write("data.yaml", "train: nowhere\nnames: [a]\nkpt_shape: [1, 2]\n");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("nowhere");
    }

    @ParameterizedTest
    @CsvSource({"a.txt, a.png", "labels/x/a.txt, images/x/a.png", "labels_3d/a.txt, images/a.png"})
    void oneLabelFileFindsItsPicture(String labels, String picture) throws Exception {
        Path file = pair(picture, 20, 20, labels, PLATE);
        assertThat(read(file).targetCount()).isEqualTo(1);
    }

    @Test
    void sourcesThatAreNoneAreRefused() throws Exception {
        assertRefused(folder.resolve("nothing"), "yolo-source");
        assertRefused(write("a.json", "{}"), "yolo-source");
        assertRefused(write("a.txt", PLATE), "yolo-no-picture");
        assertRefused(folder, "yolo-no-pictures");
    }

    @Test
    void readingWritesNothing() throws Exception {
        pair("images/a.png", 20, 20, "labels/a.txt", PLATE);
        List<Path> before = files();
        read(folder);
        assertThat(files()).isEqualTo(before);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }

    private void assertRefused(Path source, String rule) {
        assertThatThrownBy(() -> read(source))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.finding().rule()).isEqualTo(rule));
    }

    private Target target() throws FormatException {
        return read(folder).images().getFirst().targets().getFirst();
    }

    private static LabelSet read(Path source) throws FormatException {
        return new YoloPoseFormat().read(source, "someone");
    }

    private Path pair(String picture, int width, int height, String labels, String content)
            throws IOException {
        TestPictures.write(folder.resolve(picture), width, height);
        return write(labels, content);
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
