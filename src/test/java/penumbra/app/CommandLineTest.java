package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.app.Ran.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Whole command lines, as a person or a script types them.
class CommandLineTest {

    @TempDir static Path shared;
    private static Path rendered;

    @TempDir Path folder;

    @BeforeAll
    static void render() {
        rendered = shared.resolve("rendered");
        Ran ran =
                run(
                        "synth",
                        "--out",
                        rendered,
                        "--images",
                        10,
                        "--seed",
                        3,
                        "--noise",
                        "C",
                        "--size",
                        "320x256");
        assertThat(ran.exit()).as(ran.err()).isZero();
    }

    private static Map<String, byte[]> content(Path root) throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    @Test
    void renderedScenesHaveLabelsAndTruthForEveryPictureAndAreTheSameForTheSameSeed()
            throws Exception {
        Map<String, byte[]> first = content(rendered);
        assertThat(first.keySet())
                .hasSize(31)
                .contains(
                        "data.yaml",
                        "images/train/train_000000.jpg",
                        "labels/train/train_000000.txt",
                        "truth/train/train_000000.txt",
                        "images/val/val_000009.jpg");
        Path again = folder.resolve("again");
        run(
                "synth",
                "--out",
                again,
                "--images",
                10,
                "--seed",
                3,
                "--noise",
                "C",
                "--size",
                "320x256");
        assertThat(content(again)).containsExactlyEntriesOf(first);
        Ran third = run("synth", "--out", again, "--images", 1);
        assertThat(third.exit()).isEqualTo(1);
        assertThat(third.err().lines()).hasSize(1);
        assertThat(content(again)).as("untouched").containsExactlyEntriesOf(first);
    }

    @Test
    void importCheckExportAndImportAgainLoseNothing() {
        Path project = folder.resolve("plates");
        JsonNode first =
                run("import", "--from", "yolo-pose", rendered, "--project", project, "--json")
                        .json();
        assertThat(first.get("pictures").asInt()).isEqualTo(10);
        int plates = first.get("targets").asInt();
        assertThat(plates).isPositive();
        assertThat(folder.resolve("plates.penumbra")).exists();

        Path out = folder.resolve("set");
        JsonNode export =
                run("export", "--project", project, "--to", "yolo-pose", "--out", out, "--json")
                        .json();
        assertThat(export.get("files").size()).isEqualTo(10);

        Ran check = run("check", out, "--json");
        assertThat(check.exit()).as(check.err()).isZero();
        assertThat(check.json().get("pictures").size()).isEqualTo(10);

        Path copy = folder.resolve("copy.penumbra");
        JsonNode second =
                run("import", "--from", "yolo-pose", out, "--project", copy, "--json").json();
        assertThat(second.get("targets").asInt()).isEqualTo(plates);
        assertThat(second.get("findings").size()).isZero();
    }

