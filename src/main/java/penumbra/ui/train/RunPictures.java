package penumbra.ui.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import penumbra.format.FormatException;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.DatasetPaths;
import penumbra.run.RunRecord;
import penumbra.store.ProjectFile;

/// Where the pictures of a run's plates lie. Looks at the disk.
final class RunPictures {

    private RunPictures() {}

    /// The folder that they are named from: that of the project or the root of the data set which
    /// the run learnt from; empty when that is no longer where the run's arguments say.
    static Optional<Path> of(RunRecord run) {
        Optional<Path> data = run.argument("data").map(Path::of).filter(Files::exists);
        if (data.filter(d -> d.toString().endsWith(ProjectFile.SUFFIX)).isPresent()) {
            return data.map(d -> d.toAbsolutePath().normalize().getParent());
        }
        return data.flatMap(DatasetPaths::dataYaml).flatMap(RunPictures::root);
    }

    private static Optional<Path> root(Path yaml) {
        try {
            return Optional.of(DataYaml.read(yaml).root().toAbsolutePath().normalize());
        } catch (FormatException _) {
            return Optional.empty();
        }
    }
}
