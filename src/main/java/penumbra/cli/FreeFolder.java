package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/// A place for what a command makes, so that nothing made earlier is touched.
final class FreeFolder {

    private FreeFolder() {}

    /// The folder itself or the first numbered one beside it that is not there yet.
    static Path at(Path folder) {
        Path free = folder;
        for (int n = 2; Files.exists(free); n++) {
            free = folder.resolveSibling(folder.getFileName() + "-" + n);
        }
        return free;
    }
}
