package penumbra.format.yolo;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;

/// The names that a data.yaml gives to classes and keypoints.
final class DataYamlNames {

    private final Path file;
    private final YamlTree yaml;
    private final List<Finding> findings;

    DataYamlNames(Path file, YamlTree yaml, List<Finding> findings) {
        this.file = file;
        this.yaml = yaml;
        this.findings = findings;
    }

    /// `names` as a list or a mapping from index to name, else `class_0` and so on up to `nc`.
    List<String> classes() throws FormatException {
        Optional<List<String>> list = yaml.list("names");
        Optional<Map<String, String>> mapping = yaml.mapping("names");
        int count = yaml.text("nc").flatMap(YamlTree::integer).orElse(-1);
        if (yaml.has("nc") && (count < 1 || count > DataYaml.MAX_CLASSES)) {
            throw yaml.refuse("yolo-yaml-nc", "nc");
        }
        if (!yaml.has("names") && count > 0) {
            return IntStream.range(0, count).mapToObj(i -> "class_" + i).toList();
        }
        List<String> names = list.orElse(List.of());
        if (mapping.isPresent()) {
            String[] byIndex = new String[mapping.get().size()];
            for (Map.Entry<String, String> e : mapping.get().entrySet()) {
                int index = YamlTree.integer(e.getKey()).orElse(-1);
                if (index < 0 || index >= byIndex.length || byIndex[index] != null) {
                    throw yaml.refuse("yolo-yaml-names-index", "names", e.getKey());
                }
                byIndex[index] = e.getValue();
            }
            names = List.of(byIndex);
        }
        if (names.isEmpty() || names.size() > DataYaml.MAX_CLASSES) {
            throw yaml.refuse("yolo-yaml-names", "names");
        }
        if (count > 0 && names.size() != count) {
            throw yaml.refuse("yolo-yaml-names-nc", "names", names.size(), count);
        }
        return distinct(names, "class_", yaml.line("names"));
    }

    /// One list for all classes, or a mapping from class to list, of which the first counts.
    Optional<List<String>> keypoints(int k) {
        if (!yaml.has("kpt_names")) {
            return Optional.empty();
        }
        Optional<List<String>> names =
                yaml.list("kpt_names").or(() -> yaml.lists("kpt_names").map(List::getFirst));
        int line = yaml.line("kpt_names");
        if (names.isEmpty() || names.get().size() != k) {
            findings.add(Finding.of(Severity.WARNING, file, line, "yolo-yaml-kpt-names", k));
            return Optional.empty();
        }
        if (yaml.lists("kpt_names").filter(l -> new HashSet<>(l).size() > 1).isPresent()) {
            findings.add(Finding.of(Severity.WARNING, file, line, "yolo-yaml-kpt-names-differ"));
        }
        return Optional.of(distinct(names.get(), "", line));
    }

    /// The names; one that is blank or a repetition gets its index, because names tell classes
    /// apart.
    private List<String> distinct(List<String> names, String prefix, int line) {
        Set<String> taken = new HashSet<>(names);
        Set<String> seen = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isBlank() || !seen.add(name)) {
                String fresh = name.isBlank() ? prefix + i : name + "_" + i;
                while (!taken.add(fresh)) {
                    fresh += "_";
                }
                findings.add(
                        Finding.of(Severity.WARNING, file, line, "yolo-yaml-name", i, name, fresh));
                name = fresh;
            }
            distinct.add(name);
        }
        return List.copyOf(distinct);
    }
}
