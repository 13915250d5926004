package penumbra.format.export;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import penumbra.file.Sha256;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.SourceFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `export.json` of an exported data set: the report, the SHA-256 of every text file, and the names
/// of the pictures. It tells later whether the folder is still as it was exported, so that nobody's
/// changes are overwritten. Pictures are known by name only, because loaders rewrite some of them.
final class ExportManifest {

    static final String NAME = "export.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private ExportManifest() {}

    /// What stands in the place of an export.
    ///
    /// @param refusal why it must not be replaced; empty when it may be
    /// @param caches label caches that a loader left there
    record Standing(Optional<Finding> refusal, List<Path> caches) {}

    /// Looks at what is there: nothing, an empty folder and an unchanged export may be replaced.
    static Standing inspect(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return new Standing(Optional.empty(), List.of());
        }
        if (!Files.isDirectory(folder)) {
            return refused(folder, "export-not-a-folder");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            files = all.filter(f -> !Files.isDirectory(f)).sorted().toList();
        }
        Map<String, String> hashes = new HashMap<>();
        Set<String> pictures = new HashSet<>();
        read(folder.resolve(NAME), hashes, pictures);
        List<Path> caches = new ArrayList<>();
        for (Path file : files) {
            String name = SourceFiles.slashed(folder.relativize(file));
            if (name.endsWith(".cache")) {
                caches.add(file);
            } else if (!hashes.containsKey(name)
                    && !pictures.contains(name)
                    && !name.equals(NAME)) {
                return refused(file, "export-foreign");
            } else if (hashes.containsKey(name)
                    && !hashes.get(name).equals(Sha256.hex(Files.readAllBytes(file)))) {
                return refused(file, "export-changed");
            }
        }
        boolean known = !hashes.isEmpty() || files.isEmpty();
        return known
                ? new Standing(Optional.empty(), caches)
                : refused(files.getFirst(), "export-foreign");
    }

    private static Standing refused(Path file, String rule) {
        return new Standing(Optional.of(Finding.of(Severity.REFUSED, file, 0, rule)), List.of());
    }

    /// A manifest that is missing or broken knows no file.
    private static void read(Path file, Map<String, String> hashes, Set<String> pictures)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            return;
        }
        try {
            JsonNode root = JSON.readTree(Files.readAllBytes(file));
            root.path("sha256")
                    .properties()
                    .forEach(e -> hashes.put(e.getKey(), e.getValue().asString("")));
            root.path("files").forEach(f -> pictures.add(f.path("file").asString("")));
        } catch (JacksonException e) {
            hashes.clear();
            pictures.clear();
        }
    }

    static byte[] write(ExportReport report, Map<String, byte[]> texts) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", report.format());
        ExportOptions options = report.options();
        root.putObject("options")
                .put("val", options.valFraction())
                .put("kptDims", options.keypointDimensions())
                .put("outside", options.outside().id())
                .put("backgrounds", options.backgrounds().id())
                .put("flagged", options.flagged());
        ObjectNode splits = root.putObject("splits");
        report.splits()
                .forEach((split, n) ->
                        splits.putObject(split.id())
                                .put("pictures", n.pictures())
                                .put("backgrounds", n.backgrounds())
                                .put("targets", n.targets()));
        ObjectNode classes = root.putObject("classes");
        report.classes()
                .forEach((name, counts) -> {
                    ObjectNode node = classes.putObject(name);
                    counts.forEach((split, n) -> node.put(split.id(), n));
                });
        ArrayNode findings = root.putArray("findings");
        for (Finding f : report.findings()) {
            findings.addObject()
                    .put("severity", f.severity().name().toLowerCase(Locale.ROOT))
                    .put("file", f.file().toString())
                    .put("line", f.line())
                    .put("rule", f.rule())
                    .put("message", f.message());
        }
        ArrayNode files = root.putArray("files");
        for (ExportReport.ExportedFile f : report.files()) {
            files.addObject()
                    .put("file", f.file())
                    .put("source", f.source().toString())
                    .put("targets", f.targets());
        }
        ObjectNode hashes = root.putObject("sha256");
        texts.forEach((name, content) -> hashes.put(name, Sha256.hex(content)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
    }
}
