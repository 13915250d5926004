package penumbra.format.yolo;

import java.io.IOException;
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
import java.util.stream.Stream;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;
import penumbra.format.NaturalOrder;
import penumbra.format.SourceFiles;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;

/// YOLO pose labels: a `data.yaml` or the folder it stands in, a folder without one (`images` and
/// `labels`, or pictures and text files side by side), or one label file.
///
/// Without a data.yaml the labels are taken for armor plates of the 16 default classes. A picture
/// counts as labelled when it has a label file of which a line was taken in or none was refused, an
/// empty file included. A folder `truth` beside `labels` is not read.
public final class YoloPoseFormat implements LabelFormat {

    @Override
    public String id() {
        return "yolo-pose";
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        Path at = source.toAbsolutePath().normalize();
        Optional<Path> yaml = DatasetPaths.dataYaml(at);
        try {
            if (yaml.isPresent()) {
                return declared(DataYaml.read(yaml.get()), annotator);
            }
            if (Files.isDirectory(at)) {
                return bare(at, pairs(picturesIn(at)), DatasetPaths.labelFiles(at), annotator);
            }
            if (Files.isRegularFile(at) && SourceFiles.extension(at).equals("txt")) {
                return bare(at, Map.of(pictureOf(at), at), Set.of(), annotator);
            }
        } catch (IOException e) {
            throw SourceFiles.unreadable(at, e);
        }
        throw refusal(at, "yolo-source");
    }

    private static LabelSet declared(DataYaml yaml, String annotator)
            throws FormatException, IOException {
        List<Finding> findings = new ArrayList<>(yaml.findings());
        Set<Path> pictures = new LinkedHashSet<>();
        Set<Path> labelFiles = new LinkedHashSet<>();
        for (String split : yaml.splits().keySet()) {
            SplitPictures.of(yaml, split, findings).stream()
                    .sorted(NaturalOrder.PATHS)
                    .forEach(pictures::add);
            for (Path folder : SplitPictures.labelFolders(yaml, split)) {
                labelFiles.addAll(DatasetPaths.labelFiles(folder));
            }
        }
        if (yaml.splits().isEmpty()) {
            pictures.addAll(picturesIn(yaml.root()));
            labelFiles.addAll(DatasetPaths.labelFiles(yaml.root()));
        }
        yaml.splits().values().forEach(labelFiles::removeAll);
        if (pictures.isEmpty()) {
            throw findings.stream()
                    .filter(f -> f.severity() == Severity.REFUSED)
                    .findFirst()
                    .map(FormatException::new)
                    .orElseGet(() -> refusal(yaml.file(), "yolo-no-pictures"));
        }
        YoloPictures reader =
                new YoloPictures(Optional.of(yaml.shape()), yaml.schema(), annotator, findings);
        return new LabelSet(
                yaml.schema(), true, images(reader, pairs(pictures), labelFiles), findings);
    }

    private static LabelSet bare(
            Path source, Map<Path, Path> labels, Set<Path> labelFiles, String annotator)
            throws FormatException {
        if (labels.isEmpty()) {
            throw refusal(source, "yolo-no-pictures");
        }
        List<Finding> findings = new ArrayList<>();
        YoloPictures reader =
                new YoloPictures(Optional.empty(), Schema.ARMOR_PLATE, annotator, findings);
        return new LabelSet(
                Schema.ARMOR_PLATE, false, images(reader, labels, labelFiles), findings);
    }

    private static List<LabelledImage> images(
            YoloPictures reader, Map<Path, Path> labels, Set<Path> labelFiles) {
        List<LabelledImage> images = new ArrayList<>();
        labels.forEach((picture, file) -> reader.read(picture, file).ifPresent(images::add));
        Set<Path> orphans = new LinkedHashSet<>(labelFiles);
        labels.values().forEach(orphans::remove);
        orphans.forEach(
                f -> reader.findings().add(Finding.of(Severity.REFUSED, f, 0, "yolo-no-picture")));
        return images;
    }

    /// Each picture and its label file: where a loader seeks it, else the one beside the picture.
    private static Map<Path, Path> pairs(Iterable<Path> pictures) {
        Map<Path, Path> pairs = new LinkedHashMap<>();
        for (Path picture : pictures) {
            Path labels = DatasetPaths.labels(picture);
            Path beside = picture.resolveSibling(SourceFiles.stem(picture) + ".txt");
            pairs.put(picture, !Files.exists(labels) && Files.exists(beside) ? beside : labels);
        }
        return pairs;
    }

    /// The picture of a label file: in the folder `images` that mirrors `labels`, beside it, or in
    /// a folder `images` beside its own.
    private static Path pictureOf(Path labels) throws FormatException, IOException {
        Path mirrored = SourceFiles.mirrored(labels.getParent(), "labels", "images");
        Path near = labels.getParent().resolveSibling("images");
        for (Path folder : List.of(mirrored, labels.getParent(), near)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.list(folder)) {
                    Optional<Path> picture =
                            all.filter(DatasetPaths::isPicture)
                                    .filter(p -> sameStem(p, labels))
                                    .min(Comparator.naturalOrder());
                    if (picture.isPresent()) {
                        return picture.get();
                    }
                }
            }
        }
        throw refusal(labels, "yolo-no-picture");
    }

    private static boolean sameStem(Path a, Path b) {
        return SourceFiles.stem(a).equals(SourceFiles.stem(b));
    }

    private static List<Path> picturesIn(Path folder) throws IOException {
        return DatasetPaths.files(folder, DatasetPaths::isPicture).stream()
                .sorted(NaturalOrder.PATHS)
                .toList();
    }

    private static FormatException refusal(Path file, String rule, Object... arguments) {
        return new FormatException(Finding.of(Severity.REFUSED, file, 0, rule, arguments));
    }
}
