package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import penumbra.run.ChildJvm;

/// Starts processes of the command line.
@FunctionalInterface
public interface Starter {

    /// Each in a virtual machine of its own, which goes on when this one ends.
    Starter OF_THIS_PROGRAM =
            (words, console) ->
                    ChildJvm.of(ChildJvm.FOR_WORDS, words)
                            .redirectErrorStream(true)
                            .redirectOutput(console.toFile())
                            .start();

    /// @param words of the command line, `train` first
    /// @param console file that takes what the process writes
    Process start(List<String> words, Path console) throws IOException;
}
