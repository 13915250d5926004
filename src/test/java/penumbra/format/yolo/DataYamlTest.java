package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.format.Finding;
import penumbra.format.FormatException;
import penumbra.model.Schema;
import penumbra.model.Schema.Edge;

class DataYamlTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("data.yaml");
    }

    @Test
    void readsEveryKey() throws FormatException, IOException {
        Files.createDirectories(folder.resolve("set"));
        DataYaml yaml =
                parse(
                        """
                        path: set
                        train: images/train
                        val: [images/a, images/b.txt]
                        test: images/test
                        nc: 2
                        names: {1: R3, 0: "1e3"}
                        kpt_shape: [3, 2]
                        flip_idx: [1, 0, 2]
                        kpt_names:
                          0: [left, right, top]
                          1: [left, right, top]
                        kpt_oks_sigmas: [0.1, 0.2, 5e-2]
                        kpt_edges: [[0, 1], [1, 2]]
                        roboflow: {license: MIT}
                        """);
        assertThat(yaml.shape()).isEqualTo(new KeypointShape(3, 2));
        assertThat(yaml.schema().classNames()).containsExactly("1e3", "R3");
        assertThat(yaml.schema().keypoints()).containsExactly("left", "right", "top");
        assertThat(yaml.schema().flip()).containsExactly(1, 0, 2);
        assertThat(yaml.flip()).contains(List.of(1, 0, 2));
        assertThat(yaml.schema().oksSigmas()).containsExactly(0.1, 0.2, 0.05);
        assertThat(yaml.schema().edges()).containsExactly(new Edge(0, 1), new Edge(1, 2));
        assertThat(yaml.root()).isEqualTo(folder.resolve("set"));
        assertThat(yaml.splits())
                .containsEntry("train", List.of(folder.resolve("set/images/train")))
                .containsEntry(
                        "val",
                        List.of(folder.resolve("set/images/a"), folder.resolve("set/images/b.txt")))
                .containsEntry("test", List.of(folder.resolve("set/images/test")));
        assertThat(yaml.findings()).isEmpty();
    }

    @Test
    void whatIsNotStatedHasItsDefault() throws FormatException {
        DataYaml yaml = parse("kpt_shape: [4, 3]\nnc: 2\n");
        assertThat(yaml.schema())
                .isEqualTo(
                        Schema.plain(List.of("1", "2", "3", "4"), List.of("class_0", "class_1")));
        assertThat(yaml.flip()).isEmpty();
        assertThat(yaml.namedKeypoints()).isFalse();
        assertThat(yaml.root()).isEqualTo(folder);
        assertThat(yaml.splits()).isEmpty();
    }

    @Test
    void thePlateIsRecognisedByItsKeypointNames() throws FormatException {
        DataYaml yaml =
                parse(
                        "kpt_shape: [4, 3]\nnames: [B1]\nflip_idx: [3, 2, 1, 0]\nkpt_names: [TL, BL, BR, TR]\n");
        assertThat(yaml.schema().edges()).isEqualTo(Schema.ARMOR_PLATE.edges());
        assertThat(yaml.schema().flip()).isEqualTo(Schema.ARMOR_PLATE.flip());
    }

    @Test
    void validationIsAnotherWordForVal() throws FormatException {
        assertThat(parse("kpt_shape: [4, 3]\nnc: 1\nvalidation: v\n").splits())
                .containsEntry("val", List.of(folder.resolve("v")));
    }

    @Test
    void aSplitThatStartsAboveTheRootIsSoughtBelowItWhenMissing() throws Exception {
        Files.createDirectories(folder.resolve("train/images"));
        assertThat(parse("kpt_shape: [4, 3]\nnc: 1\ntrain: ../train/images\n").splits())
                .containsEntry("train", List.of(folder.resolve("train/images")));
    }

    @Test
    void aPathThatIsNotThereFallsBackToTheFolderAndIsNamed() throws FormatException {
        DataYaml yaml = parse("path: /content/drive/pose\nkpt_shape: [4, 3]\nnc: 1\n");
        assertThat(yaml.root()).isEqualTo(folder);
        assertThat(yaml.findings())
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.rule()).isEqualTo("yolo-yaml-path");
                    assertThat(f.line()).isEqualTo(1);
                    assertThat(f.message()).contains("/content/drive/pose");
                });
    }

    @Test
    void blankAndRepeatedNamesGetTheirIndex() throws FormatException {
        DataYaml yaml = parse("kpt_shape: [4, 3]\nnames: [a, a, \"\", a_1]\n");
        assertThat(yaml.schema().classNames()).containsExactly("a", "a_1_", "class_2", "a_1");
        assertThat(yaml.findings())
                .extracting(Finding::rule)
                .containsOnly("yolo-yaml-name")
                .hasSize(2);
    }

    @Test
    void ofEqualKeysTheLastOneCounts() throws FormatException {
        assertThat(parse("kpt_shape: [4, 2]\nnc: 1\nkpt_shape: [4, 3]\n").shape().dimensions())
                .isEqualTo(3);
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreAccepted() throws FormatException {
        assertThat(parse("\ufeffkpt_shape: [4, 3]\r\nnc: 1\r\n").shape().count()).isEqualTo(4);
    }

    @Test
    void keypointNamesThatDoNotFitAreLeftOut() throws FormatException {
        DataYaml yaml = parse("kpt_shape: [2, 3]\nnc: 2\nkpt_names: [a, b, c]\n");
        assertThat(yaml.schema().keypoints()).containsExactly("1", "2");
        assertThat(yaml.findings())
                .extracting(Finding::rule)
                .containsExactly("yolo-yaml-kpt-names");
        yaml = parse("kpt_shape: [2, 3]\nnc: 2\nkpt_names: {0: [a, b], 1: [c, d]}\n");
        assertThat(yaml.schema().keypoints()).containsExactly("a", "b");
        assertThat(yaml.findings())
                .extracting(Finding::rule)
                .containsExactly("yolo-yaml-kpt-names-differ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nc: 1 | 0 | yolo-yaml-shape",
                "nc: 1~kpt_shape: 4 | 2 | yolo-yaml-shape",
                "nc: 1~kpt_shape: [4] | 2 | yolo-yaml-shape",
                "nc: 1~kpt_shape: [4, 4] | 2 | yolo-yaml-shape",
                "nc: 1~kpt_shape: [0, 3] | 2 | yolo-yaml-shape",
                "nc: 1~kpt_shape: [4, x] | 2 | yolo-yaml-shape",
                "nc: 1~kpt_shape: [2000000000, 3] | 2 | yolo-yaml-shape",
                "kpt_shape: [4, 3] | 0 | yolo-yaml-names",
                "kpt_shape: [4, 3]~names: | 2 | yolo-yaml-names",
                "kpt_shape: [4, 3]~names: []~nc: 0 | 3 | yolo-yaml-nc",
                "kpt_shape: [4, 3]~nc: 2000000000 | 2 | yolo-yaml-nc",
                "kpt_shape: [4, 3]~nc: many | 2 | yolo-yaml-nc",
                "kpt_shape: [4, 3]~names: [a, b]~nc: 3 | 2 | yolo-yaml-names-nc",
                "kpt_shape: [4, 3]~names: {0: a, 2: b} | 2 | yolo-yaml-names-index",
                "kpt_shape: [4, 3]~names: {0: a, b: b} | 2 | yolo-yaml-names-index",
                "kpt_shape: [4, 3]~names: {0: a, +0: b} | 2 | yolo-yaml-names-index",
                "kpt_shape: [4, 3]~nc: 1~flip_idx: [1, 0] | 3 | yolo-yaml-flip",
                "kpt_shape: [2, 3]~nc: 1~flip_idx: [1, 1] | 3 | yolo-yaml-flip",
                "kpt_shape: [2, 3]~nc: 1~kpt_edges: [[0, 2]] | 3 | yolo-yaml-edges",
                "kpt_shape: [2, 3]~nc: 1~kpt_oks_sigmas: [1, 0] | 3 | yolo-yaml-sigmas",
                "kpt_shape: [2, 3]~nc: 1~kpt_oks_sigmas: [1] | 3 | yolo-yaml-sigmas",
                "kpt_shape: [2, 3]~nc: 1~kpt_noise: 2 | 3 | yolo-yaml-noise",
                "kpt_shape: [2, 3]~nc: 1~kpt_noise: [[constant, 1, 0, 30, 2]] | 3 | yolo-yaml-noise",
                "kpt_shape: [2, 3]~nc: 1~train: \"\\0\" | 3 | yolo-yaml-bad-path",
                "a: [1, 2 | 1 | yolo-yaml-syntax",
                "kpt_shape: [4, 3]~~  names: x | 3 | yolo-yaml-syntax",
                "just text | 0 | yolo-yaml-syntax",
                "- a list | 0 | yolo-yaml-syntax"
            })
    void refusesWithLineAndRule(String text, int line, String rule) {
        assertThatThrownBy(() -> parse(text.replace('~', '\n')))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> {
                            assertThat(e.finding().rule()).isEqualTo(rule);
                            assertThat(e.finding().line()).isEqualTo(line);
                            assertThat(e.finding().file()).isEqualTo(file);
                        });
    }

    @ParameterizedTest
    @CsvSource({"'[', 1", "'a: ', 50000"})
    void hostileNestingIsRefusedAndNothingElseHappens(String piece, int indent) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append(indent > 1 ? "\n" + " ".repeat(i) : "").append(piece);
        }
        assertThatThrownBy(() -> parse(text.toString())).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> parse("[".repeat(1_000_000))).isInstanceOf(FormatException.class);
    }

    @Test
    void aliasesDoNotMultiply() {
        StringBuilder text = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            text.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        text.append("kpt_shape: [4, 3]\nnames: *a39\n");
        assertThatThrownBy(() -> parse(text.toString())).isInstanceOf(FormatException.class);
    }

    @Test
    void aFileThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> DataYaml.read(folder.resolve("no.yaml")))
                .isInstanceOfSatisfying(
                        FormatException.class,
                        e -> assertThat(e.finding().rule()).isEqualTo("unreadable"));
    }

    private DataYaml parse(String text) throws FormatException {
        return DataYaml.parse(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
