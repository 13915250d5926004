package penumbra.format.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.format.yolo.KeypointShape;
import penumbra.format.yolo.NoiseText;
import penumbra.model.Schema;
import tools.jackson.databind.json.JsonMapper;

/// Writes the `data.yaml` of an export. There is no `path`, so that the folder can be moved: a
/// loader then takes the folder of the file itself. `flip_idx` is left out when the schema pairs no
/// keypoints, because a loader would mirror pictures without exchanging left and right.
final class DataYamlText {

    private DataYamlText() {}

    static byte[] of(Schema schema, KeypointShape shape) {
        StringBuilder text = new StringBuilder("train: images/train\nval: images/val\n");
        text.append("\nnc: ").append(schema.classes().size()).append("\nnames:\n");
        each(text, schema.classNames().stream().map(DataYamlText::quoted).toList());
        text.append("\nkpt_shape: ").append(shape).append('\n');
        boolean paired = IntStream.range(0, shape.count()).anyMatch(i -> schema.flip().get(i) != i);
        if (paired || shape.count() == 1) {
            text.append("flip_idx: ").append(schema.flip()).append('\n');
        }
        text.append("kpt_names:\n");
        String names =
                schema.keypoints().stream()
                        .map(DataYamlText::quoted)
                        .collect(Collectors.joining(", ", "[", "]"));
        each(text, schema.classes().stream().map(_ -> names).toList());
        text.append("kpt_oks_sigmas: ")
                .append(schema.oksSigmas().stream().map(PlainNumber::of).toList());
        text.append("\nkpt_edges: ")
                .append(schema.edges().stream().map(e -> List.of(e.from(), e.to())).toList())
                .append('\n');
        schema.noise().map(NoiseText::of).ifPresent(text::append);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void each(StringBuilder text, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            text.append("  ").append(i).append(": ").append(values.get(i)).append('\n');
        }
    }

    /// A JSON string is a double-quoted YAML scalar.
    private static String quoted(String name) {
        return JsonMapper.shared().writeValueAsString(name);
    }
}
