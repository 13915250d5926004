package penumbra.format.yolo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.SourceFiles;
import penumbra.model.Schema;

/// `data.yaml` of a YOLO pose data set.
///
/// Read as the loader of Ultralytics YOLO 8.3 does, with these departures: a relative `path` is
/// sought beside this file (there: in the working directory), a `path` that is not there falls back
/// to this file's folder, `train` and `val` may be missing, and the keys `kpt_names`,
/// `kpt_oks_sigmas`, `kpt_edges` (pairs of keypoint indices that belong together) and `kpt_noise`
/// ([NoiseText]) are read; the last two are written by this program's export and ignored by
/// loaders.
///
/// @param file this file, absolute
/// @param path as it is stated; empty when it is not
/// @param root the folder that the splits are relative to
/// @param shape `kpt_shape`
/// @param flip `flip_idx`; empty when not given, then a loader never mirrors
/// @param namedKeypoints whether `kpt_names` gave the names of the schema's keypoints
/// @param schema the classes, keypoints, edges, sigmas and label noise
/// @param splits by name (`train`, `val`, `test`), the folders and text files of each; not all of
///   them need to exist
/// @param findings what was noticed
public record DataYaml(
        Path file,
        String path,
        Path root,
        KeypointShape shape,
        Optional<List<Integer>> flip,
        boolean namedKeypoints,
        Schema schema,
        Map<String, List<Path>> splits,
        List<Finding> findings) {

    /// The largest number of classes that is believed.
    static final int MAX_CLASSES = 100_000;

    /// The one that a source means: the file itself, or that in the folder.
    ///
    /// @throws FormatException naming file, line and rule
    public static DataYaml of(Path source) throws FormatException {
        return read(
                DatasetPaths.dataYaml(source)
                        .orElseThrow(() ->
                                new FormatException(
                                        Finding.of(Severity.REFUSED, source, 0, "check-source"))));
    }

    /// @throws FormatException naming file, line and rule
    public static DataYaml read(Path file) throws FormatException {
        try {
            return parse(file, Files.readAllBytes(file));
        } catch (IOException e) {
            throw SourceFiles.unreadable(file, e);
        }
    }

    static DataYaml parse(Path file, byte[] content) throws FormatException {
        Path at = file.toAbsolutePath().normalize();
        return new DataYamlParser(at, YamlTree.parse(at, content)).parse();
    }
}
