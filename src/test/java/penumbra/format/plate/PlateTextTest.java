package penumbra.format.plate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.Formats;
import penumbra.format.LabelSet;
import penumbra.format.Sources;
import penumbra.format.TestPictures;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

class PlateTextTest {

    private static final String POINTS = "0.25 0.5 0.25 0.625 0.5 0.625 0.5 0.5";

    @TempDir Path folder;

    @BeforeEach
    void realPath() throws IOException {
        folder = folder.toRealPath();
    }

    @Test
    void aPlateComesInWithItsPointsTimesThePictureSize() throws Exception {
        Path picture = TestPictures.write(folder.resolve("a.png"), 64, 32);
        Sources.text(folder.resolve("a.txt"), "12 " + POINTS + "\n");

        LabelSet labels = new Sjtu9Format().read(folder, "Ann");

        LabelledImage image = labels.images().getFirst();
        assertThat(image.path()).isEqualTo(picture.toString());
        assertThat(image.size()).isEqualTo(new Size(64, 32));
        assertThat(image.state()).isEqualTo(LabelState.LABELLED);
        assertThat(Sources.points(image.targets().getFirst().keypoints()))
                .containsExactly("16.0,16.0,2", "16.0,20.0,2", "32.0,20.0,2", "32.0,16.0,2");
        assertThat(Sources.className(labels, image, 0)).isEqualTo("R3");
        assertThat(image.targets().getFirst().box()).isEmpty();
        assertThat(image.targets().getFirst().annotator()).isEqualTo("Ann");
        assertThat(labels.declared()).isFalse();
        assertThat(labels.schema().flip()).isEqualTo(Schema.ARMOR_PLATE.flip());
        assertThat(labels.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sjtu9, 0 P, BG",
        "sjtu9, 8 P, BBb",
        "sjtu9, 9 P, RG",
        "sjtu9, 15 P, RO",
        "sjtu9, 19 P, N1",
        "sjtu9, 34 P, PBs",
        "sjtu9, 35 P, PBb",
        "tju9, 0 P, G",
        "tju9, 6 P, O",
        "tju9, 8 P, Bb",
        "labelmaster10, P 2 0, B2",
        "labelmaster10, P 11 3, PL5",
        "labelmaster10, P 9 1, RL3",
        "atlabelmaster10, 0 3 P, B3",
        "atlabelmaster10, 1 5 P, RO",
        "atlabelmaster10, 3 6 P, PB",
    })
    void eachFormReadsItsClassCodes(String id, String line, String name) throws Exception {
        PlateLayout layout =
                PlateLayout.ALL.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
        PlateLine plate = PlateLine.parse(1, line.replace("P", POINTS), layout);
        assertThat(layout.classNames().get(plate.classIndex())).isEqualTo(name);
        assertThat(plate.points()).extracting("x").containsExactly(0.25, 0.25, 0.5, 0.5);
        assertThat(plate.points()).extracting("y").containsExactly(0.5, 0.625, 0.625, 0.5);
    }

    @Test
    void everySourceClassKeepsANameOfItsOwn() {
        assertThat(PlateLayout.ALL)
                .extracting(l -> l.classNames().size())
                .containsExactly(36, 9, 48, 28);
        assertThat(PlateLayout.ALL)
                .allSatisfy(l -> assertThat(l.classNames()).doesNotHaveDuplicates());
        assertThat(PlateLayout.SJTU9.classNames())
                .containsAll(
                        Schema.ARMOR_PLATE.classNames().stream()
                                .filter(n -> !n.equals("BB") && !n.equals("RB"))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sjtu9 | 3 0.1 0.2 0.3 0.4 0.5 0.6 0.7 | columns",
                "sjtu9 | 3 " + POINTS + " 0.5 | columns",
                "sjtu9 | 3 0.1 nan 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 inf 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 0x1p3 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 1d 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 0,2 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 1e999 0.3 0.4 0.5 0.6 0.7 0.8 | number",
                "sjtu9 | 3 0.1 10.5 0.3 0.4 0.5 0.6 0.7 0.8 | magnitude",
                "sjtu9 | 3 0.1 -640 0.3 0.4 0.5 0.6 0.7 0.8 | magnitude",
                "sjtu9 | 3.0 " + POINTS + " | whole-number",
                "sjtu9 | -1 " + POINTS + " | whole-number",
                "sjtu9 | 36 " + POINTS + " | class-range",
                "labelmaster10 | " + POINTS + " 12 0 | class-range",
                "labelmaster10 | " + POINTS + " 2 4 | class-range",
                "labelmaster10 | 1 2 " + POINTS + " | other-format",
                "atlabelmaster10 | " + POINTS + " 2 1 | other-format",
                "atlabelmaster10 | 1 7 " + POINTS + " | class-range",
                "tju9 | 17 " + POINTS + " | other-format",
                "sjtu9 | " + POINTS + " 2 1 | other-format",
                "sjtu9 | 3 0.3 0.5 0.1 0.1 " + POINTS + " | other-format",
                "labelmaster10 | 3 " + POINTS + " | other-format",
            })
    void aLineThatBreaksARuleIsRefusedAndTheRestReadOn(String id, String line, String rule)
            throws Exception {
        TestPictures.write(folder.resolve("images/a.png"), 64, 32);
        String good =
                switch (id) {
                    case "labelmaster10" -> POINTS + " 2 1";
                    case "atlabelmaster10" -> "1 2 " + POINTS;
                    default -> "2 " + POINTS;
                };
        Path file =
                Sources.text(
                        folder.resolve("labels/a.txt"), good + "\n" + line + "\n" + good + "\n");

        LabelSet labels = Formats.byId(id).orElseThrow().read(folder, "");

        assertThat(labels.targetCount()).isEqualTo(2);
        assertThat(Sources.refused(labels)).containsExactly("2:" + rule);
        assertThat(labels.findings().getFirst().toString())
                .startsWith(file + ":2: ")
                .endsWith("[" + rule + "]");
    }

