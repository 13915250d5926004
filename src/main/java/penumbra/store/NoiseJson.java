package penumbra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import penumbra.model.AxisLaw;
import penumbra.model.Estimate;
import penumbra.model.LabelNoise;
import penumbra.model.SizeLaw;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Measured label noise as JSON, every double with the fewest digits that read back as the same
/// bits. A deviation with its interval is `[value, low, high]` in picture px.
final class NoiseJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private NoiseJson() {}

    static String write(LabelNoise noise) {
        return MAPPER.writeValueAsString(node(noise));
    }

    /// @throws RuntimeException of one kind or another if this is not what [#write] writes
    static LabelNoise read(String json) {
        return noise(MAPPER.readTree(json));
    }

    static ObjectNode node(LabelNoise noise) {
        ObjectNode node = MAPPER.createObjectNode();
        put(node.putObject("along"), noise.along());
        put(node.putObject("across"), noise.across());
        ArrayNode spans = node.putArray("spans");
        for (LabelNoise.Span span : noise.spans()) {
            ObjectNode at = spans.addObject().put("gap", span.gap());
            put(at.putArray("along"), span.along());
            put(at.putArray("across"), span.across());
        }
        node.put("pairs", noise.pairs());
        ArrayNode annotators = node.putArray("annotators");
        noise.annotators().forEach(annotators::add);
        ArrayNode looks = node.putArray("looks");
        noise.looks().forEach(id -> looks.add(id.toString()));
        return node.put("measured", noise.measured().toString());
    }

    /// @throws RuntimeException of one kind or another if this is not what [#node] makes
    static LabelNoise noise(JsonNode node) {
        List<LabelNoise.Span> spans = new ArrayList<>();
        for (JsonNode at : node.required("spans")) {
            spans.add(
                    new LabelNoise.Span(
                            at.required("gap").doubleValue(),
                            estimate(at.required("along")),
                            estimate(at.required("across"))));
        }
        List<String> annotators = new ArrayList<>();
        node.required("annotators").forEach(name -> annotators.add(name.stringValue()));
        List<UUID> looks = new ArrayList<>();
        node.required("looks").forEach(id -> looks.add(UUID.fromString(id.stringValue())));
        return new LabelNoise(
                law(node.required("along")),
                law(node.required("across")),
                spans,
                node.required("pairs").intValue(),
                annotators,
                looks,
                Instant.parse(node.required("measured").stringValue()));
    }

    private static void put(ObjectNode node, AxisLaw law) {
        node.put("law", law.law().name().toLowerCase(Locale.ROOT));
        node.put("first", law.first()).put("second", law.second());
        node.put("gap", law.gap()).put("variance", law.variance());
    }

    private static AxisLaw law(JsonNode node) {
        return new AxisLaw(
                SizeLaw.valueOf(node.required("law").stringValue().toUpperCase(Locale.ROOT)),
                node.required("first").doubleValue(),
                node.required("second").doubleValue(),
                node.required("gap").doubleValue(),
                node.required("variance").doubleValue());
    }

    private static void put(ArrayNode node, Estimate estimate) {
        node.add(estimate.value()).add(estimate.low()).add(estimate.high());
    }

    private static Estimate estimate(JsonNode node) {
        return new Estimate(
                node.required(0).doubleValue(),
                node.required(1).doubleValue(),
                node.required(2).doubleValue());
    }
}