    @Test
    void aDryRunSaysWhatWouldComeInAndWritesNothing() {
        Path project = folder.resolve("dry");
        Ran ran = run("import", "--from", "yolo-pose", rendered, "--project", project, "--dry-run");
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("pictures new 10");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void everyRefusedLineIsNamedWithFileLineAndRule() throws Exception {
        Path set = folder.resolve("set");
        Files.createDirectories(set);
        Files.copy(rendered.resolve("images/train/train_000000.jpg"), set.resolve("a.jpg"));
        Path labels = set.resolve("a.txt");
        Files.writeString(
                labels, "12 .1 .1 .1 .2 .3 .2 .3 .1\n12 .1 .1\n40 .1 .1 .1 .2 .3 .2 .3 .1\n");
        Ran ran = run("import", "--from", "sjtu9", set, "--project", folder.resolve("p"));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .filteredOn(line -> line.startsWith("refused"))
                .satisfiesExactly(
                        line -> assertThat(line).contains(labels + ":2: ").endsWith("[columns]"),
                        line ->
                                assertThat(line)
                                        .contains(labels + ":3: ")
                                        .endsWith("[class-range]"));
        assertThat(ran.out()).contains("plates taken in 1; entries refused 2.");
    }

    @Test
    void classesAreMappedOnlyWhenAsked() throws Exception {
        Path set = folder.resolve("set");
        Files.createDirectories(set);
        Files.copy(rendered.resolve("images/train/train_000000.jpg"), set.resolve("a.jpg"));
        Files.writeString(set.resolve("a.txt"), "17 .1 .1 .1 .2 .3 .2 .3 .1\n");
        JsonNode kept =
                run("import", "--from", "sjtu9", set, "--project", folder.resolve("k"), "--json")
                        .json();
        assertThat(kept.get("classes").valueStream().map(JsonNode::asString).toList())
                .hasSize(17)
                .endsWith("RBb");
        JsonNode mapped =
                run(
                                "import",
                                "--from",
                                "sjtu9",
                                set,
                                "--project",
                                folder.resolve("m"),
                                "--map",
                                "RBb=RB",
                                "--json")
                        .json();
        assertThat(mapped.get("classes").size()).isEqualTo(16);
    }

    @Test
    void aDataSetThatALoaderWouldCutEndsWithOne() throws Exception {
        Path set = folder.resolve("set");
        content(rendered)
                .forEach((name, bytes) -> {
                    try {
                        Files.createDirectories(set.resolve(name).getParent());
                        Files.write(set.resolve(name), bytes);
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                });
        Path bad = set.resolve("labels/train/train_000001.txt");
        Files.writeString(bad, "0 0.5 0.5\n");
        Ran ran = run("check", set);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains(bad + ":1: ").contains("[check-columns]");
        assertThat(ran.err().lines()).last().asString().startsWith("penumbra: ");
    }

    @Test
    void withoutAWordTheStudioOpensAndWhereItCannotItSaysWhyInOneLine() {
        Ran last = run();
        assertThat(last.exit()).isEqualTo(1);
        assertThat(last.err().strip())
                .hasLineCount(1)
                .isEqualTo(
                        "penumbra: no window for Optional.empty The whole loop is shown on the"
                                + " command line as well: penumbra demo");
        Ran named = run(folder);
        assertThat(named.err().strip())
                .hasLineCount(1)
                .startsWith("penumbra: no window for " + Optional.of(folder));
    }

    @Test
    void wrongUsageIsOneLineAndEndsWithTwo() {
        for (Ran ran :
                new Ran[] {
                    run("paint"),
                    run("import", rendered),
                    run("import", "--from", "nothing", rendered, "--project", "p"),
                    run("export", "--project", "p", "--to", "coco", "--out", "o", "--val", "1"),
                    run("synth", "--out", folder.resolve("s"), "--images", "0"),
                    run("synth", "--out", folder.resolve("s"), "--images", "1", "--size", "9x9"),
                }) {
            assertThat(ran.exit()).isEqualTo(2);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).startsWith("penumbra: ").contains("--help");
        }
    }

    @Test
    void failureIsOneSentenceOnStandardErrorAndEndsWithOne() throws Exception {
        Path text = Files.writeString(folder.resolve("text.penumbra"), "no database at all");
        for (Ran ran :
                new Ran[] {
                    run("import", "--from", "coco", folder.resolve("none"), "--project", "p"),
                    run("check", folder.resolve("none")),
                    run(
                            "export",
                            "--project",
                            folder.resolve("none"),
                            "--to",
                            "coco",
                            "--out",
                            folder.resolve("o"),
                            "--json"),
                    run("export", "--project", text, "--to", "coco", "--out", folder.resolve("o")),
                }) {
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err().lines()).hasSize(1);
            assertThat(ran.err()).startsWith("penumbra: ");
        }
        assertThat(text).hasContent("no database at all");
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aDamagedProjectIsLeftAsItIsAndRescuedBesideIt() throws Exception {
        Path project = folder.resolve("plates.penumbra");
        int plates =
                run("import", "--from", "yolo-pose", rendered, "--project", project, "--json")
                        .json()
                        .get("targets")
                        .asInt();
        byte[] bytes = Files.readAllBytes(project);
        byte[] name = "train_000001.jpg".getBytes(StandardCharsets.UTF_8);
        bytes[indexOf(bytes, name)] ^= 1;
        Files.write(project, bytes);

        Ran ran = run("export", "--project", project, "--to", "coco", "--out", folder.resolve("o"));
        Path rescued = folder.resolve("plates-rescued.penumbra");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains(project + " is damaged").contains(rescued.toString());
        assertThat(project).hasBinaryContent(bytes);
        Ran again =
                run("export", "--project", rescued, "--to", "coco", "--out", folder.resolve("o"));
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(ran.err()).contains("plates " + plates + ")");
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void everyWordHasHelpAndACompletion() {
        String script = run("generate-completion").out();
        for (String word :
                new String[] {
                    "import", "export", "check", "synth", "loss", "demo", "bench", "val", "predict",
                    "convert"
                }) {
            Ran help = run(word, "--help");
            assertThat(help.exit()).isZero();
            assertThat(help.out()).contains("Usage: penumbra " + word);
            assertThat(script).contains(word);
        }
        assertThat(script).contains("labelmaster10").contains("yolo-pose");
        assertThat(run("--version").out()).startsWith("Penumbra ");
    }

    @Test
    void theFiguresOfTheBenchmarkAreOneJsonDocumentThatSaysWhatDrewTheWindow() {
        String quick =
                "project,edits,scenes,prediction,loading,frames,next,saved,list,session,overlays";
        Ran ran = run("bench", "--only", quick, "--pictures", 40, "--runs", 1, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("window").get("pipeline").asString()).contains("ware, ");
        assertThat(ran.json().get("window").get("width").asInt()).isEqualTo(1920);
        JsonNode figures = ran.json().get("figures");
        assertThat(figures.valueStream().map(f -> f.get("name").asString()).toList())
                .contains("import", "open", "edits_committed", "pictures_rendered")
                .contains("zoom_frame_1920x1080", "pan_frame_4000x3000", "gesture_saved")
                .contains("next_picture_1920x1080", "picture_not_ahead_4000x3000")
                .contains("predict_640_fp32", "predict_640_bf16", "predict_640_onnx")
                .contains("sample_640_stock", "samples_a_second_default")
                .contains("heap_opened", "list_scroll_pause", "search_pause")
                .contains("plate_gestures", "plate_by_script", "overlays_all_frame");
        figures.forEach(f -> assertThat(f.get("median").asDouble()).isPositive());
    }

    @Test
    void theBenchmarkMeasuresOnlyTheGroupsThatAreNamed() {
        Ran ran = run("bench", "--only", "edits", "--runs", 2, "--json");
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.json().get("window").isNull()).isTrue();
        assertThat(ran.json().get("figures")).hasSize(1);
        assertThat(ran.json().get("figures").get(0).get("runs").asInt()).isEqualTo(2);
        assertThat(run("bench", "--only", "colours").exit()).isEqualTo(2);
    }
}
