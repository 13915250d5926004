package penumbra.run;

import java.io.IOException;
import java.nio.file.Path;

/// `events.jsonl` of a run that is at work: every event is one line, and on disk once it was told.
///
/// To be used by one thread, and to be closed.
public final class EventLog implements AutoCloseable {

    private final LineLog lines;

    private EventLog(LineLog lines) {
        this.lines = lines;
    }

    /// Opens a file to go on with it, or makes it; see [LineLog].
    public static EventLog open(Path path) throws IOException {
        return new EventLog(LineLog.open(path));
    }

    /// @throws IOException if the disk does not take it; the file may then end in a part of a line
    public void tell(TrainingEvent event) throws IOException {
        lines.add(event);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
