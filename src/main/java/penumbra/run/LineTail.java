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

/// Reads a file of one JSON document a line while it grows. A line counts once its end is written;
/// one that cannot be read is left out and named.
///
/// To be used by one thread.
///
/// @param <E> what a line holds
public final class LineTail<E> {

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Class<E> form;
    private final String complaint;
    private long read;
    private int lines;

    /// @param complaint key of the sentence about a line that cannot be read, with file and line
    public LineTail(Path path, Class<E> form, String complaint) {
        this.path = path;
        this.form = form;
        this.complaint = complaint;
    }

    /// @param documents in their order
    /// @param damage one sentence for each line that was left out
    public record News<E>(List<E> documents, List<String> damage) {}

    /// What was added since the last call; nothing while there is no file. A file that was cut, as
    /// an unfinished line is, goes on where it was cut.
    public News<E> next() throws IOException {
        List<E> documents = new ArrayList<>();
        List<String> damage = new ArrayList<>();
        if (Files.exists(path)) {
            for (String line : complete().lines().toList()) {
                lines++;
                try {
                    documents.add(JsonMapper.shared().readValue(line, form));
                } catch (JacksonException | IllegalArgumentException e) {
                    damage.add(Texts.of(LineTail.class, complaint, path, lines));
                }
            }
        }
        return new News<>(documents, damage);
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
