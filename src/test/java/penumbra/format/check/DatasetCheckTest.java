package penumbra.format.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.Shared;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.TestPictures;
import penumbra.format.check.CheckReport.Labels;
import penumbra.format.check.CheckReport.PictureVerdict;
import penumbra.format.check.CheckReport.Verdict;
import penumbra.format.yolo.KeypointShape;

/// Each test makes a sound data set of two pictures and breaks one thing in it.
class DatasetCheckTest {

    private static final String YAML =
            "train: images/train\nval: images/val\nnc: 3\nnames: [a, b, c]\nkpt_shape: [4, 3]\nflip_idx: [3, 2, 1, 0]\n";
    private static final String ROW = "0 .5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2";
    private static final String OTHER = "1 .2 .2 .2 .2 .12 .12 2 .12 .28 1 .28 .28 2 .28 .12 0";

    @TempDir Path root;

    @BeforeEach
    void soundDataSet() throws IOException {
        write("data.yaml", YAML);
        TestPictures.write(root.resolve("images/train/tr_1.jpg"), 40, 30);
        TestPictures.write(root.resolve("images/val/va_1.png"), 40, 30);
        write("labels/train/tr_1.txt", ROW + "\n" + OTHER + "\n");
        write("labels/val/va_1.txt", ROW.replaceFirst("0", "2") + "\n");
    }

    @Test
    void aSoundDataSetIsAccepted() throws Exception {
        for (Path source : List.of(root, root.resolve("data.yaml"))) {
            CheckReport report = DatasetCheck.check(source);
            assertThat(report.loads()).isTrue();
            assertThat(report.findings()).isEmpty();
            assertThat(report.pictures())
                    .extracting(
                            PictureVerdict::split,
                            PictureVerdict::verdict,
                            PictureVerdict::state,
                            PictureVerdict::targets,
                            PictureVerdict::rules)
                    .containsExactly(
                            tuple("train", Verdict.ACCEPTED, Labels.FOUND, 2, List.of()),
                            tuple("val", Verdict.ACCEPTED, Labels.FOUND, 1, List.of()));
            assertThat(report.classes()).isEqualTo(Map.of("a", 1, "b", 1, "c", 1));
            assertThat(report.targetCount()).isEqualTo(3);
            assertThat(report.count("train", Verdict.ACCEPTED)).isEqualTo(1);
            assertThat(report.count(Verdict.DROPPED)).isZero();
        }
    }

    // 5.3 rule 1: the picture

