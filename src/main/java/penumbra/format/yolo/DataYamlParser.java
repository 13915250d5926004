package penumbra.format.yolo;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;

/// Makes a [DataYaml] of its text nodes.
final class DataYamlParser {

    private final Path file;
    private final YamlTree yaml;
    private final List<Finding> findings = new ArrayList<>();

    DataYamlParser(Path file, YamlTree yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    DataYaml parse() throws FormatException {
        KeypointShape shape = shape();
        DataYamlNames names = new DataYamlNames(file, yaml, findings);
        List<String> classes = names.classes();
        Optional<List<Integer>> flip = flip(shape.count());
        Optional<List<String>> named = names.keypoints(shape.count());
        List<String> numbered =
                IntStream.rangeClosed(1, shape.count()).mapToObj(Integer::toString).toList();
        Schema plain = Schema.plain(named.orElse(numbered), classes);
        Schema schema =
                new Schema(
                        plain.keypoints(),
                        edges(plain),
                        flip.orElse(plain.flip()),
                        sigmas(plain.oksSigmas()),
                        plain.classes(),
                        noise());
        Path root = root();
        return new DataYaml(
                file,
                yaml.text("path").orElse(""),
                root,
                shape,
                flip,
                named.isPresent(),
                schema,
                splits(root),
                List.copyOf(findings));
    }

    private KeypointShape shape() throws FormatException {
        List<Integer> values = yaml.list("kpt_shape").map(YamlTree::integers).orElse(List.of());
        try {
            if (values.size() == 2) {
                return new KeypointShape(values.get(0), values.get(1));
            }
        } catch (IllegalArgumentException e) {
            throw yaml.refuse("yolo-yaml-shape", "kpt_shape");
        }
        throw yaml.refuse("yolo-yaml-shape", "kpt_shape");
    }

    private Optional<List<Integer>> flip(int k) throws FormatException {
        if (!yaml.has("flip_idx")) {
            return Optional.empty();
        }
        List<Integer> flip = yaml.list("flip_idx").map(YamlTree::integers).orElse(List.of());
        if (!flip.stream().sorted().toList().equals(IntStream.range(0, k).boxed().toList())) {
            throw yaml.refuse("yolo-yaml-flip", "flip_idx", k);
        }
        return Optional.of(flip);
    }

    private List<Schema.Edge> edges(Schema plain) throws FormatException {
        List<Schema.Edge> edges = new ArrayList<>();
        for (List<String> pair : yaml.lists("kpt_edges").orElse(List.of())) {
            List<Integer> ends = YamlTree.integers(pair);
            if (ends.size() != 2
                    || ends.stream().anyMatch(i -> i < 0 || i >= plain.keypointCount())) {
                throw yaml.refuse("yolo-yaml-edges", "kpt_edges", plain.keypointCount());
            }
            edges.add(new Schema.Edge(ends.get(0), ends.get(1)));
        }
        boolean plate =
                plain.keypoints().equals(Schema.ARMOR_PLATE.keypoints()) && !yaml.has("kpt_edges");
        return plate ? Schema.ARMOR_PLATE.edges() : edges;
    }

    private List<Double> sigmas(List<Double> usual) throws FormatException {
        if (!yaml.has("kpt_oks_sigmas")) {
            return usual;
        }
        List<Double> sigmas = new ArrayList<>();
        for (String text : yaml.list("kpt_oks_sigmas").orElse(List.of())) {
            OptionalDouble sigma = PythonText.number(text);
            if (sigma.isPresent() && sigma.getAsDouble() > 0 && sigma.getAsDouble() < 1e6) {
                sigmas.add(sigma.getAsDouble());
            }
        }
        if (sigmas.size() != usual.size()
                || yaml.list("kpt_oks_sigmas").get().size() != usual.size()) {
            throw yaml.refuse("yolo-yaml-sigmas", "kpt_oks_sigmas", usual.size());
        }
        return sigmas;
    }

    private Optional<LabelNoise> noise() throws FormatException {
        Optional<LabelNoise> noise = yaml.lists(NoiseText.KEY).flatMap(NoiseText::read);
        if (noise.isEmpty() && yaml.has(NoiseText.KEY)) {
            throw yaml.refuse("yolo-yaml-noise", NoiseText.KEY);
        }
        return noise;
    }

    private Path root() throws FormatException {
        Path folder = file.getParent();
        Path root = resolve("path", folder, yaml.text("path").orElse(""));
        if (Files.isDirectory(root)) {
            return root;
        }
        findings.add(
                Finding.of(
                        Severity.WARNING, file, yaml.line("path"), "yolo-yaml-path", root, folder));
        return folder;
    }

    private Map<String, List<Path>> splits(Path root) throws FormatException {
        Map<String, List<Path>> splits = new LinkedHashMap<>();
        for (String split : List.of("train", "val", "test")) {
            String key = split.equals("val") && !yaml.has("val") ? "validation" : split;
            List<String> entries = yaml.list(key).orElseGet(() -> yaml.text(key).stream().toList());
            List<Path> paths = new ArrayList<>();
            for (String entry : entries) {
                Path path = resolve(key, root, entry);
                boolean above = !Files.exists(path) && entry.startsWith("../");
                paths.add(above ? resolve(key, root, entry.substring(3)) : path);
            }
            if (!paths.isEmpty()) {
                splits.put(split, List.copyOf(paths));
            }
        }
        return Collections.unmodifiableMap(splits);
    }

    private Path resolve(String key, Path folder, String entry) throws FormatException {
        try {
            return folder.resolve(entry).normalize();
        } catch (InvalidPathException e) {
            throw yaml.refuse("yolo-yaml-bad-path", key, key);
        }
    }
}
