package penumbra.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// A file to which one JSON document a line is added, on disk once it was added.
///
/// A last line that a crash left unfinished is cut off when the file is opened again. To be used by
/// one thread, and to be closed.
public final class LineLog implements AutoCloseable {

    private final RandomAccessFile file;

    private LineLog(RandomAccessFile file) {
        this.file = file;
    }

    /// Opens a file to go on with it, or makes it.
    public static LineLog open(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            file.setLength(endOfLastLine(file));
            file.seek(file.length());
            return new LineLog(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static long endOfLastLine(RandomAccessFile file) throws IOException {
        for (long end = file.length(); end > 0; end--) {
            file.seek(end - 1);
            if (file.read() == '\n') {
                return end;
            }
        }
        return 0;
    }

    /// @throws IOException if the disk does not take it; the file may then end in a part of a line
    public void add(Object document) throws IOException {
        String line = JsonMapper.shared().writeValueAsString(document) + "\n";
        file.write(line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
