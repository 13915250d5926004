package penumbra.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelClass;
import penumbra.model.LabelNoise;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pictures and schemas as JSON, the form in which the journal keeps them. A double is written with
/// the fewest digits that read back as the same bits.
///
/// A keypoint is `[x, y, visibility]` and a box `[left, top, width, height]`, both in picture px.
final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static String write(LabelledImage image) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("id", image.id()).put("path", image.path());
        node.put("width", image.size().width()).put("height", image.size().height());
        node.put("state", id(image.state())).put("note", image.note());
        ArrayNode plates = node.putArray("plates");
        image.targets().forEach(target -> put(plates.addObject(), target));
        return MAPPER.writeValueAsString(node);
    }

    static String write(Target target) {
        ObjectNode plate = MAPPER.createObjectNode();
        put(plate, target);
        return MAPPER.writeValueAsString(plate);
    }

    private static void put(ObjectNode plate, Target target) {
        plate.put("id", target.id().toString()).put("class", target.classIndex());
        plate.put("annotator", target.annotator());
        ArrayNode points = plate.putArray("points");
        for (Keypoint k : target.keypoints()) {
            points.addArray().add(k.at().x()).add(k.at().y()).add(k.visibility().code());
        }
        target.box()
                .ifPresent(b ->
                        plate.putArray("box").add(b.x()).add(b.y()).add(b.width()).add(b.height()));
    }

    /// @throws RuntimeException of one kind or another if this is not what [#write] writes
    static Target target(String json) {
        return target(MAPPER.readTree(json));
    }

    /// @throws RuntimeException of one kind or another if this is not what [#write] writes
    static LabelledImage image(String json) {
        JsonNode node = MAPPER.readTree(json);
        List<Target> targets = new ArrayList<>();
        for (JsonNode plate : node.required("plates")) {
            targets.add(target(plate));
        }
        return new LabelledImage(
                node.required("id").longValue(),
                node.required("path").stringValue(),
                new Size(node.required("width").intValue(), node.required("height").intValue()),
                targets,
                state(node.required("state").stringValue()),
                node.required("note").stringValue());
    }

    static String write(Schema schema) {
        ObjectNode node = MAPPER.createObjectNode();
        ArrayNode keypoints = node.putArray("keypoints");
        for (int i = 0; i < schema.keypointCount(); i++) {
            keypoints
                    .addObject()
                    .put("name", schema.keypoints().get(i))
                    .put("flip", schema.flip().get(i))
                    .put("oks_sigma", schema.oksSigmas().get(i));
        }
        ArrayNode edges = node.putArray("edges");
        schema.edges().forEach(e -> edges.addArray().add(e.from()).add(e.to()));
        ArrayNode classes = node.putArray("classes");
        schema.classes()
                .forEach(c -> classes.addObject().put("name", c.name()).put("colour", c.colour()));
        schema.noise().ifPresent(noise -> node.set("noise", NoiseJson.node(noise)));
        return MAPPER.writeValueAsString(node);
    }

    /// @throws RuntimeException of one kind or another if this is not what [#write] writes
    static Schema schema(String json) {
        JsonNode node = MAPPER.readTree(json);
        List<String> names = new ArrayList<>();
        List<Integer> flip = new ArrayList<>();
        List<Double> sigmas = new ArrayList<>();
        for (JsonNode k : node.required("keypoints")) {
            names.add(k.required("name").stringValue());
            flip.add(k.required("flip").intValue());
            sigmas.add(k.required("oks_sigma").doubleValue());
        }
        List<Schema.Edge> edges = new ArrayList<>();
        for (JsonNode e : node.required("edges")) {
            edges.add(new Schema.Edge(e.required(0).intValue(), e.required(1).intValue()));
        }
        List<LabelClass> classes = new ArrayList<>();
        for (JsonNode c : node.required("classes")) {
            classes.add(
                    new LabelClass(
                            c.required("name").stringValue(), c.required("colour").stringValue()));
        }
        Optional<LabelNoise> noise = Optional.ofNullable(node.get("noise")).map(NoiseJson::noise);
        return new Schema(names, edges, flip, sigmas, classes, noise);
    }

    /// The stable id of a state, in the journal and in the tables alike.
    static String id(LabelState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static LabelState state(String id) {
        return LabelState.valueOf(id.toUpperCase(Locale.ROOT));
    }

    private static Target target(JsonNode plate) {
        List<Keypoint> points = new ArrayList<>();
        for (JsonNode p : plate.required("points")) {
            points.add(new Keypoint(new Point(real(p, 0), real(p, 1)), visibility(p)));
        }
        return new Target(
                UUID.fromString(plate.required("id").stringValue()),
                plate.required("class").intValue(),
                points,
                Optional.ofNullable(plate.get("box")).map(Json::box),
                plate.required("annotator").stringValue());
    }

    private static Visibility visibility(JsonNode point) {
        return Visibility.ofCode(point.required(2).intValue()).orElseThrow();
    }

    private static Box box(JsonNode b) {
        return new Box(real(b, 0), real(b, 1), real(b, 2), real(b, 3));
    }

    private static double real(JsonNode array, int index) {
        return array.required(index).doubleValue();
    }
}