    @ParameterizedTest
    @CsvSource({
        "labelmaster10, 1 2 P, atlabelmaster10",
        "atlabelmaster10, P 2 1, labelmaster10",
        "tju9, 17 P, sjtu9",
        "sjtu9, 1 2 P, atlabelmaster10",
        "sjtu9, 3 0.3 0.5 0.1 0.1 P, yolo-pose",
    })
    void aLineOfAnotherFormIsCalledByItsName(String id, String line, String other)
            throws Exception {
        Path file = Path.of("a.txt");
        Findings findings = new Findings();
        PlateLayout layout =
                PlateLayout.ALL.stream().filter(l -> l.id().equals(id)).findFirst().orElseThrow();
        PlateText.lines(
                file, line.replace("P", POINTS).getBytes(StandardCharsets.UTF_8), layout, findings);
        assertThat(findings.list()).hasSize(1);
        assertThat(findings.list().getFirst().message()).contains("'" + other + "'");
    }

    @Test
    void marksTabsBlankLinesAndWindowsLineEndsAreFine() throws Exception {
        String text =
                "\uFEFF2\t" + POINTS.replace(' ', '\t') + "  \r\n\r\n   \r\n5  " + POINTS + " ";
        Findings findings = new Findings();
        List<PlateLine> lines =
                PlateText.lines(
                        Path.of("a.txt"),
                        text.getBytes(StandardCharsets.UTF_8),
                        PlateLayout.SJTU9,
                        findings);
        assertThat(lines).extracting(PlateLine::line).containsExactly(1, 4);
        assertThat(lines).extracting(PlateLine::classIndex).containsExactly(2, 5);
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void aPointBeyondTheBorderIsKeptAsOccludedWhereItIs() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 64, 32);
        Sources.text(folder.resolve("a.txt"), "2 -0.125 0.5 0 1 1 1 1.25 -2");

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(Sources.points(labels.images().getFirst().targets().getFirst().keypoints()))
                .containsExactly("-8.0,16.0,1", "0.0,32.0,2", "64.0,32.0,2", "80.0,-64.0,1");
    }

    @Test
    void picturesAreFoundInMirroredFoldersFromEitherSide() throws Exception {
        TestPictures.write(folder.resolve("set/images/x/1/a.png"), 8, 8);
        TestPictures.write(folder.resolve("set/images/x/2/a.jpg"), 16, 8);
        Path first = Sources.text(folder.resolve("set/labels/x/1/a.txt"), "1 " + POINTS);
        Sources.text(folder.resolve("set/labels/x/2/a.txt"), "2 " + POINTS);

        for (String source : List.of("set", "set/labels", "set/images", "set/labels/x")) {
            LabelSet labels = new Sjtu9Format().read(folder.resolve(source), "");
            assertThat(labels.images()).as(source).hasSize(2);
            assertThat(labels.images())
                    .as(source)
                    .extracting(i -> i.size().width())
                    .containsExactly(8, 16);
            assertThat(labels.images())
                    .as(source)
                    .extracting(i -> i.targets().getFirst().classIndex())
                    .containsExactly(1, 2);
        }
        LabelSet one = new Sjtu9Format().read(first, "");
        assertThat(one.images()).hasSize(1);
        assertThat(one.images().getFirst().size().width()).isEqualTo(8);
    }

    @Test
    void aPictureMayBeCalledLabels() throws Exception {
        TestPictures.write(folder.resolve("images/labels.png"), 8, 8);
        Sources.text(folder.resolve("labels/labels.txt"), "1 " + POINTS);
        assertThat(new Sjtu9Format().read(folder, "").targetCount()).isEqualTo(1);
    }

    @Test
    void aLabelFileWithoutPictureIsRefusedAndAPictureWithoutLabelsListed() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 8, 8);
        Path lone = Sources.text(folder.resolve("b.txt"), "1 " + POINTS + "\nwrong\n");

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(labels.images()).hasSize(1);
        assertThat(labels.images().getFirst().targets()).isEmpty();
        assertThat(labels.images().getFirst().state()).isEqualTo(LabelState.UNLABELLED);
        assertThat(Sources.refused(labels)).containsExactly("2:columns", "0:label-without-picture");
        assertThat(labels.findings()).extracting(Finding::file).containsOnly(lone);
    }

    @Test
    void aListOfClassNamesBesideTheLabelsIsPassedOverWithOneNote() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 8, 8);
        Sources.text(folder.resolve("a.txt"), "1 " + POINTS);
        Path names = Sources.text(folder.resolve("classes.txt"), "B1\nhero 1\n3\n\nnan inf\n");

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(labels.targetCount()).isEqualTo(1);
        assertThat(labels.findings()).extracting(Finding::file).containsExactly(names);
        assertThat(Sources.rules(labels.findings(), Severity.NOTE)).containsExactly("0:not-labels");
    }

    @Test
    void aTextFileWithAPictureOfItsNameIsReadAsLabelsWhateverItHolds() throws Exception {
        TestPictures.write(folder.resolve("classes.png"), 8, 8);
        Sources.text(folder.resolve("classes.txt"), "B1\nB2\n");

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(Sources.refused(labels)).containsExactly("1:columns", "2:columns");
    }

    @ParameterizedTest
    @CsvSource({
        "1 0.5, 1:columns",
        "hero 0.5 0.5, 1:columns",
        "1 2 " + POINTS + ", 1:other-format",
        "'', ''",
    })
    void aFileThatMayBeMeantAsLabelsIsStillRefusedForItsPicture(String line, String refusal)
            throws Exception {
        Sources.text(folder.resolve("lone.txt"), line + "\n");

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(Sources.refused(labels))
                .containsExactlyElementsOf(
                        Stream.of(refusal, "0:label-without-picture")
                                .filter(r -> !r.isEmpty())
                                .toList());
    }

    @Test
    void findingsComeInNaturalOrderOfTheirFiles() throws Exception {
        for (int frame : List.of(10, 9, 100)) {
            Sources.text(folder.resolve("frame_" + frame + ".txt"), "1 " + POINTS);
        }

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(labels.findings())
                .extracting(f -> f.file().getFileName().toString())
                .containsExactly("frame_9.txt", "frame_10.txt", "frame_100.txt");
    }

    @Test
    void aPictureThatCannotBeReadIsRefusedWithItsLabels() throws Exception {
        Sources.text(folder.resolve("a.png"), "no picture");
        Sources.text(folder.resolve("a.txt"), "1 " + POINTS);

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(labels.images()).isEmpty();
        assertThat(Sources.refused(labels)).containsExactly("0:picture-unreadable");
    }

    @Test
    void ofTwoPicturesWithOneNameTheFirstHasTheLabelsAndBothAreListed() throws Exception {
        TestPictures.write(folder.resolve("a.jpg"), 8, 8);
        TestPictures.write(folder.resolve("a.png"), 8, 8);
        Sources.text(folder.resolve("a.txt"), "1 " + POINTS);

        LabelSet labels = new Sjtu9Format().read(folder, "");

        assertThat(Sources.image(labels, "a.jpg").targets()).hasSize(1);
        assertThat(Sources.image(labels, "a.png").targets()).isEmpty();
        assertThat(Sources.rules(labels.findings(), Severity.WARNING))
                .containsExactly("0:two-pictures");
    }

    @Test
    void aLoopOfLinksIsLeftOut() throws Exception {
        TestPictures.write(folder.resolve("a.png"), 8, 8);
        Sources.text(folder.resolve("a.txt"), "1 " + POINTS);
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        assertThat(new Sjtu9Format().read(folder, "").targetCount()).isEqualTo(1);
    }

    @Test
    void aSourceThatIsMissingOrEmptySaysSo() throws Exception {
        Path missing = folder.resolve("nowhere");
        assertThatThrownBy(() -> new Sjtu9Format().read(missing, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageStartingWith(missing + ": ")
                .hasMessageEndingWith("[not-found]");
        assertThatThrownBy(() -> new Sjtu9Format().read(folder, ""))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("[no-label-files]");
    }
}
