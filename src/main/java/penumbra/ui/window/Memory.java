package penumbra.ui.window;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import penumbra.ui.Settings;
import penumbra.ui.SettingsFile;

/// What the window remembers, written down whenever it changes.
final class Memory {

    private final SettingsFile file;
    private final Executor io;
    private final List<String> leftOut = new ArrayList<>();
    private Settings settings;

    /// @param io writes, one thing after the other
    Memory(SettingsFile file, Executor io) {
        this.file = file;
        this.io = io;
        settings = file.read(leftOut::add);
    }

    Settings settings() {
        return settings;
    }

    /// Sentences about what could not be read.
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    void change(UnaryOperator<Settings> change) {
        Settings next = change.apply(settings);
        if (!next.equals(settings)) {
            settings = next;
            io.execute(() -> file.write(next));
        }
    }
}