    @Test
    void aPictureUnderTenPixelsIsDropped() throws Exception {
        TestPictures.write(root.resolve("images/train/tr_1.jpg"), 40, 9);
        assertTrain(Verdict.DROPPED, "check-picture-small");
        TestPictures.write(root.resolve("images/train/tr_1.jpg"), 10, 10);
        assertThat(trainVerdict().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void aGifIsDroppedWhateverItIsCalled() throws Exception {
        Files.write(root.resolve("images/train/tr_1.jpg"), TestPictures.bytes("gif", 40, 30, 1));
        assertTrain(Verdict.DROPPED, "check-picture-format");
    }

    @Test
    void aPngCalledJpgIsAccepted() throws Exception {
        Files.write(root.resolve("images/train/tr_1.jpg"), TestPictures.bytes("png", 40, 30, 1));
        assertThat(trainVerdict().verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void whatIsNoPictureIsDropped() throws Exception {
        Files.writeString(root.resolve("images/train/tr_1.jpg"), "text");
        assertTrain(Verdict.DROPPED, "check-picture-format");
    }

    @Test
    void aJpegWithATailIsRewrittenAndACutOneDropped() throws Exception {
        byte[] jpeg = Files.readAllBytes(root.resolve("images/train/tr_1.jpg"));
        Path picture =
                Files.write(
                        root.resolve("images/train/tr_1.jpg"),
                        Arrays.copyOf(jpeg, jpeg.length + 1));
        assertTrain(Verdict.WARNED, "check-jpeg-end");
        assertThat(trainVerdict().targets()).isEqualTo(2);
        assertThat(picture).hasSize(jpeg.length + 1);
        Files.write(picture, Arrays.copyOf(jpeg, jpeg.length - 2));
        assertTrain(Verdict.DROPPED, "check-jpeg-cut");
    }

    // 5.3 rule 2: no labels

    @Test
    void aMissingLabelFileIsABackground() throws Exception {
        Files.delete(root.resolve("labels/train/tr_1.txt"));
        PictureVerdict verdict = trainVerdict();
        assertThat(verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict.state()).isEqualTo(Labels.MISSING);
        assertThat(verdict.rules()).containsExactly("check-labels-missing");
        assertThat(verdict.targets()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n \r\n\t\n"})
    void anEmptyLabelFileIsABackground(String content) throws Exception {
        write("labels/train/tr_1.txt", content);
        PictureVerdict verdict = trainVerdict();
        assertThat(verdict.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(verdict.state()).isEqualTo(Labels.EMPTY);
        assertThat(verdict.rules()).containsExactly("check-labels-empty");
    }

    // 5.3 rules 3 to 8: lines

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ROW~ ~OTHER | check-blank-line | 2",
                "ROW~OTHER 1 | check-ragged | 2",
                "# comment~ROW | check-number | 1",
                "ROW~0,1 .5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-number | 2",
                "\ufeffROW | check-bom | 1",
                "0 .5 .5 .5 .5 .3 .3 .3 .7 .7 .7 .7 .3 | check-columns | 1",
                "OTHER~0 .5 .5 .5 .5 .3 1.0100001 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-high | 2",
                "0 .5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 -0.0100001 .3 2 | check-low | 1",
                "0 -0.02 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-low | 1",
                "0 .5 .5 .5 .5 .3 .3 -1 .3 .7 1 .7 .7 2 .7 .3 2 | check-low | 1",
                "-1 .5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-low | 1",
                "0 nan .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-nan | 1",
                "3 .5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-class | 1"
            })
    void aBadLineDropsThePictureAndNamesTheLine(String content, String rule, int line)
            throws Exception {
        Path labels = write("labels/train/tr_1.txt", expanded(content));
        assertTrain(Verdict.DROPPED, rule);
        Finding finding = of(rule);
        assertThat(finding.severity()).isEqualTo(Severity.REFUSED);
        assertThat(finding.file()).isEqualTo(labels);
        assertThat(finding.line()).isEqualTo(line);
        assertThat(finding.message()).contains("drops the picture");
    }

    @Test
    void bytesThatAreNoTextDropThePicture() throws Exception {
        Files.write(
                root.resolve("labels/train/tr_1.txt"),
                (ROW + "\u00e9").getBytes(StandardCharsets.ISO_8859_1));
        assertTrain(Verdict.DROPPED, "check-encoding");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ROW\r\nOTHER\r\n",
                "ROW\n\nOTHER",
                "0\t.5  .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2",
                "0 1.5 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2",
                "0 .5 .5 .5 .5 .3 1.01 2 .3 .7 1 -0.01 .7 2 .7 .3 -0.01",
                "1.5 .5 .5 .5 .5 .3 .3 0.5 .3 .7 5 .7 .7 2 .7 .3 2",
                "+0.0 5e-1 .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2_0 .7 .3 2"
            })
    void whatLooksOddButPassesIsAccepted(String content) throws Exception {
        write("labels/train/tr_1.txt", expanded(content));
        assertThat(trainVerdict().verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(trainVerdict().targets()).isPositive();
    }

    @Test
    void repeatedRowsAreTakenOnceWithAWarning() throws Exception {
        write("labels/train/tr_1.txt", ROW + "\n" + OTHER + "\n" + ROW);
        assertTrain(Verdict.WARNED, "check-duplicate-rows");
        assertThat(trainVerdict().targets()).isEqualTo(2);
        assertThat(of("check-duplicate-rows").message()).startsWith("1 lines");
    }

    // 5.1 and the end of 5.3: what stops a loader

    @Test
    void withoutValALoaderDoesNotStart() throws Exception {
        write("data.yaml", YAML.replace("val: images/val\n", ""));
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.loads()).isFalse();
        assertThat(report.findings()).extracting(Finding::rule).contains("check-no-split");
        assertThat(report.pictures()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"images/none, yolo-yaml-split", "labels/val, check-no-pictures"})
    void withoutPicturesALoaderDoesNotStart(String folder, String rule) throws Exception {
        write("data.yaml", YAML.replace("images/val", folder));
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.loads()).isFalse();
        assertThat(report.findings()).extracting(Finding::rule).contains(rule);
    }

    @Test
    void whenNoPictureSurvivesALoaderStops() throws Exception {
        write("labels/val/va_1.txt", "x");
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.loads()).isFalse();
        assertThat(report.findings())
                .extracting(Finding::rule)
                .contains("check-number", "check-none-left");
    }

    @Test
    void aDataYamlThatStopsEveryLoaderIsRefused() throws Exception {
        write("data.yaml", YAML.replace("[3, 2, 1, 0]", "[1, 0]"));
        assertRefused(root, "yolo-yaml-flip");
        assertRefused(root.resolve("nowhere"), "check-source");
    }

    @Test
    void aRelativePathDependsOnWhereALoaderIsStarted() throws Exception {
        write("data.yaml", "path: .\n" + YAML);
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.loads()).isTrue();
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("check-relative-path");
    }

    @Test
    void aFolderWithoutDataYamlIsCheckedAsPlates() throws Exception {
        Files.delete(root.resolve("data.yaml"));
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.loads()).isFalse();
        assertThat(report.shape()).isEqualTo(new KeypointShape(4, 3));
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("check-no-yaml", "check-class-unused");
        assertThat(report.pictures())
                .extracting(PictureVerdict::split)
                .containsExactly("train", "val");
        write("labels/train/tr_1.txt", "0 .5 .5 .5 .5");
        write("labels/val/va_1.txt", "");
        assertRefused(root, "check-no-shape");
    }

