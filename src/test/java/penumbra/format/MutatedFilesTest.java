package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.format.Finding.Severity;
import penumbra.format.plate.PlateSeeds;
import penumbra.format.skeleton.SkeletonSeeds;
import penumbra.format.yolo.YoloSeeds;

/// Parsers survive anything: 100,000 mutated files, the same ones in every run, all in memory.
class MutatedFilesTest {

    private static final int FILES = 100_000;

    private static final List<Seed> SEEDS =
            Stream.of(PlateSeeds.ALL, SkeletonSeeds.ALL, YoloSeeds.ALL)
                    .flatMap(List::stream)
                    .toList();

    private static final List<String> TOKENS =
            List.of(
                    "1e999",
                    "-1e308",
                    "NaN",
                    "\"a\"",
                    "null",
                    "true",
                    "[",
                    "]",
                    "{",
                    "}",
                    "<",
                    ">",
                    "\0",
                    "\uFEFF",
                    "-0",
                    "99999999999999999999",
                    "0.5",
                    "\n",
                    "\"",
                    "&lol;",
                    "..",
                    "/",
                    "\"\":",
                    "[[[[[[[[[[[[",
                    "<a><a><a>",
                    "2147483648",
                    "1e400",
                    "\uD800",
                    "<!DOCTYPE a [<!ENTITY l \"l\">]>");

    @TempDir static Path folder;

    @Test
    void everyFormatHasASeed() {
        assertThat(SEEDS)
                .extracting(Seed::format)
                .containsExactlyInAnyOrderElementsOf(
                        Formats.ALL.stream().map(LabelFormat::id).toList());
    }

    @Test
    void theSeedsThemselvesAreReadWithoutRefusalButForTheCrowd() throws Exception {
        for (Seed seed : SEEDS) {
            assertThat(seed.reader().read(file(seed), seed.bytes()))
                    .as(seed.format())
                    .filteredOn(f -> f.severity() == Severity.REFUSED)
                    .extracting(Finding::rule)
                    .isSubsetOf("crowd");
        }
    }

    @Test
    void nothingButTheFormatsOwnExceptionLeavesAParserAndEveryRefusalHasItsPlace() {
        Random random = new Random(20260715);
        TreeMap<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < FILES; i++) {
            Seed seed = SEEDS.get(i % SEEDS.size());
            byte[] bytes = mutated(seed.bytes(), random);
            for (Finding finding : read(seed, bytes, i)) {
                if (finding.severity() == Severity.REFUSED) {
                    seen.merge(finding.rule(), 1, Integer::sum);
                    assertThat(finding.file()).isEqualTo(file(seed));
                    assertThat(finding.line())
                            .as("file %s of %s: %s", i, seed.format(), finding)
                            .isGreaterThanOrEqualTo(fileLevel(finding) ? 0 : 1);
                    assertThat(finding.message()).endsWith(".").doesNotContain("%1$");
                }
            }
        }
        assertThat(seen.keySet())
                .contains("json-syntax", "xml-syntax", "number", "columns", "keypoint-count");
    }

    private static boolean fileLevel(Finding finding) {
        return finding.rule().equals("not-this-format");
    }

    private static List<Finding> read(Seed seed, byte[] bytes, int number) {
        try {
            return seed.reader().read(file(seed), bytes);
        } catch (FormatException e) {
            return List.of(e.finding());
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(
                    "file "
                            + number
                            + " of "
                            + seed.format()
                            + ":\n"
                            + new String(bytes, StandardCharsets.UTF_8),
                    e);
        }
    }

    private static Path file(Seed seed) {
        return folder.resolve("labels").resolve("set." + seed.format());
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bytes = good;
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            bytes = mutatedOnce(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutatedOnce(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        byte[] token = TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(bytes, from, random);
            case 1 -> Arrays.copyOf(bytes, from);
            case 2 -> spliced(bytes, from, from, token);
            case 3 -> spliced(bytes, from, to, token);
            case 4 -> spliced(bytes, from, to, new byte[0]);
            case 5 -> spliced(bytes, to, to, Arrays.copyOfRange(bytes, from, to));
            case 6 -> number(bytes, from, token);
            default -> swapped(bytes, from, random.nextInt(bytes.length));
        };
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(8));
        return copy;
    }

    private static byte[] swapped(byte[] bytes, int a, int b) {
        byte[] copy = bytes.clone();
        copy[a] = bytes[b];
        copy[b] = bytes[a];
        return copy;
    }

    /// The next number from there on replaced by the token.
    private static byte[] number(byte[] bytes, int at, byte[] token) {
        int from = at;
        while (from < bytes.length && !Character.isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && Character.isDigit(bytes[to])) {
            to++;
        }
        return spliced(bytes, from, to, token);
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] result = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(middle, 0, result, from, middle.length);
        System.arraycopy(bytes, to, result, from + middle.length, bytes.length - to);
        return result;
    }
}
