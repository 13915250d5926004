package penumbra.format;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// One good file of a format. A format with a file of its own adds one to the seeds of its room.
///
/// @param format id of the format
public record Seed(String format, Reader reader, String content) {

    /// Reads one file from its bytes as its format does.
    public interface Reader {
        List<Finding> read(Path file, byte[] bytes) throws FormatException;
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
