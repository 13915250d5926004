package penumbra.format.yolo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import penumbra.format.Finding;
import penumbra.format.FormatException;
import penumbra.format.SourceFiles;

/// A YAML file as text nodes with line numbers; at most 50 levels deep and 4 MiB long. Scalars stay
/// text, so that a class called `1e3` keeps its name. Of equal keys the last one counts, as for a
/// loader.
final class YamlTree {

    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_ALIASES = 50;

    private final Path file;
    private final Map<String, Node> entries;

    private YamlTree(Path file, Map<String, Node> entries) {
        this.file = file;
        this.entries = entries;
    }

    /// @throws FormatException if it is no YAML mapping within the limits
    static YamlTree parse(Path file, byte[] content) throws FormatException {
        if (content.length > MAX_BYTES) {
            throw refusal(file, 0, "yolo-yaml-syntax", "longer than 4 MiB");
        }
        String text = SourceFiles.text(content);
        LoadSettings settings =
                LoadSettings.builder()
                        .setLabel(file.toString())
                        .setCodePointLimit(MAX_BYTES)
                        .setMaxAliasesForCollections(MAX_ALIASES)
                        .setAllowDuplicateKeys(true)
                        .build();
        try {
            requireShallow(file, new Parse(settings).parseString(text));
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return new YamlTree(file, entries(mapping));
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
            throw refusal(file, line, "yolo-yaml-syntax", e.getProblem());
        } catch (YamlEngineException e) {
            throw refusal(
                    file, 0, "yolo-yaml-syntax", e.getMessage().lines().findFirst().orElse(""));
        }
        throw refusal(file, 0, "yolo-yaml-syntax", "no mapping of keys to values");
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /// The line of the value of that key; 0 when the key is not there.
    int line(String key) {
        return has(key) ? line(entries.get(key)) : 0;
    }

    /// The value when it is a scalar; an empty or null value is none.
    Optional<String> text(String key) {
        return has(key) ? scalar(entries.get(key)) : Optional.empty();
    }

    /// The scalars when the value is a list of them; empty otherwise.
    Optional<List<String>> list(String key) {
        return has(key) ? scalars(entries.get(key)) : Optional.empty();
    }

    /// The value when it maps scalars to scalars, in file order; empty otherwise.
    Optional<Map<String, String>> mapping(String key) {
        if (!(entries.get(key) instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Node> e : entries(mapping).entrySet()) {
            Optional<String> text = scalar(e.getValue());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.put(e.getKey(), text.get());
        }
        return Optional.of(texts);
    }

    /// The lists of scalars when the value is a list of lists, or a mapping to lists; empty
    /// otherwise.
    Optional<List<List<String>>> lists(String key) {
        List<Node> nodes =
                switch (entries.get(key)) {
                    case SequenceNode s -> s.getValue();
                    case MappingNode m -> List.copyOf(entries(m).values());
                    case null, default -> List.of();
                };
        List<List<String>> lists = new ArrayList<>();
        for (Node node : nodes) {
            scalars(node).ifPresent(lists::add);
        }
        return nodes.isEmpty() || lists.size() < nodes.size()
                ? Optional.empty()
                : Optional.of(lists);
    }

    /// The exception that refuses this file because of the value of that key.
    FormatException refuse(String rule, String key, Object... arguments) {
        return refusal(file, line(key), rule, arguments);
    }

    private static FormatException refusal(Path file, int line, String rule, Object... arguments) {
        return new FormatException(
                Finding.of(Finding.Severity.REFUSED, file, line, rule, arguments));
    }

    private static void requireShallow(Path file, Iterable<Event> events) throws FormatException {
        int depth = 0;
        for (Event event : events) {
            depth += event instanceof CollectionStartEvent ? 1 : 0;
            depth -= event instanceof CollectionEndEvent ? 1 : 0;
            if (depth > MAX_DEPTH) {
                int line = event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
                throw refusal(file, line, "yolo-yaml-syntax", "nested too deeply");
            }
        }
    }

    private static Map<String, Node> entries(MappingNode mapping) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.put(key.getValue(), tuple.getValueNode());
            }
        }
        return entries;
    }

    private static Optional<List<String>> scalars(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            Optional<String> text = scalar(item);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    private static Optional<String> scalar(Node node) {
        return node instanceof ScalarNode s && !s.getTag().equals(Tag.NULL)
                ? Optional.of(s.getValue())
                : Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /// The texts as whole numbers; empty when one of them is none.
    static List<Integer> integers(List<String> texts) {
        List<Integer> integers = new ArrayList<>();
        texts.forEach(t -> integer(t).ifPresent(integers::add));
        return integers.size() == texts.size() ? integers : List.of();
    }

    static Optional<Integer> integer(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
