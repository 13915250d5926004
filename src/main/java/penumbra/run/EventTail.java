package penumbra.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.text.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads `events.jsonl` while it grows. A line counts once its end is written; one that cannot be
/// read is left out and named.
///
/// To be used by one thread.
public final class EventTail {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private long read;
    private int lines;

    public EventTail(Path path) {
        this.path = path;
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
        List<TrainingEvent> events = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        if (Files.exists(path)) {
            String text = complete();
            for (String line : text.lines().toList()) {
                lines++;
                try {
                    events.add(JsonMapper.shared().readValue(line, TrainingEvent.class));
                } catch (JacksonException | IllegalArgumentException e) {
                    damage.add(Texts.of(EventTail.class, "events.line", path, lines));
                }
            }
        }
        return new News(events, damage);
    }

    /// The lines that have come to their end.
    private String complete() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            read = Math.min(read, file.length());
            byte[] bytes = new byte[Math.toIntExact(file.length() - read)];
            file.seek(read);
            for (int at = 0; at < bytes.length; ) {
                int got = file.read(bytes, at, Math.min(CHUNK, bytes.length - at));
                if (got < 0) {
                    break;
                }
                at += got;
            }
            int end = bytes.length;
            while (end > 0 && bytes[end - 1] != '\n') {
                end--;
            }
            read += end;
            return new String(bytes, 0, end, StandardCharsets.UTF_8);
        }
    }
}
