package penumbra.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import penumbra.file.AtomicFile;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Target;
import penumbra.model.Visibility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Predictions for the pictures of a project, in a file beside it: `NAME.proposals.json`. They
/// never touch the project; a person takes them one by one.
///
/// @param weights the network that made them
/// @param annotator by whom a target that is taken counts as labelled, until somebody moves it
/// @param pictures by the path by which the project names a picture
public record Proposals(
        String weights, String annotator, SequencedMap<String, List<Prediction>> pictures) {

    private static final String SUFFIX = ".proposals.json";

    /// The file's form; K rows of x, y and visibility, covariances `[xx, xy, yy]` or null.
    private record Content(String weights, String annotator, Map<String, List<Entry>> pictures) {}

    private record Entry(
            int classIndex,
            double score,
            double[] box,
            double[][] keypoints,
            double[][] covariances) {}

    /// Where those of a project lie.
    public static Path file(ProjectFile project) {
        String name = project.path().getFileName().toString();
        String stem =
                name.endsWith(ProjectFile.SUFFIX)
                        ? name.substring(0, name.length() - ProjectFile.SUFFIX.length())
                        : name;
        return project.folder().resolve(stem + SUFFIX);
    }

    /// Writes or replaces the file in one step.
    public void write(Path file) throws IOException {
        Map<String, List<Entry>> entries = new LinkedHashMap<>();
        pictures.forEach(
                (path, found) -> entries.put(path, found.stream().map(Proposals::entry).toList()));
        String json =
                JsonMapper.shared().writeValueAsString(new Content(weights, annotator, entries));
        AtomicFile.write(file, json.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IOException if the file cannot be read or is none of this form
    public static Proposals read(Path file) throws IOException {
        try {
            Content content =
                    JsonMapper.shared().readValue(Files.readAllBytes(file), Content.class);
            SequencedMap<String, List<Prediction>> pictures = new LinkedHashMap<>();
            content.pictures()
                    .forEach((path, entries) ->
                            pictures.put(
                                    path,
                                    entries.stream()
                                            .map(e -> prediction(e, content.annotator()))
                                            .toList()));
            return new Proposals(content.weights(), content.annotator(), pictures);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static Entry entry(Prediction prediction) {
        Target target = prediction.target();
        return new Entry(
                target.classIndex(),
                prediction.score(),
                target.box()
                        .map(b -> new double[] {b.x(), b.y(), b.width(), b.height()})
                        .orElse(null),
                target.keypoints().stream()
                        .map(k -> new double[] {k.at().x(), k.at().y(), k.visibility().code()})
                        .toArray(double[][]::new),
                prediction.covariances().stream()
                        .map(c -> c.map(v -> new double[] {v.xx(), v.xy(), v.yy()}).orElse(null))
                        .toArray(double[][]::new));
    }

    private static Prediction prediction(Entry entry, String annotator) {
        List<Keypoint> keypoints = new ArrayList<>();
        for (double[] k : entry.keypoints()) {
            keypoints.add(
                    new Keypoint(new Point(k[0], k[1]), Visibility.ofCode(k[2]).orElseThrow()));
        }
        List<Optional<Covariance>> covariances = new ArrayList<>();
        for (double[] c : entry.covariances()) {
            covariances.add(Optional.ofNullable(c).map(v -> new Covariance(v[0], v[1], v[2])));
        }
        Optional<Box> box =
                Optional.ofNullable(entry.box()).map(b -> new Box(b[0], b[1], b[2], b[3]));
        return new Prediction(
                Target.of(entry.classIndex(), keypoints, box, annotator),
                covariances,
                entry.score());
    }
}
