package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.format.Finding.Severity;
import penumbra.geometry.Size;
import penumbra.model.Schema;

/// Parsers survive anything: 100,000 mutated files, the same ones in every run, all in memory.
class MutatedFilesTest {

    private static final int FILES = 100_000;

    /// Reads one file from its bytes as its format does.
    interface Reader {
        List<Finding> read(Path file, byte[] bytes) throws FormatException;
    }

    /// One good file of a format. A format with a file of its own adds a line to the table.
    private record Seed(String format, Reader reader, String content) {}

    private static final List<Seed> SEEDS =
            List.of(
                    yolo(
                            """
                            15 0.5 0.5 0.25 0.2 0.375 0.4 2 0.3751 0.6 1 0.625 0.6 0 0.6249 0.4 2
                            0 0.5 0.5 0.25 0.2 -0.1 0.4 2 0.3751 1.6 1 0.625 0.6 2 0.6249 0.4 2
                            """),
                    plate(PlateLayout.SJTU9, "12 P\n0 P\r\n35 -0.1 1.2 0.5 .5 5e-1 0.5 0.5 0.25\n"),
                    plate(PlateLayout.TJU9, "2 P\n8 P\n"),
                    plate(PlateLayout.LABELMASTER10, "P 2 1\nP 11 3\n"),
                    plate(PlateLayout.ATLABELMASTER10, "1 2 P\n3 6 P\n"),
                    annotations(
                            "coco",
                            CocoFile::parse,
                            """
                            {"images": [{"id": 7, "file_name": "a.png", "width": 64, "height": 32}],
                             "categories": [{"id": 2, "name": "R3", "skeleton": [[1, 2]],
                              "keypoints": ["TL", "BL"]}, {"id": 3, "name": "car"}],
                             "annotations": [{"id": 1, "image_id": 7, "category_id": 2,
                              "bbox": [1.5, 2, 3, 4], "keypoints": [10.25, 20.5, 2, 10, 30, 1]},
                             {"id": 2, "image_id": 7, "category_id": 3, "iscrowd": 1,
                              "segmentation": [[1, 2]], "keypoints": [1, 1, 2]}]}
                            """),
                    annotations(
                            "cvat",
                            CvatFile::parse,
                            """
                            <?xml version="1.0" encoding="utf-8"?><annotations><meta><labels>
                            <label><name>R3</name></label><label><name>TL</name><parent>R3</parent>
                            </label><label><name>BL</name><parent>R3</parent></label></labels>
                            <original_size><width>64</width><height>32</height></original_size></meta>
                            <image id="0" name="a.png" width="64" height="32">
                            <skeleton label="R3" group_id="5"><points label="BL" outside="0"
                            occluded="1" points="10.25,-3.5"/><points label="TL" points="1,2"/>
                            </skeleton><box label="R3" group_id="5" xtl="1" ytl="2" xbr="4" ybr="6"/>
                            </image><track label="R3"><skeleton frame="1" outside="0"/>
                            <track label="TL"><points frame="1" points="1,2"/></track></track>
                            </annotations>
                            """),
                    annotations(
                            "labelme",
                            LabelMeFile::parse,
                            """
                            {"imagePath": "..\\\\a.png", "imageWidth": 64, "imageHeight": 32,
                             "imageData": "aGVsbG8=", "shapes": [
                             {"label": "TL", "points": [[10, -2]], "group_id": 1, "shape_type": "point"},
                             {"label": "R3", "points": [[4, 1], [8, 3]], "group_id": 1,
                              "shape_type": "rectangle"},
                             {"label": "B1", "points": [[1, 2], [1, 6], [9, 6], [9, 2]]}]}
                            """),
                    annotations(
                            "label-studio",
                            LabelStudioFile::parse,
                            """
                            [{"data": {"image": "/data/upload/3/0a1b2c3d-a.png"}, "annotations": [
                             {"completed_by": {"id": 1}, "result": [
                             {"id": "p", "type": "keypointlabels", "original_width": 200,
                              "original_height": 100, "image_rotation": 0, "parentID": "r",
                              "value": {"x": 1.5, "y": 2, "keypointlabels": ["TL"]}},
                             {"id": "r", "type": "rectanglelabels", "original_width": 200,
                              "original_height": 100, "value": {"x": 1, "y": 2, "width": 20,
                              "height": 30, "rotation": 0, "rectanglelabels": ["R3"]}},
                             {"type": "relation", "from_id": "p", "to_id": "r"}]}]}]
                            """),
                    annotations(
                            "datumaro",
                            DatumaroFile::parse,
                            """
                            {"categories": {"label": {"labels": [{"name": "R3"}, {"name": "TL"}]},
                             "points": {"items": [{"label_id": 0, "labels": ["TL"],
                              "joints": [[1, 1]]}]}}, "items": [{"id": "a",
                             "image": {"path": "a.png", "size": [32, 64]}, "annotations": [
                             {"type": "skeleton", "label_id": 0, "points": [1.5, 2, 2]},
                             {"type": "skeleton", "label_id": 0, "elements": [
                              {"label_id": 1, "points": [5, 6], "visibility": [1]}]}]}]}
                            """));

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

    private static Seed plate(PlateLayout layout, String content) {
        String points = "0.25 0.5 0.25 0.625 0.5 0.625 0.5 0.5";
        return new Seed(
                layout.id(),
                (file, bytes) -> {
                    Findings findings = new Findings();
                    PlateText.lines(file, bytes, layout, findings)
                            .forEach(line -> line.target(new Size(64, 32), ""));
                    return findings.list();
                },
                content.replace("P", points));
    }

    private static Seed yolo(String content) {
        return new Seed(
                "yolo-pose",
                (file, bytes) -> {
                    List<Finding> findings = new ArrayList<>();
                    new YoloLabels(file, Optional.empty(), Schema.ARMOR_PLATE, "", findings)
                            .read(bytes, new Size(64, 32));
                    return findings;
                },
                content);
    }

    private static Seed annotations(String format, AnnotationSource.Parser parser, String content) {
        return new Seed(
                format,
                (file, bytes) -> {
                    Findings findings = new Findings();
                    AnnotationFile read = parser.parse(file, bytes, "", findings);
                    return new SkeletonSource(List.of(read), OptionalInt.of(4), findings)
                            .labelSet()
                            .findings();
                },
                content);
    }

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
            assertThat(seed.reader().read(file(seed), bytes(seed)))
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
            byte[] bytes = mutated(bytes(seed), random);
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

    private static byte[] bytes(Seed seed) {
        return seed.content().getBytes(StandardCharsets.UTF_8);
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