    @Test
    void hiddenPicturesAreNotSeen() throws Exception {
        TestPictures.write(root.resolve("images/train/.hidden.png"), 20, 20);
        TestPictures.write(root.resolve("images/train/.thumbs/a.png"), 20, 20);
        assertThat(DatasetCheck.check(root).pictures()).hasSize(2);
    }

    // what a loader does not notice

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 .5 .5 0 .5 .5 .3 2 .5 .7 1 .5 .7 2 .5 .3 2 | check-zero-box",
                "0 inf .5 .5 .5 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | check-infinite",
                "0 .5 .5 .5 .5 .3 .3 inf .3 .7 1 .7 .7 2 .7 .3 2 | check-infinite",
                "0 .5 .5 .4 .4 .3 .3 2 .3 .7 1 .7 .81 2 .7 .3 2 | check-far-point",
                "0 .5 .5 .5 .5 .7 .3 2 .7 .7 1 .3 .7 2 .3 .3 2 | check-mirrored",
                "0 .5 .5 .5 .5 .7 .7 2 .7 .3 1 .3 .3 2 .3 .7 2 | check-upside-down",
                "0 .5 .5 .5 .5 .3 .7 2 .3 .3 1 .7 .7 2 .7 .3 2 | check-crossed"
            })
    void suspiciousPlatesAreNamedAndStayAccepted(String row, String rule) throws Exception {
        Path labels = write("labels/train/tr_1.txt", OTHER + "\n" + row);
        assertThat(trainVerdict().verdict()).isEqualTo(Verdict.ACCEPTED);
        Finding finding = of(rule);
        assertThat(finding.file()).isEqualTo(labels);
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(DatasetCheck.check(root).findings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 .5 .5 .4 .4 .3 .3 2 .3 .7 1 .7 .79 2 .7 .3 2",
                "0 .5 .5 .5 .5 .7 .3 2 .7 .7 1 .3 .7 0 .3 .3 2",
                "0 .5 .5 .2 .2 .99 .99 0 .45 .5 1 .5 .5 0 .5 .5 0"
            })
    void nearlySuspiciousPlatesAreNot(String row) throws Exception {
        write("labels/train/tr_1.txt", OTHER + "\n" + row);
        assertThat(DatasetCheck.check(root).findings()).isEmpty();
    }

    @Test
    void theOrderIsJudgedOnlyWhereItIsKnown() throws Exception {
        write("labels/train/tr_1.txt", OTHER + "\n0 .5 .5 .5 .5 .7 .3 2 .7 .7 1 .3 .7 2 .3 .3 2");
        write("data.yaml", YAML + "kpt_names: [TL, BL, BR, TR]\n");
        assertThat(DatasetCheck.check(root).findings())
                .extracting(Finding::rule)
                .containsExactly("check-mirrored");
        for (String unknown :
                List.of(
                        YAML + "kpt_names: [a, b, c, d]\n",
                        YAML.replace("flip_idx: [3, 2, 1, 0]\n", ""),
                        YAML.replace("[3, 2, 1, 0]", "[1, 0, 3, 2]"))) {
            write("data.yaml", unknown);
            assertThat(DatasetCheck.check(root).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 .5 .5 .49 .5 .31 .4 2 .3 .6 1 .7 .6 2 .7 .4 2 | true",
                "0 .4 .4 .9 .9 .32 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | true",
                "0 .4 .4 .9 .9 .33 .3 2 .3 .7 1 .7 .7 2 .7 .3 2 | false",
                "0 .4 .4 .9 .9 .3 .3 2 .3 .7 1 .7 .7 2 .7 .3 0 | false",
                "1 .5 .5 .44 .5 .31 .4 2 .3 .6 1 .7 .6 2 .7 .4 2 | false"
            })
    void platesLabelledTwiceAreNamed(String row, boolean same) throws Exception {
        write("labels/train/tr_1.txt", ROW + "\n" + OTHER + "\n" + row);
        List<Finding> findings = DatasetCheck.check(root).findings();
        assertThat(findings)
                .extracting(Finding::rule)
                .isEqualTo(same ? List.of("check-duplicate-plate") : List.of());
        assertThat(findings).allMatch(f -> f.line() == 3 && f.message().contains("line 1"));
    }

    @Test
    void aSequenceInTwoSplitsIsNamed() throws Exception {
        TestPictures.write(root.resolve("images/val/tr_2.png"), 40, 30);
        write("labels/val/tr_2.txt", ROW);
        Finding finding = of("check-sequence-split");
        assertThat(finding.message()).contains("\"tr_\"").contains("train=1").contains("val=1");
    }

    @Test
    void sequencesOfOneNameInDifferentFoldersAreDifferent() throws Exception {
        TestPictures.write(root.resolve("images/val/b/tr_2.png"), 40, 30);
        assertThat(DatasetCheck.check(root).findings()).isEmpty();
    }

    @Test
    void theSamePictureInTwoSplitsIsNamed() throws Exception {
        Files.copy(root.resolve("images/train/tr_1.jpg"), root.resolve("images/val/copy_9.jpg"));
        Finding finding = of("check-equal-picture");
        assertThat(finding.file()).isEqualTo(root.resolve("images/val/copy_9.jpg"));
        assertThat(finding.message()).contains("tr_1.jpg");
    }

    @Test
    void equalPicturesWithinOneSplitAreNobodysConcernHere() throws Exception {
        Files.copy(root.resolve("images/train/tr_1.jpg"), root.resolve("images/train/copy_9.jpg"));
        assertThat(DatasetCheck.check(root).findings()).isEmpty();
    }

    @Test
    void aPictureListedInTwoSplitsIsNamed() throws Exception {
        write("data.yaml", YAML.replace("val: images/val", "val: [images/val, both.txt]"));
        write("both.txt", "./images/train/tr_1.jpg\n");
        assertThat(of("check-same-file").file()).isEqualTo(root.resolve("images/train/tr_1.jpg"));
    }

    @Test
    void picturesThatAreAlikeAreNamedWhenFingerprintsAreGiven() throws Exception {
        CheckReport report =
                DatasetCheck.check(
                        root,
                        p ->
                                Optional.of(
                                        new long[] {0xffff, 0, 0, p.endsWith("tr_1.jpg") ? 1 : 0}));
        assertThat(report.findings())
                .extracting(Finding::file, Finding::rule)
                .containsExactly(tuple(root.resolve("images/val/va_1.png"), "check-alike-picture"));
    }

    @Test
    void aClassWithoutTargetsIsNamed() throws Exception {
        write("labels/val/va_1.txt", "");
        assertThat(of("check-class-unused").message()).endsWith(": c.");
    }

    @Test
    void aLabelFileWithoutPictureIsNamed() throws Exception {
        Path lonely = write("labels/train/x/lonely.txt", ROW);
        assertThat(of("check-no-picture").file()).isEqualTo(lonely);
    }

    @Test
    void picturesThatShareALabelFileAreNamed() throws Exception {
        TestPictures.write(root.resolve("images/train/tr_1.png"), 40, 30);
        assertThat(of("check-shared-labels").file())
                .isEqualTo(root.resolve("images/train/tr_1.png"));
    }

    @Test
    void truthIsLookedAtOnlyForMissingLabels() throws Exception {
        write("truth/train/tr_1.txt", "not even a label");
        Path alone = write("truth/train/tr_2.txt", ROW);
        CheckReport report = DatasetCheck.check(root);
        assertThat(report.findings())
                .extracting(Finding::file, Finding::severity, Finding::rule)
                .containsExactly(tuple(alone, Severity.NOTE, "check-truth-alone"));
    }

    @ParameterizedTest
    @CsvSource({"-10, true", "10, false"})
    void aCacheOlderThanItsLabelsIsNamed(int seconds, boolean stale) throws Exception {
        Path cache = write("labels/train.cache", "x");
        Path labels = root.resolve("labels/train/tr_1.txt");
        FileTime time = Files.getLastModifiedTime(labels);
        Files.setLastModifiedTime(cache, FileTime.fromMillis(time.toMillis() + seconds * 1000L));
        assertThat(
                        DatasetCheck.check(root).findings().stream()
                                .anyMatch(f -> f.rule().equals("check-stale-cache")))
                .isEqualTo(stale);
    }

    @Test
    void checkingWritesNothing() throws Exception {
        List<Path> before = files();
        DatasetCheck.check(root);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void otherToolsDataSets() throws Exception {
        CheckReport report =
                DatasetCheck.check(Shared.folder("data/fixtures/datumaro__yolov8_pose"));
        assertThat(report.loads()).isFalse();
        assertThat(report.pictures())
                .extracting(PictureVerdict::verdict)
                .containsExactly(Verdict.ACCEPTED);
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("check-relative-path", "check-far-point", "check-no-split");
        CheckReport blue = DatasetCheck.check(Shared.folder("data/real/pylabel_blue_outpost"));
        assertThat(blue.count(Verdict.ACCEPTED)).isEqualTo(5);
        assertThat(blue.targetCount()).isEqualTo(5);
        assertThat(blue.shape()).isEqualTo(new KeypointShape(4, 2));
        assertThat(blue.findings())
                .extracting(Finding::rule)
                .containsExactly("check-no-yaml", "check-no-split", "check-class-unused");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.sorted().toList();
        }
    }

    private PictureVerdict trainVerdict() throws FormatException {
        return DatasetCheck.check(root).pictures().getFirst();
    }

    private void assertTrain(Verdict verdict, String rule) throws FormatException {
        assertThat(trainVerdict().verdict()).isEqualTo(verdict);
        assertThat(trainVerdict().rules()).containsExactly(rule);
        assertThat(of(rule).message()).isNotBlank();
    }

    private Finding of(String rule) throws FormatException {
        return DatasetCheck.check(root).findings().stream()
                .filter(f -> f.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static void assertRefused(Path source, String rule) {
        assertThatThrownBy(() -> DatasetCheck.check(source))
                .isInstanceOfSatisfying(
                        FormatException.class, e -> assertThat(e.finding().rule()).isEqualTo(rule));
    }

    private static String expanded(String content) {
        return content.replace("ROW", ROW).replace("OTHER", OTHER).replace('~', '\n');
    }

    private Path write(String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }
}
