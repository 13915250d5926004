package penumbra.store;

import java.time.Instant;
import java.util.UUID;
import penumbra.model.BlindLook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Second looks as JSON, the form in which the journal keeps them; their plates as [Json] writes
/// them.
final class LookJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private LookJson() {}

    static String write(BlindLook look) {
        return MAPPER.writeValueAsString(
                MAPPER.createObjectNode()
                        .put("id", look.id().toString())
                        .put("picture", look.imageId())
                        .put("time", look.time().toString())
                        .put("first", Json.write(look.first()))
                        .put("second", Json.write(look.second())));
    }

    /// @throws RuntimeException of one kind or another if this is not what [#write] writes
    static BlindLook read(String json) {
        JsonNode node = MAPPER.readTree(json);
        return new BlindLook(
                UUID.fromString(node.required("id").stringValue()),
                node.required("picture").longValue(),
                Instant.parse(node.required("time").stringValue()),
                Json.target(node.required("first").stringValue()),
                Json.target(node.required("second").stringValue()));
    }
}
