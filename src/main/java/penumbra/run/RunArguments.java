package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import penumbra.text.Texts;

/// `args.yaml` as it stands: every key whose value is one word, as text and in the order of the
/// file, whichever version of the program wrote it.
final class RunArguments {

    private RunArguments() {}

    /// @throws IOException if the file cannot be read
    /// @throws RunException one sentence if it is no mapping
    static SequencedMap<String, String> read(Path file) throws IOException, RunException {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().build())
                            .composeString(Files.readString(file));
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return scalars(mapping);
            }
        } catch (YamlEngineException e) {
            throw new RunException(Texts.of(RunArguments.class, "config.yaml", file), e);
        }
        throw new RunException(Texts.of(RunArguments.class, "config.yaml", file));
    }

    private static SequencedMap<String, String> scalars(MappingNode mapping) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && entry.getValueNode() instanceof ScalarNode value) {
                values.put(key.getValue(), value.getTag().equals(Tag.NULL) ? "" : value.getValue());
            }
        }
        return values;
    }
}
