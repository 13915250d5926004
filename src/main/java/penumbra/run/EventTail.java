package penumbra.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Reads `events.jsonl` while it grows; see [LineTail]. To be used by one thread.
public final class EventTail {

    private final LineTail<TrainingEvent> lines;

    public EventTail(Path path) {
        lines = new LineTail<>(path, TrainingEvent.class, "events.line");
    }

    /// @param events in their order
    /// @param damage one sentence for each line that was left out
    public record News(List<TrainingEvent> events, List<String> damage) {}

    /// Everything that a file holds.
    public static News all(Path path) throws IOException {
        return new EventTail(path).next();
    }

    /// What was added since the last call; nothing while there is no file. A file that was cut, as
    /// a resumed run cuts an unfinished line, goes on where it was cut.
    public News next() throws IOException {
        LineTail.News<TrainingEvent> news = lines.next();
        return new News(news.documents(), news.damage());
    }
}
