package penumbra.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.SourceFiles;

/// The pictures of a split: of folders all below them, of text files those that are listed.
///
/// In a text file a leading `./` stands for its own folder. Departure: other relative lines are
/// sought beside the text file, then below the root of the data set, and not in the working
/// directory.
public final class SplitPictures {

    private SplitPictures() {}

    /// Paths in sorted order, each once. An entry that is not there becomes a finding.
    public static List<Path> of(DataYaml yaml, String split, List<Finding> findings)
            throws IOException {
        LinkedHashSet<Path> pictures = new LinkedHashSet<>();
        for (Path entry : yaml.splits().getOrDefault(split, List.of())) {
            if (Files.isDirectory(entry)) {
                pictures.addAll(DatasetPaths.files(entry, DatasetPaths::isPicture));
            } else if (Files.isRegularFile(entry)) {
                pictures.addAll(listed(entry, yaml.root(), findings));
            } else {
                findings.add(
                        Finding.of(
                                Severity.REFUSED, yaml.file(), 0, "yolo-yaml-split", entry, split));
            }
        }
        return pictures.stream().sorted().toList();
    }

    /// The folders that hold the labels of the folders of a split, as far as they are there.
    public static List<Path> labelFolders(DataYaml yaml, String split) {
        return yaml.splits().getOrDefault(split, List.of()).stream()
                .filter(Files::isDirectory)
                .map(folder -> SourceFiles.mirrored(folder, "images", "labels"))
                .filter(Files::isDirectory)
                .distinct()
                .toList();
    }

    private static List<Path> listed(Path list, Path root, List<Finding> findings)
            throws IOException {
        Path folder = list.getParent();
        List<Path> pictures = new ArrayList<>();
        List<String> lines =
                PythonText.lines(PythonText.decode(Files.readAllBytes(list)).orElse(""));
        if (lines.isEmpty()) {
            findings.add(Finding.of(Severity.WARNING, list, 0, "yolo-empty-list"));
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            try {
                Path beside = folder.resolve(line).normalize();
                Path below = root.resolve(line).normalize();
                Path picture = Files.exists(beside) || !Files.exists(below) ? beside : below;
                if (!line.isEmpty() && DatasetPaths.isPicture(picture)) {
                    pictures.add(picture);
                }
            } catch (InvalidPathException e) {
                findings.add(Finding.of(Severity.REFUSED, list, i + 1, "yolo-list-line"));
            }
        }
        return pictures;
    }
}
