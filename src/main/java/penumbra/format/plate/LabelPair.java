package penumbra.format.plate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import penumbra.format.Finding;
import penumbra.format.Findings;
import penumbra.format.FormatException;
import penumbra.format.NaturalOrder;
import penumbra.format.PictureFiles;
import penumbra.format.SourceFiles;

/// A text label file and its picture; one of the two may be missing.
///
/// They belong together when they share the name without extension and lie in the same folder, or
/// in folders that differ in one part of the path only, `labels` there and `images` here (the last
/// such part counts, as in YOLO data sets).
record LabelPair(Optional<Path> labels, Optional<Path> picture) {

    /// All pairs of a source in natural order: a single label file, or a folder with pictures and
    /// label files side by side, or with or beside `images` and `labels`.
    ///
    /// @throws FormatException if the source is missing, cannot be listed, or holds neither label
    ///   files nor pictures
    static List<LabelPair> of(Path source, Findings findings) throws FormatException {
        Path root = SourceFiles.existing(source);
        boolean folder = Files.isDirectory(root);
        Set<Path> files = new LinkedHashSet<>();
        for (Path place : places(folder ? root : root.getParent())) {
            if (Files.isDirectory(place)) {
                files.addAll(folder ? SourceFiles.below(place) : SourceFiles.below(place, 1));
            }
        }
        Map<Path, Path> pictures = pictures(files, findings, folder);
        if (!folder) {
            return List.of(pair(root, pictures));
        }
        List<LabelPair> pairs = new ArrayList<>();
        Set<Path> labelled = new LinkedHashSet<>();
        for (Path file : files) {
            if (SourceFiles.extension(file).equals("txt")) {
                LabelPair pair = pair(file, pictures);
                pairs.add(pair);
                pair.picture().ifPresent(labelled::add);
            }
        }
        files.stream()
                .filter(PictureFiles::named)
                .filter(p -> !labelled.contains(p))
                .forEach(p -> pairs.add(new LabelPair(Optional.empty(), Optional.of(p))));
        if (pairs.isEmpty()) {
            throw new FormatException(
                    Finding.of(Finding.Severity.REFUSED, root, 0, "no-label-files", "txt"));
        }
        pairs.sort(Comparator.comparing(LabelPair::order, NaturalOrder.PATHS));
        return pairs;
    }

    private Path order() {
        return picture.or(() -> labels).orElseThrow();
    }

    private static List<Path> places(Path folder) {
        return List.of(
                folder,
                SourceFiles.mirrored(folder, "labels", "images"),
                SourceFiles.mirrored(folder, "images", "labels"));
    }

    /// Pictures by their path without extension.
    private static Map<Path, Path> pictures(Set<Path> files, Findings findings, boolean report)
            throws FormatException {
        Map<Path, Path> pictures = new LinkedHashMap<>();
        for (Path file : files) {
            if (PictureFiles.named(file)) {
                Path first = pictures.putIfAbsent(withoutExtension(file), file);
                if (first != null && report) {
                    findings.warn(file, 0, "two-pictures", first.getFileName());
                }
            }
        }
        return pictures;
    }

    private static LabelPair pair(Path labels, Map<Path, Path> pictures) {
        Path key = withoutExtension(labels);
        Path beside = pictures.get(key);
        Path mirrored =
                pictures.get(
                        SourceFiles.mirrored(key.getParent(), "labels", "images")
                                .resolve(key.getFileName()));
        return new LabelPair(
                Optional.of(labels), Optional.ofNullable(beside != null ? beside : mirrored));
    }

    private static Path withoutExtension(Path file) {
        return file.resolveSibling(SourceFiles.stem(file));
    }
}
