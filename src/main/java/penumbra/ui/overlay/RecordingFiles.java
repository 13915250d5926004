package penumbra.ui.overlay;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.ui.Background;

/// How overlays come by the files of runs.
///
/// @param runs where the runs of the project lie, if there are any
/// @param background reads the files
public record RecordingFiles(Path runs, Background background) {

    /// Where to look for another file: beside the one that was chosen, else among the runs, else as
    /// near as there is a folder.
    Optional<Path> beside(Recording chosen) {
        Path near = chosen.path().isEmpty() ? runs : Path.of(chosen.path()).getParent();
        return Stream.iterate(near, Objects::nonNull, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst();
    }
}
