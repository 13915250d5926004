package penumbra.format.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.SourceFiles;
import penumbra.format.check.CheckReport.PictureVerdict;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.SplitPictures;

/// Files of a data set that a loader does not ask for, or asks for in vain: label files without a
/// picture, pictures that share a label file, truth without labels, and caches older than the
/// labels.
final class DatasetLeftovers {

    private DatasetLeftovers() {}

    static List<Finding> of(DataYaml yaml, List<PictureVerdict> pictures) throws IOException {
        List<Finding> findings = new ArrayList<>();
        sharedLabels(pictures, findings);
        Set<Path> known = new HashSet<>();
        pictures.forEach(p -> known.add(p.labels()));
        for (Path folder : labelFolders(yaml)) {
            for (Path file : DatasetPaths.labelFiles(folder)) {
                boolean list = yaml.splits().values().stream().anyMatch(l -> l.contains(file));
                if (!known.contains(file) && !list) {
                    find(findings, Severity.WARNING, file, "check-no-picture");
                }
            }
            truth(folder, findings);
        }
        caches(pictures, findings);
        return findings;
    }

    private static Set<Path> labelFolders(DataYaml yaml) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String split : yaml.splits().keySet()) {
            folders.addAll(SplitPictures.labelFolders(yaml, split));
        }
        return folders;
    }

    private static void sharedLabels(List<PictureVerdict> pictures, List<Finding> findings) {
        Map<Path, Path> first = new LinkedHashMap<>();
        for (PictureVerdict p : pictures) {
            Path other = first.putIfAbsent(p.labels(), p.picture());
            if (other != null && !other.equals(p.picture()) && Files.exists(p.labels())) {
                find(
                        findings,
                        Severity.WARNING,
                        p.picture(),
                        "check-shared-labels",
                        p.labels(),
                        other);
            }
        }
    }

    private static void truth(Path labels, List<Finding> findings) throws IOException {
        Path truth = SourceFiles.mirrored(labels, "labels", "truth");
        if (truth.equals(labels) || !Files.isDirectory(truth)) {
            return;
        }
        for (Path file : DatasetPaths.files(truth, f -> SourceFiles.extension(f).equals("txt"))) {
            if (!Files.exists(labels.resolve(truth.relativize(file)))) {
                find(findings, Severity.NOTE, file, "check-truth-alone", labels);
            }
        }
    }

    private static void caches(List<PictureVerdict> pictures, List<Finding> findings)
            throws IOException {
        Map<Path, Path> newest = new LinkedHashMap<>();
        for (PictureVerdict p : pictures) {
            if (Files.exists(p.labels())) {
                newest.merge(p.labels().getParent(), p.labels(), DatasetLeftovers::newer);
            }
        }
        for (Map.Entry<Path, Path> e : newest.entrySet()) {
            Path cache = e.getKey().resolveSibling(SourceFiles.stem(e.getKey()) + ".cache");
            if (Files.exists(cache) && modified(cache).compareTo(modified(e.getValue())) < 0) {
                find(findings, Severity.WARNING, cache, "check-stale-cache", e.getValue());
            }
        }
    }

    private static Path newer(Path a, Path b) {
        return modified(a).compareTo(modified(b)) >= 0 ? a : b;
    }

    /// The beginning of time for a file that has gone meanwhile.
    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void find(
            List<Finding> findings, Severity severity, Path file, String rule, Object... args) {
        findings.add(Finding.of(severity, file, 0, rule, args));
    }
}
