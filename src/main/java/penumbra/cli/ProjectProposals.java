package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import penumbra.engine.ScatterPredictor.Scattered;
import penumbra.engine.head.Detection;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Project;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;
import penumbra.store.Proposals;
import penumbra.text.Texts;

/// Gathers what was found in the pictures of a project, to be written beside it. The project itself
/// is only read.
final class ProjectProposals {

    /// So many pictures are lost at most when the process ends early.
    private static final int AT_ONCE = 50;

    private final ProjectFile file;
    private final Project project;
    private final List<String> names;
    private final String weights;
    private final Set<String> known;
    private final Set<String> unknownClasses = new TreeSet<>();
    private final SequencedMap<String, Proposals.Found> pictures = new LinkedHashMap<>();
    private final Path place;
    private int strangers;

    private ProjectProposals(
            ProjectFile file, Project project, List<String> names, Path weights, Path place) {
        this.place = place;
        this.file = file;
        this.project = project;
        this.names = names;
        this.weights = weights.toAbsolutePath().normalize().toString();
        this.known =
                project.images().stream()
                        .map(LabelledImage::path)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// @param place of a file that holds these proposals alone; else they take the place of those
    ///   for the same pictures beside the project
    /// @throws CommandException if the network's keypoints are not as many as the project's
    static ProjectProposals of(
            String name,
            Path weights,
            int keypoints,
            List<String> names,
            Optional<Path> place,
            Console console,
            Executor io)
            throws Exception {
        ProjectFile file = ProjectFile.of(name);
        try (ProjectStore store = OpenProject.toRead(file, io, console)) {
            Project project = store.project();
            int own = project.schema().keypointCount();
            if (own != keypoints) {
                throw new CommandException(
                        Texts.of(
                                ProjectProposals.class,
                                "predict.keypoints",
                                weights,
                                keypoints,
                                file.path(),
                                own));
            }
            return new ProjectProposals(
                    file, project, names, weights, place.orElseGet(() -> Proposals.file(file)));
        }
    }

    /// Detections of a picture; those of a picture or class that the project lacks are counted
    /// only.
    void add(Path picture, List<Scattered> found) throws IOException {
        String path = file.relative(picture.toAbsolutePath().normalize());
        if (!known.contains(path)) {
            strangers++;
            return;
        }
        List<Prediction> predictions = new ArrayList<>();
        for (Scattered each : found) {
            Detection d = each.detection();
            String name = names.get(d.classIndex());
            OptionalInt index = project.schema().classIndex(name);
            if (index.isPresent()) {
                predictions.add(
                        new Prediction(
                                DetectionTargets.of(d, index.getAsInt(), weights),
                                each.covariances(),
                                d.score()));
            } else {
                unknownClasses.add(name);
            }
        }
        pictures.put(path, new Proposals.Found(weights, predictions, Set.of()));
        if (pictures.size() % AT_ONCE == 0) {
            write();
        }
    }

    /// How many pictures do not belong to the project.
    int strangers() {
        return strangers;
    }

    /// Classes of the network that the project does not have.
    Set<String> unknownClasses() {
        return unknownClasses;
    }

    int count() {
        return pictures.values().stream().mapToInt(f -> f.predictions().size()).sum();
    }

    /// @return the file
    Path write() throws IOException {
        Proposals own = new Proposals(pictures);
        boolean alone = !place.equals(Proposals.file(file));
        Proposals all = alone ? own : Proposals.readIfThere(place, project.schema()).with(own);
        all.write(place, project.schema());
        return place;
    }
}
