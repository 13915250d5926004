package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.LabelSet;
import penumbra.format.TestPictures;
import penumbra.format.export.ExportReport.Counts;
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

class YoloPoseExportTest {

    private static final List<Keypoint> INSIDE =
            List.of(
                    Keypoint.visible(12.5, 10),
                    new Keypoint(new Point(12.5, 20), Visibility.OCCLUDED),
                    Keypoint.visible(25, 20),
                    Keypoint.UNLABELLED);
    private static final List<Keypoint> OVERHANGING =
            List.of(
                    Keypoint.visible(30, 10),
                    Keypoint.visible(30, 20),
                    Keypoint.visible(60, 20),
                    Keypoint.visible(60, 10));

    @TempDir Path root;
    private Path pictures;
    private Path out;
    private final List<LabelledImage> images = new ArrayList<>();

    @BeforeEach
    void folders() {
        pictures = root.resolve("project");
        out = root.resolve("out");
    }

    @Test
    void writesLabelsPicturesAndDataYaml() throws Exception {
        add("s1_0.png", LabelState.LABELLED, target(3, INSIDE, null));
        add(
                "s1_1.png",
                LabelState.REVIEWED,
                target(0, INSIDE, new Box(0, 0, 50, 40)),
                target(15, INSIDE, null));
        add("s2_0.png", LabelState.LABELLED, target(15, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS);
        assertThat(text("labels/train/s1_0.txt"))
                .isEqualTo("3 0.375 0.375 0.25 0.25 0.25 0.25 2 0.25 0.5 1 0.5 0.5 2 0 0 0\n");
        assertThat(text("labels/train/s1_1.txt"))
                .isEqualTo(
                        "0 0.5 0.5 1 1 0.25 0.25 2 0.25 0.5 1 0.5 0.5 2 0 0 0\n"
                                + "15 0.375 0.375 0.25 0.25 0.25 0.25 2 0.25 0.5 1 0.5 0.5 2 0 0 0\n");
        assertThat(text("labels/val/s2_0.txt")).startsWith("15 ");
        for (String name : List.of("train/s1_0.png", "train/s1_1.png", "val/s2_0.png")) {
            Path copy = out.resolve("images").resolve(name);
            assertThat(copy).hasSameBinaryContentAs(pictures.resolve(copy.getFileName()));
            assertThat(copy).isRegularFile();
            assertThat(Files.isSymbolicLink(copy)).isFalse();
        }
        assertThat(report.splits())
                .containsExactly(
                        Map.entry(Split.TRAIN, new Counts(2, 0, 3)),
                        Map.entry(Split.VAL, new Counts(1, 0, 1)));
        assertThat(report.classes().get("RB")).isEqualTo(Map.of(Split.TRAIN, 1, Split.VAL, 1));
        assertThat(report.classes()).hasSize(16);
        assertThat(report.files())
                .extracting(ExportReport.ExportedFile::file, ExportReport.ExportedFile::targets)
                .containsExactly(
                        tuple("images/train/s1_0.png", 1),
                        tuple("images/train/s1_1.png", 2),
                        tuple("images/val/s2_0.png", 1));
        assertThat(report.findings()).isEmpty();
        assertThat(report.folder()).isEqualTo(out);
        assertThat(filesBelow(root)).filteredOn(f -> f.contains(".penumbra")).isEmpty();
    }

    @Test
    void theDataYamlIsComplete() throws Exception {
        add("s1_0.png", LabelState.LABELLED, target(3, INSIDE, null));
        Schema schema =
                new Schema(
                        List.of("TL", "B \"L\"", "BR", "TR"),
                        Schema.ARMOR_PLATE.edges(),
                        Schema.ARMOR_PLATE.flip(),
                        List.of(0.25, 0.1, 0.05, 1e-5),
                        Schema.plain(List.of("x"), List.of("B1", "no", "a: #b\n", "R3")).classes());
        new YoloPoseExport()
                .export(Project.of(schema, images), pictures, out, ExportOptions.DEFAULTS);
        assertThat(text("data.yaml"))
                .isEqualTo(
                        """
                        train: images/train
                        val: images/val

                        nc: 4
                        names:
                          0: "B1"
                          1: "no"
                          2: "a: #b\\n"
                          3: "R3"

                        kpt_shape: [4, 3]
                        flip_idx: [3, 2, 1, 0]
                        kpt_names:
                          0: ["TL", "B \\"L\\"", "BR", "TR"]
                          1: ["TL", "B \\"L\\"", "BR", "TR"]
                          2: ["TL", "B \\"L\\"", "BR", "TR"]
                          3: ["TL", "B \\"L\\"", "BR", "TR"]
                        kpt_oks_sigmas: [0.25, 0.1, 0.05, 0.00001]
                        kpt_edges: [[0, 1], [2, 3]]
                        """);
        LabelSet back = new YoloPoseFormat().read(out, "");
        assertThat(back.schema()).isEqualTo(schema);
        assertThat(back.declared()).isTrue();
    }

    @Test
    void withoutFlipPairsThereIsNoFlipIdxSoThatNobodyMirrors() throws Exception {
        pictures = root.resolve("project");
        TestPictures.write(pictures.resolve("a.png"), 50, 40);
        Project project =
                Project.of(
                        Schema.plain(List.of("p", "q"), List.of("c")),
                        List.of(
                                new LabelledImage(
                                        1,
                                        "a.png",
                                        new Size(50, 40),
                                        List.of(target(0, INSIDE.subList(0, 2), null)),
                                        LabelState.LABELLED,
                                        "")));
        new YoloPoseExport().export(project, pictures, out, ExportOptions.DEFAULTS);
        assertThat(text("data.yaml")).doesNotContain("flip_idx");
    }

    @ParameterizedTest
    @CsvSource({
        "HIDE, 0 0.8 0.375 0.4 0.25 0.6 0.25 2 0.6 0.5 2 0 0 0 0 0 0, export-hidden, WARNING",
        "CLAMP, 0 0.8 0.375 0.4 0.25 0.6 0.25 2 0.6 0.5 2 1 0.5 1 1 0.25 1, export-moved, WARNING",
        "SKIP, '', export-skipped, REFUSED"
    })
    void endpointsOutsideFollowTheRuleThatTheReportStates(
            OutsideRule rule, String line, String finding, Severity severity) throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, OVERHANGING, null), target(1, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS.withOutside(rule));
        String kept = "1 0.375 0.375 0.25 0.25 0.25 0.25 2 0.25 0.5 1 0.5 0.5 2 0 0 0\n";
        assertThat(text("labels/train/a1.txt"))
                .isEqualTo((line.isEmpty() ? "" : line + "\n") + kept);
        assertThat(report.options().outside()).isEqualTo(rule);
        assertThat(report.findings())
                .filteredOn(f -> !f.rule().equals("export-empty-split"))
                .extracting(Finding::severity, Finding::rule, Finding::file)
                .containsExactly(tuple(severity, finding, pictures.resolve("a1.png")));
    }

    @Test
    void twoDimensionsNameEveryLoss() throws Exception {
        add(
                "a1.png",
                LabelState.LABELLED,
                target(
                        3,
                        OVERHANGING.stream()
                                .map(k -> Keypoint.visible(k.at().x() - 20, k.at().y()))
                                .toList(),
                        null),
                target(4, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS.withKeypointDimensions(2));
        assertThat(text("labels/train/a1.txt"))
                .isEqualTo(
                        "3 0.5 0.375 0.6 0.25 0.2 0.25 0.2 0.5 0.8 0.5 0.8 0.25\n"
                                + "4 0.375 0.375 0.25 0.25 0.25 0.25 0.25 0.5 0.5 0.5 -0.005 -0.005\n");
        assertThat(text("data.yaml")).contains("kpt_shape: [4, 2]");
        assertThat(report.findings())
                .filteredOn(f -> !f.rule().equals("export-empty-split"))
                .extracting(Finding::file, Finding::line, Finding::rule)
                .containsExactly(
                        tuple(out.resolve("labels/train/a1.txt"), 2, "export-occluded-lost"),
                        tuple(out.resolve("labels/train/a1.txt"), 2, "export-absent-marked"));
        Target back = new YoloPoseFormat().read(out, "").images().getFirst().targets().get(1);
        assertThat(back.keypoints())
                .extracting(Keypoint::visibility)
                .containsExactly(
                        Visibility.VISIBLE,
                        Visibility.VISIBLE,
                        Visibility.VISIBLE,
                        Visibility.UNLABELLED);
    }

    @ParameterizedTest
    @CsvSource({"CONFIRMED, 3, 1", "ALL, 4, 0", "NONE, 1, 3"})
    void picturesWithoutPlatesFollowTheOptionAndAreCounted(
            Backgrounds which, int exported, int leftOut) throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        add("a2.png", LabelState.REVIEWED);
        add("a3.png", LabelState.LABELLED);
        add("a4.png", LabelState.UNLABELLED);
        ExportReport report =
                export(ExportOptions.DEFAULTS.withBackgrounds(which).withValFraction(0));
        assertThat(report.splits().get(Split.TRAIN))
                .isEqualTo(new Counts(exported, exported - 1, 1));
        assertThat(
                        report.findings().stream()
                                .filter(f -> f.rule().equals("export-unlabelled"))
                                .map(Finding::message))
                .allMatch(m -> m.startsWith(leftOut + " "))
                .hasSize(leftOut == 0 ? 0 : 1);
        if (exported > 1) {
            assertThat(text("labels/train/a2.txt")).isEmpty();
        }
    }

    @Test
    void flaggedPicturesAreExportedAndNamedUnlessHeldBack() throws Exception {
        add("a1.png", LabelState.FLAGGED, target(0, INSIDE, null));
        add("a2.png", LabelState.LABELLED, target(0, INSIDE, null));
        assertThat(export(ExportOptions.DEFAULTS).files()).hasSize(2);
        ExportReport report = export(ExportOptions.DEFAULTS.withFlagged(false));
        assertThat(report.files()).hasSize(1);
        assertThat(report.findings().getFirst().rule()).isEqualTo("export-flagged-left-out");
        assertThat(report.findings().getFirst().message()).contains("look again");
    }

    @Test
    void picturesThatALoaderWouldDropAreLeftOutAndNamed() throws Exception {
        add("ok1.png", LabelState.LABELLED, target(0, INSIDE, null));
        add("gif1.gif", LabelState.LABELLED, target(0, INSIDE, null));
        add("cut1.jpg", LabelState.LABELLED, target(0, INSIDE, null));
        byte[] jpeg = Files.readAllBytes(pictures.resolve("cut1.jpg"));
        Files.write(pictures.resolve("cut1.jpg"), Arrays.copyOf(jpeg, jpeg.length - 2));
        add("tail1.jpg", LabelState.LABELLED, target(0, INSIDE, null));
        Files.write(pictures.resolve("tail1.jpg"), Arrays.copyOf(jpeg, jpeg.length + 3));
        add("gone1.png", LabelState.LABELLED, target(0, INSIDE, null));
        Files.delete(pictures.resolve("gone1.png"));
        add("broken1.png", LabelState.LABELLED, target(0, INSIDE, null));
        Files.writeString(pictures.resolve("broken1.png"), "broken");
        add("other1.png", LabelState.LABELLED, target(0, INSIDE, null));
        TestPictures.write(pictures.resolve("other1.png"), 60, 40);
        add(
                "beyond1.png",
                LabelState.LABELLED,
                target(
                        0,
                        OVERHANGING.stream()
                                .map(k -> Keypoint.visible(k.at().x() + 50, 1))
                                .toList(),
                        null));
        ExportReport report = export(ExportOptions.DEFAULTS);
        assertThat(report.files())
                .extracting(f -> f.source().getFileName().toString())
                .containsExactly("ok1.png", "tail1.jpg");
        assertThat(report.findings())
                .extracting(
                        Finding::severity, f -> f.file().getFileName().toString(), Finding::rule)
                .containsExactly(
                        tuple(Severity.REFUSED, "beyond1.png", "export-all-outside"),
                        tuple(Severity.REFUSED, "beyond1.png", "export-nothing-left"),
                        tuple(Severity.REFUSED, "broken1.png", "check-picture-format"),
                        tuple(Severity.REFUSED, "cut1.jpg", "check-jpeg-cut"),
                        tuple(Severity.REFUSED, "gif1.gif", "check-picture-format"),
                        tuple(Severity.REFUSED, "gone1.png", "check-picture-missing"),
                        tuple(Severity.REFUSED, "other1.png", "export-size-differs"),
                        tuple(Severity.WARNING, "tail1.jpg", "check-jpeg-end"));
        assertThat(out.resolve("images/val/tail1.jpg"))
                .hasSameBinaryContentAs(pictures.resolve("tail1.jpg"));
    }

    @Test
    void aSuffixThatALoaderDoesNotKnowIsMadeGood() throws Exception {
        add("a1.jpg", LabelState.LABELLED, target(0, INSIDE, null));
        Files.move(pictures.resolve("a1.jpg"), pictures.resolve("a1.jfif"));
        images.set(0, images.getFirst().withPath("a1.jfif"));
        ExportReport report = export(ExportOptions.DEFAULTS);
        assertThat(report.files().getFirst().file()).isEqualTo("images/train/a1.jfif.jpg");
        assertThat(out.resolve("labels/train/a1.jfif.txt")).exists();
        assertThat(report.findings()).extracting(Finding::rule).contains("export-renamed");
    }

    @Test
    void picturesOfOneNameGetDifferentNamesAndKeepTheirLabels() throws Exception {
        add("x/01.png", LabelState.LABELLED, target(1, INSIDE, null));
        add("y/01.png", LabelState.LABELLED, target(2, INSIDE, null));
        add("y/01.jpg", LabelState.LABELLED, target(3, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS.withValFraction(0));
        assertThat(report.files())
                .extracting(
                        f -> pictures.relativize(f.source()).toString(),
                        ExportReport.ExportedFile::file)
                .containsExactly(
                        tuple("x/01.png", "images/train/01.png"),
                        tuple("y/01.jpg", "images/train/y_01.jpg"),
                        tuple("y/01.png", "images/train/2_y_01.png"));
        assertThat(text("labels/train/01.txt")).startsWith("1 ");
        assertThat(text("labels/train/y_01.txt")).startsWith("3 ");
        assertThat(text("labels/train/2_y_01.txt")).startsWith("2 ");
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactly("export-renamed", "export-renamed", "export-empty-split");
    }

    @Test
    void repeatedPlatesAreExportedAndTheLoadersWarningForetold() throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null), target(0, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS);
        assertThat(text("labels/train/a1.txt").lines()).hasSize(2);
        assertThat(report.findings()).extracting(Finding::rule).contains("check-duplicate-rows");
    }

    @Test
    void anUnchangedExportIsReplacedAndItsCachesGo() throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        export(ExportOptions.DEFAULTS);
        Path cache = Files.writeString(out.resolve("labels/train.cache"), "old");
        Files.write(
                out.resolve("images/train/a1.png"),
                new byte[] {1},
                java.nio.file.StandardOpenOption.APPEND);
        add("a2.png", LabelState.LABELLED, target(0, INSIDE, null));
        ExportReport report = export(ExportOptions.DEFAULTS);
        assertThat(report.files()).hasSize(2);
        assertThat(cache).doesNotExist();
        assertThat(report.findings())
                .extracting(Finding::file, Finding::rule)
                .contains(tuple(cache, "export-cache"));
        assertThat(report.setAside()).isEmpty();
        assertThat(filesBelow(root)).noneMatch(f -> f.startsWith("out-1"));
    }

    @ParameterizedTest
    @CsvSource({
        "labels/train/a1.txt, export-changed",
        "data.yaml, export-changed",
        "labels/train/new.txt, export-foreign",
        "notes.md, export-foreign"
    })
    void aFolderThatSomebodyChangedIsRefusedOrSetAside(String name, String rule) throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        export(ExportOptions.DEFAULTS);
        Files.writeString(out.resolve(name), "mine");
        List<String> before = filesBelow(out);
        assertRefused(ExportOptions.DEFAULTS, out.resolve(name), rule);
        assertThat(filesBelow(out)).isEqualTo(before);
        ExportReport report = export(ExportOptions.DEFAULTS.withOverwrite(true));
        assertThat(report.setAside()).contains(root.resolve("out-1"));
        assertThat(root.resolve("out-1").resolve(name)).hasContent("mine");
        assertThat(filesBelow(root.resolve("out-1"))).isEqualTo(before);
        assertThat(text("labels/train/a1.txt")).startsWith("0 ");
    }

    @Test
    void aFolderWithoutOrWithABrokenManifestIsForeign() throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        Files.createDirectories(out);
        export(ExportOptions.DEFAULTS);
        Files.writeString(out.resolve("export.json"), "{\"sha256\": [");
        assertRefused(ExportOptions.DEFAULTS, out.resolve("data.yaml"), "export-foreign");
    }

    @Test
    void placesThatAreNoPlaceAreRefused() throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        Files.writeString(out, "a file");
        assertRefused(ExportOptions.DEFAULTS.withOverwrite(true), out, "export-not-a-folder");
        assertThat(out).hasContent("a file");
        out = out.resolve("below/a/file");
        assertRefused(ExportOptions.DEFAULTS, out, "export-failed");
        for (Path inProject : List.of(pictures, root)) {
            out = inProject;
            assertRefused(ExportOptions.DEFAULTS.withOverwrite(true), out, "export-into-project");
        }
        assertThat(pictures.resolve("a1.png")).exists();
    }

    @Test
    void nothingToExportIsSaid() throws Exception {
        Files.createDirectories(pictures);
        assertRefused(ExportOptions.DEFAULTS, pictures, "export-nothing");
        add("a1.png", LabelState.UNLABELLED);
        assertRefused(ExportOptions.DEFAULTS, pictures, "export-nothing");
        assertThat(out).doesNotExist();
    }

    @Test
    void theManifestHoldsTheReport() throws Exception {
        add("a1.png", LabelState.FLAGGED, target(0, OVERHANGING, null));
        export(ExportOptions.DEFAULTS);
        var json =
                tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(out.resolve("export.json"));
        assertThat(json.at("/format").asString()).isEqualTo("yolo-pose");
        assertThat(json.at("/options/outside").asString()).isEqualTo("hide");
        assertThat(json.at("/splits/train/targets").asInt()).isEqualTo(1);
        assertThat(json.at("/findings/0/rule").asString()).isEqualTo("export-flagged");
        assertThat(json.at("/files/0/file").asString()).isEqualTo("images/train/a1.png");
        assertThat(json.at("/sha256").propertyNames())
                .containsExactlyInAnyOrder("data.yaml", "labels/train/a1.txt");
    }

    @Test
    void equalProjectsGiveEqualBytes() throws Exception {
        for (int i = 0; i < 6; i++) {
            add("s" + i % 3 + "_" + i + ".png", LabelState.LABELLED, target(i, INSIDE, null));
        }
        export(ExportOptions.DEFAULTS);
        String manifest = text("export.json");
        export(ExportOptions.DEFAULTS);
        assertThat(text("export.json")).isEqualTo(manifest);
    }

    @Test
    void theProjectIsOnlyRead() throws Exception {
        add("a1.png", LabelState.LABELLED, target(0, INSIDE, null));
        List<String> before = filesBelow(pictures);
        var modified = Files.getLastModifiedTime(pictures.resolve("a1.png"));
        export(ExportOptions.DEFAULTS);
        assertThat(filesBelow(pictures)).isEqualTo(before);
        assertThat(Files.getLastModifiedTime(pictures.resolve("a1.png"))).isEqualTo(modified);
    }

    private void assertRefused(ExportOptions options, Path file, String rule) {
        assertThatThrownBy(() -> export(options))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> {
                            assertThat(e.finding().rule()).isEqualTo(rule);
                            assertThat(e.finding().file()).isEqualTo(file);
                        });
    }

    private ExportReport export(ExportOptions options) throws FormatException {
        return new YoloPoseExport()
                .export(Project.of(Schema.ARMOR_PLATE, images), pictures, out, options);
    }

    private void add(String name, LabelState state, Target... targets) {
        TestPictures.write(pictures.resolve(name), 50, 40);
        images.add(
                new LabelledImage(
                        images.size() + 1,
                        name,
                        new Size(50, 40),
                        List.of(targets),
                        state,
                        "look again"));
    }

    private static Target target(int classIndex, List<Keypoint> points, Box box) {
        return Target.of(classIndex, points, Optional.ofNullable(box), "");
    }

    private String text(String name) throws IOException {
        return Files.readString(out.resolve(name));
    }

    private static List<String> filesBelow(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> names =
                    new ArrayList<>(all.map(p -> folder.relativize(p).toString()).toList());
            Collections.sort(names);
            return names;
        }
    }
}
