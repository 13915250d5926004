package penumbra.ui.train;

import java.util.List;

/// A run that waits for its turn.
///
/// @param name of its folder
/// @param words of the command line that makes it
record WaitingRun(String name, List<String> words) {

    WaitingRun {
        words = List.copyOf(words);
    }
}
