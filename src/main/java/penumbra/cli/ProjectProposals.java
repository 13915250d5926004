package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import penumbra.engine.head.Detection;
import penumbra.geometry.Covariance;
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

    private final ProjectFile file;
    private final Project project;
    private final List<String> names;
    private final String weights;
    private final Set<String> known;
    private final Set<String> unknownClasses = new TreeSet<>();
    private final SequencedMap<String, List<Prediction>> pictures = new LinkedHashMap<>();
    private int strangers;

    private ProjectProposals(ProjectFile file, Project project, List<String> names, Path weights) {
        this.file = file;
        this.project = project;
        this.names = names;
        this.weights = weights.toAbsolutePath().normalize().toString();
        this.known =
                project.images().stream()
                        .map(LabelledImage::path)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// @throws CommandException if the network's keypoints are not as many as the project's
    static ProjectProposals of(
            String name,
            Path weights,
            int keypoints,
            List<String> names,
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
            return new ProjectProposals(file, project, names, weights);
        }
    }

    /// Detections of a picture; those of a picture or class that the project lacks are counted
    /// only.
    void add(Path picture, List<Detection> detections) {
        String path = file.relative(picture.toAbsolutePath().normalize());
        if (!known.contains(path)) {
            strangers++;
            return;
        }
        List<Prediction> predictions = new ArrayList<>();
        for (Detection d : detections) {
            String name = names.get(d.classIndex());
            OptionalInt index = project.schema().classIndex(name);
            if (index.isPresent()) {
                predictions.add(
                        new Prediction(
                                DetectionTargets.of(d, index.getAsInt(), weights),
                                Collections.nCopies(
                                        d.keypoints().size(), Optional.<Covariance>empty()),
                                d.score()));
            } else {
                unknownClasses.add(name);
            }
        }
        pictures.put(path, predictions);
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
        return pictures.values().stream().mapToInt(List::size).sum();
    }

    /// @return the file
    Path write() throws IOException {
        Path place = Proposals.file(file);
        new Proposals(weights, weights, pictures).write(place);
        return place;
    }
}
