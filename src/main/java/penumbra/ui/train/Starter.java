package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Starts processes of the command line.
@FunctionalInterface
public interface Starter {

    /// @param words of the command line, `train` first
    /// @param console file that takes what the process writes
    Process start(List<String> words, Path console) throws IOException;
}
