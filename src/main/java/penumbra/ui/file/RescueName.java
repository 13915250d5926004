package penumbra.ui.file;

import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.store.ProjectFile;

/// Where a rescue copy of a project goes.
public final class RescueName {

    private RescueName() {}

    /// `NAME-rescued.penumbra` beside the project, or the first such name with a number that is
    /// free.
    public static Path free(ProjectFile file) {
        String name = file.path().getFileName().toString();
        String stem =
                name.endsWith(ProjectFile.SUFFIX)
                        ? name.substring(0, name.length() - ProjectFile.SUFFIX.length())
                        : name;
        Path free = file.folder().resolve(stem + "-rescued" + ProjectFile.SUFFIX);
        for (int n = 2; Files.exists(free); n++) {
            free = file.folder().resolve(stem + "-rescued-" + n + ProjectFile.SUFFIX);
        }
        return free;
    }
}
