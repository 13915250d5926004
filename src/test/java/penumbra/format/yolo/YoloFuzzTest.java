package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Mutated files, the same ones in every run.
class YoloFuzzTest {

    private static final Path FILE = Path.of("some.txt");
    private static final String LABELS =
            "3 0.5 0.5 0.25 0.5 0.375 0.25 2 0.375 0.75 1 0.625 0.75 2 0.625 0.25 0\n"
                    + "15 5e-1 .5 0.25 0.5 0.375 0.25 0.375 0.75 0.625 0.75 0.625 0.25\r\n\n"
                    + "0 1 1 0 0 1.2 -0.3 1 0 0 0 -0.005 0.5 2 1 1 2\n";
    private static final String YAML =
            """
            path: .
            train: images/train
            val: [images/val, list.txt]
            nc: 2
            names: {0: B1, 1: "R\\t1"}
            kpt_shape: [4, 3]
            flip_idx: [3, 2, 1, 0]
            kpt_names: {0: &n [TL, BL, BR, TR], 1: *n}
            kpt_oks_sigmas: [0.25, 0.25, 0.25, 0.25]
            kpt_edges: [[0, 1], [2, 3]]
            """;
    private static final List<String> PIECES =
            List.of(
                    "nan",
                    "inf",
                    "-",
                    "1e999",
                    "\ufeff",
                    "\u0000",
                    "\n",
                    "\r",
                    " ",
                    "\t",
                    ",",
                    "#",
                    "[",
                    "]",
                    "{",
                    "}",
                    ": ",
                    "- ",
                    "&a ",
                    "*a",
                    "!!int ",
                    "%",
                    "@",
                    "|",
                    ">",
                    "\"",
                    "'",
                    "\\x",
                    "\u2028",
                    "\ud800",
                    "9999999999",
                    "_",
                    "<<: ",
                    "---\n",
                    "...\n",
                    "?");

    @Test
    void nothingLeavesTheLabelParserAndEveryRefusalNamesItsLine() {
        int taken = 0;
        int refused = 0;
        for (int seed = 0; seed < 15_000; seed++) {
            byte[] content = mutated(LABELS, seed);
            int lines = PythonText.lines(new String(content, StandardCharsets.UTF_8)).size();
            List<Finding> findings = new ArrayList<>();
            Optional<KeypointShape> shape =
                    seed % 3 == 0 ? Optional.of(new KeypointShape(4, 3)) : Optional.empty();
            List<Target> targets =
                    new YoloLabels(FILE, shape, Schema.ARMOR_PLATE, "", findings)
                            .read(content, new Size(1280, 1024));
            taken += targets.size();
            for (Finding f : findings) {
                refused += f.severity() == Severity.REFUSED ? 1 : 0;
                assertThat(f.file()).isEqualTo(FILE);
                assertThat(f.line()).isBetween(1, Math.max(1, lines));
                assertThat(f.rule()).startsWith("yolo-");
                assertThat(f.message()).isNotBlank();
            }
            new LoaderLabels(new KeypointShape(4, 3), 16).judge(content);
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void nothingButAFormatExceptionLeavesTheYamlParser() {
        int taken = 0;
        int refused = 0;
        for (int seed = 0; seed < 15_000; seed++) {
            byte[] content = mutated(YAML, seed);
            try {
                DataYaml yaml = DataYaml.parse(FILE, content);
                assertThat(yaml.schema().keypointCount()).isEqualTo(yaml.shape().count());
                taken++;
            } catch (FormatException e) {
                assertThat(e.finding().file()).isEqualTo(FILE.toAbsolutePath());
                assertThat(e.finding().line()).isNotNegative();
                assertThat(e.finding().rule()).startsWith("yolo-yaml-");
                refused++;
            }
        }
        assertThat(taken).isPositive();
        assertThat(refused).isPositive();
    }

    /// One to eight changes: a flipped bit, a cut, a doubled stretch, a foreign piece.
    private static byte[] mutated(String text, int seed) {
        Random random = new Random(seed);
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(8); n >= 0 && content.length > 0; n--) {
            int at = random.nextInt(content.length);
            int to = Math.min(content.length, at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> content = joined(content, at, new byte[0], to);
                case 2 -> content = joined(content, to, new byte[0], at);
                default -> {
                    String piece = PIECES.get(random.nextInt(PIECES.size()));
                    content = joined(content, at, piece.getBytes(StandardCharsets.UTF_8), at);
                }
            }
        }
        return content;
    }

    private static byte[] joined(byte[] content, int head, byte[] piece, int tail) {
        byte[] result = new byte[head + piece.length + content.length - tail];
        System.arraycopy(content, 0, result, 0, head);
        System.arraycopy(piece, 0, result, head, piece.length);
        System.arraycopy(content, tail, result, head + piece.length, content.length - tail);
        return result;
    }
}
