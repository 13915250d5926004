package penumbra.format.export;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.model.Schema;

/// What an export wrote.
///
/// @param format id of the format
/// @param folder where the data set lies
/// @param setAside where the former content of that folder lies now, if it was set aside
/// @param splits counts of each split
/// @param classes number of targets of each class by its name, in schema order
/// @param files every picture, in order
/// @param findings what was lost, changed or left out, and what a loader will warn of
public record ExportReport(
        String format,
        Path folder,
        Optional<Path> setAside,
        ExportOptions options,
        Map<Split, Counts> splits,
        Map<String, Map<Split, Integer>> classes,
        List<ExportedFile> files,
        List<Finding> findings) {

    /// Numbers of one split; a background is a picture without targets and counts as a picture too.
    public record Counts(int pictures, int backgrounds, int targets) {}

    /// One picture of the data set.
    ///
    /// @param source the picture it is a copy of
    /// @param file its path in the data set, with forward slashes
    public record ExportedFile(Path source, Split split, String file, int targets) {}

    public ExportReport {
        splits = Collections.unmodifiableMap(new EnumMap<>(splits));
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    static ExportReport of(
            String format, Path folder, ExportOptions options, ExportPlan plan, List<Finding> all) {
        Map<Split, Counts> splits = new EnumMap<>(Split.class);
        Map<String, Map<Split, Integer>> classes = new LinkedHashMap<>();
        Schema schema = plan.schema();
        for (Split split : Split.values()) {
            List<ExportPlan.Picture> part =
                    plan.pictures().stream().filter(p -> p.split() == split).toList();
            int backgrounds = (int) part.stream().filter(p -> p.targets().isEmpty()).count();
            int[] perClass = new int[schema.classes().size()];
            part.forEach(p -> p.targets().forEach(t -> perClass[t.classIndex()]++));
            int targets = 0;
            for (int c = 0; c < perClass.length; c++) {
                String name = schema.classNames().get(c);
                classes.computeIfAbsent(name, _ -> new EnumMap<>(Split.class))
                        .put(split, perClass[c]);
                targets += perClass[c];
            }
            splits.put(split, new Counts(part.size(), backgrounds, targets));
        }
        List<ExportedFile> files =
                plan.pictures().stream()
                        .map(p ->
                                new ExportedFile(
                                        p.source(), p.split(), p.file(), p.targets().size()))
                        .toList();
        return new ExportReport(
                format, folder, Optional.empty(), options, splits, classes, files, all);
    }

    ExportReport withSetAside(Path where) {
        return new ExportReport(
                format, folder, Optional.of(where), options, splits, classes, files, findings);
    }
}
