package penumbra.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import penumbra.file.AtomicFile;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import tools.jackson.databind.json.JsonMapper;

/// Predictions for the pictures of a project, in a file beside it: `NAME.proposals.json`. They
/// never touch the project; a person takes them one by one, and a target that was taken has the id
/// of its prediction.
///
/// @param pictures by the path by which the project names a picture
public record Proposals(SequencedMap<String, Found> pictures) {

    /// No picture was looked at.
    public static final Proposals NONE = new Proposals(new LinkedHashMap<>());

    private static final String SUFFIX = ".proposals.json";

    public Proposals {
        pictures = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(pictures));
    }

    /// What was found in one picture.
    ///
    /// @param weights the network that looked
    /// @param predictions class indices are those of the project's schema
    /// @param dismissed ids of the predictions that a person does not want
    public record Found(String weights, List<Prediction> predictions, Set<UUID> dismissed) {

        public Found {
            predictions = List.copyOf(predictions);
            dismissed = Set.copyOf(dismissed);
        }
    }

    /// The file's form; K rows of x, y and visibility, covariances `[xx, xy, yy]` or null.
    private record Content(Map<String, Looked> pictures) {}

    private record Looked(String weights, List<UUID> dismissed, List<Entry> found) {}

    private record Entry(
            UUID id,
            String name,
            double score,
            double[] box,
            double[][] keypoints,
            double[][] covariances) {}

    /// Where those of a project lie.
    public static Path file(ProjectFile project) {
        return project.beside(SUFFIX);
    }

    /// What was found in a picture; empty when no network looked at it.
    public Optional<Found> in(String path) {
        return Optional.ofNullable(pictures.get(path));
    }

    /// These with what was found later, which takes the place of what was found in the same
    /// pictures; those of other pictures stay.
    public Proposals with(Proposals later) {
        SequencedMap<String, Found> all = new LinkedHashMap<>(pictures);
        all.putAll(later.pictures);
        return new Proposals(all);
    }

    /// These with one prediction dismissed, or no longer so.
    public Proposals dismissing(String path, UUID prediction, boolean dismissed) {
        SequencedMap<String, Found> all = new LinkedHashMap<>(pictures);
        all.computeIfPresent(
                path,
                (_, found) -> {
                    Set<UUID> ids = new LinkedHashSet<>(found.dismissed());
                    if (dismissed) {
                        ids.add(prediction);
                    } else {
                        ids.remove(prediction);
                    }
                    return new Found(found.weights(), found.predictions(), ids);
                });
        return new Proposals(all);
    }

    /// These for another schema: a class keeps its name, or, when that is gone, its place if the
    /// class that has it now is new. Predictions of classes that are gone are left out.
    public Proposals under(Schema before, Schema now) {
        return mapped(p -> {
            String name = before.classNames().get(p.target().classIndex());
            OptionalInt index = now.classIndex(name);
            int place = p.target().classIndex();
            boolean renamed =
                    index.isEmpty()
                            && place < now.classes().size()
                            && before.classIndex(now.classNames().get(place)).isEmpty();
            return index.isPresent() || renamed
                    ? Optional.of(of(p, index.orElse(place)))
                    : Optional.empty();
        });
    }

    private static Prediction of(Prediction prediction, int classIndex) {
        return new Prediction(
                prediction.target().withClassIndex(classIndex),
                prediction.covariances(),
                prediction.score());
    }

    private Proposals mapped(Function<Prediction, Optional<Prediction>> how) {
        SequencedMap<String, Found> all = new LinkedHashMap<>();
        pictures.forEach((path, found) ->
                all.put(
                        path,
                        new Found(
                                found.weights(),
                                found.predictions().stream()
                                        .flatMap(p -> how.apply(p).stream())
                                        .toList(),
                                found.dismissed())));
        return new Proposals(all);
    }

    /// Writes or replaces the file in one step.
    ///
    /// @param schema of the project, whose classes are written by name
    public void write(Path file, Schema schema) throws IOException {
        Map<String, Looked> entries = new LinkedHashMap<>();
        pictures.forEach((path, found) ->
                entries.put(
                        path,
                        new Looked(
                                found.weights(),
                                found.dismissed().stream().sorted().toList(),
                                found.predictions().stream().map(p -> entry(p, schema)).toList())));
        String json = JsonMapper.shared().writeValueAsString(new Content(entries));
        AtomicFile.write(file, json.getBytes(StandardCharsets.UTF_8));
    }

    /// Reads the file; predictions of classes that the schema lacks are left out.
    ///
    /// @param schema of the project
    /// @throws IOException if the file cannot be read or is none of this form
    public static Proposals read(Path file, Schema schema) throws IOException {
        try {
            Content content =
                    JsonMapper.shared().readValue(Files.readAllBytes(file), Content.class);
            SequencedMap<String, Found> pictures = new LinkedHashMap<>();
            content.pictures()
                    .forEach((path, looked) ->
                            pictures.put(
                                    path,
                                    new Found(
                                            looked.weights(),
                                            looked.found().stream()
                                                    .flatMap(e ->
                                                            prediction(e, looked.weights(), schema)
                                                                    .stream())
                                                    .toList(),
                                            Set.copyOf(looked.dismissed()))));
            return new Proposals(pictures);
        } catch (RuntimeException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    /// As [#read], or none where there is no file.
    public static Proposals readIfThere(Path file, Schema schema) throws IOException {
        return Files.exists(file) ? read(file, schema) : NONE;
    }

    private static Entry entry(Prediction prediction, Schema schema) {
        Target target = prediction.target();
        return new Entry(
                target.id(),
                schema.classNames().get(target.classIndex()),
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

    private static Optional<Prediction> prediction(Entry entry, String weights, Schema schema) {
        OptionalInt index = schema.classIndex(entry.name());
        if (index.isEmpty() || entry.keypoints().length != schema.keypointCount()) {
            return Optional.empty();
        }
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
        return Optional.of(
                new Prediction(
                        new Target(entry.id(), index.getAsInt(), keypoints, box, weights),
                        covariances,
                        entry.score()));
    }
}
