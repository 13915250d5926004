package penumbra.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever the order in a file or a folder, pictures come as a person counts them.
class PictureOrderTest {

    private static final List<String> STEMS =
            List.of("frame_10", "frame_9", "frame_100", "frame_1");

    @TempDir Path folder;

    static Stream<LabelFormat> formats() {
        return Formats.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void picturesComeInNaturalOrder(LabelFormat format) throws Exception {
        folder = folder.toRealPath();
        STEMS.forEach(stem -> TestPictures.write(folder.resolve(stem + ".png"), 16, 16));
        LabelSet labels = format.read(source(format.id()), "");
        assertThat(labels.images())
                .extracting(image -> Path.of(image.path()).getFileName().toString())
                .containsExactly("frame_1.png", "frame_9.png", "frame_10.png", "frame_100.png");
    }

    private Path source(String id) throws IOException {
        return switch (id) {
            case "yolo-pose", "sjtu9", "tju9", "labelmaster10", "atlabelmaster10" -> folder;
            case "coco" ->
                    file(
                            "set.json",
                            "{\"annotations\": [], \"images\": [",
                            "{\"id\": \"%1$s\", \"file_name\": \"%1$s.png\"}",
                            "]}");
            case "cvat" ->
                    file(
                            "set.xml",
                            "<annotations>",
                            "<image name=\"%s.png\" width=\"16\" height=\"16\"/>",
                            "</annotations>");
            case "labelme" -> {
                for (String stem : STEMS) {
                    String text = "{\"imagePath\": \"%s.png\", \"shapes\": []}";
                    Sources.text(folder.resolve(stem + ".json"), text.formatted(stem));
                }
                yield folder;
            }
            case "label-studio" ->
                    file(
                            "set.json",
                            "[",
                            "{\"data\": {\"image\": \"%s.png\"}, \"annotations\": []}",
                            "]");
            case "datumaro" -> file("set.json", "{\"items\": [", "{\"id\": \"%s\"}", "]}");
            default -> throw new AssertionError("add a source of " + id);
        };
    }

    private Path file(String name, String before, String each, String after) throws IOException {
        String separator = each.startsWith("{") ? "," : "";
        String entries = STEMS.stream().map(each::formatted).collect(Collectors.joining(separator));
        return Sources.text(folder.resolve(name), before + entries + after);
    }
}
