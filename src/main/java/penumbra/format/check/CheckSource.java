package penumbra.format.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.format.yolo.KeypointShape;
import penumbra.format.yolo.PythonText;
import penumbra.model.Schema;

/// Finds the data set to check: a data.yaml, the folder it stands in, or a folder without one,
/// which is taken for armor plates in the usual folders (`images/train`, `train/images`).
final class CheckSource {

    private CheckSource() {}

    static DataYaml of(Path source) throws FormatException, IOException {
        Path at = source.toAbsolutePath().normalize();
        Optional<Path> yaml = DatasetPaths.dataYaml(at);
        if (yaml.isPresent()) {
            return DataYaml.read(yaml.get());
        }
        if (!Files.isDirectory(at)) {
            throw new FormatException(Finding.of(Severity.REFUSED, at, 0, "check-source"));
        }
        Map<String, List<Path>> splits = new LinkedHashMap<>();
        split(at, List.of("images/train", "train/images"))
                .ifPresent(p -> splits.put("train", List.of(p)));
        split(at, List.of("images/val", "val/images", "valid/images"))
                .ifPresent(p -> splits.put("val", List.of(p)));
        if (splits.isEmpty()) {
            splits.put("train", List.of(at));
        }
        return new DataYaml(
                at,
                "",
                at,
                shape(at),
                Optional.of(Schema.ARMOR_PLATE.flip()),
                true,
                Schema.ARMOR_PLATE,
                splits,
                List.of(Finding.of(Severity.REFUSED, at, 0, "check-no-yaml")));
    }

    private static Optional<Path> split(Path root, List<String> places) {
        return places.stream().map(root::resolve).filter(Files::isDirectory).findFirst();
    }

    /// By the number of columns of the first label line.
    private static KeypointShape shape(Path folder) throws FormatException, IOException {
        for (Path file : DatasetPaths.labelFiles(folder)) {
            String text = PythonText.decode(Files.readAllBytes(file)).orElse("");
            for (String line : PythonText.lines(text)) {
                Optional<KeypointShape> plate =
                        KeypointShape.ofPlate(PythonText.words(line).size());
                if (plate.isPresent()) {
                    return plate.get();
                }
            }
        }
        throw new FormatException(Finding.of(Severity.REFUSED, folder, 0, "check-no-shape"));
    }
}
