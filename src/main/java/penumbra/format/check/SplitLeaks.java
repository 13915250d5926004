package penumbra.format.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import penumbra.file.Sha256;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.NaturalOrder;
import penumbra.format.SourceFiles;
import penumbra.format.export.SequenceSplit;
import penumbra.format.yolo.DataYaml;

/// Pictures that make validation measure memory: sequences with frames in two splits, the same
/// picture in two splits, and nearly the same one.
///
/// A sequence is, as for the export, the folder (within the split's) and the name before its
/// trailing digits. Equal files are found by size and SHA-256, alike ones by [PictureFingerprint].
final class SplitLeaks {

    private final DataYaml yaml;
    private final Map<String, List<Path>> pictures;
    private final List<Finding> findings = new ArrayList<>();

    /// @param pictures by split
    SplitLeaks(DataYaml yaml, Map<String, List<Path>> pictures) {
        this.yaml = yaml;
        this.pictures = pictures;
    }

    List<Finding> find(Function<Path, Optional<long[]>> fingerprint) throws IOException {
        sequences();
        equalFiles();
        alike(fingerprint);
        return findings;
    }

    private void sequences() {
        Map<String, Map<String, Integer>> counts = new TreeMap<>(NaturalOrder.INSTANCE);
        pictures.forEach((split, files) -> {
            for (Path file : files) {
                String sequence = SequenceSplit.sequence(withinSplit(split, file));
                counts.computeIfAbsent(sequence, _ -> new LinkedHashMap<>())
                        .merge(split, 1, Integer::sum);
            }
        });
        counts.forEach((sequence, bySplit) -> {
            if (bySplit.size() > 1) {
                warn(yaml.file(), "check-sequence-split", sequence, bySplit);
            }
        });
    }

    private String withinSplit(String split, Path file) {
        for (Path folder : yaml.splits().get(split)) {
            if (file.startsWith(folder)) {
                return SourceFiles.slashed(folder.relativize(file));
            }
        }
        return SourceFiles.slashed(file);
    }

    private void equalFiles() throws IOException {
        Map<Long, Map<Path, String>> bySize = new LinkedHashMap<>();
        for (Map.Entry<String, List<Path>> split : pictures.entrySet()) {
            for (Path file : split.getValue()) {
                bySize.computeIfAbsent(Files.size(file), _ -> new LinkedHashMap<>())
                        .merge(file, split.getKey(), (a, b) -> a + " " + b);
            }
        }
        for (Map<Path, String> group : bySize.values()) {
            group.forEach((file, splits) -> {
                if (splits.contains(" ")) {
                    warn(file, "check-same-file", splits);
                }
            });
            if (group.values().stream().distinct().count() > 1) {
                equalFiles(group);
            }
        }
    }

    private void equalFiles(Map<Path, String> group) throws IOException {
        Map<String, Path> first = new HashMap<>();
        for (Path file : group.keySet()) {
            Path same = first.putIfAbsent(Sha256.hex(Files.readAllBytes(file)), file);
            if (same != null && !group.get(same).equals(group.get(file))) {
                warn(file, "check-equal-picture", group.get(file), same, group.get(same));
            }
        }
    }

    private void alike(Function<Path, Optional<long[]>> fingerprint) {
        Map<String, Map<Path, long[]>> prints = new LinkedHashMap<>();
        pictures.forEach((split, files) -> {
            Map<Path, long[]> some = new LinkedHashMap<>();
            files.forEach(f -> fingerprint.apply(f).ifPresent(p -> some.put(f, p)));
            prints.forEach((other, known) -> alike(split, some, other, known));
            prints.put(split, some);
        });
    }

    /// Names for each picture the first one of the other split that is alike.
    private void alike(
            String split, Map<Path, long[]> some, String other, Map<Path, long[]> known) {
        some.forEach((file, print) ->
                known.entrySet().stream()
                        .filter(e -> !e.getKey().equals(file))
                        .filter(e -> PictureFingerprint.alike(print, e.getValue()))
                        .findFirst()
                        .ifPresent(
                                e -> warn(file, "check-alike-picture", split, e.getKey(), other)));
    }

    private void warn(Path file, String rule, Object... arguments) {
        findings.add(Finding.of(Severity.WARNING, file, 0, rule, arguments));
    }
}
