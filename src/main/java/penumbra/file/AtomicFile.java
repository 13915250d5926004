package penumbra.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Writes a file so that a reader, and a machine that loses power, sees the old content or the new
/// one, never a part.
///
/// The content goes to a temporary file in the same folder (`.NAME.RANDOM.part`), which is forced
/// to the disk, renamed over the target in one step, and the folder is forced to the disk too. On
/// any failure the target stays as it was and the temporary file is removed. Only a killed process
/// can leave the temporary file behind; it is never read and may be deleted.
public final class AtomicFile {

    private AtomicFile() {}

    /// Writes the content of a file; need not close or flush the stream.
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /// Replaces or makes the file. A link is followed: what it points at is replaced.
    ///
    /// @throws IOException if it cannot be written, or as thrown by the content; then nothing has
    ///   changed
    public static void write(Path target, Content content) throws IOException {
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path part =
                place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel =
                            FileChannel.open(
                                    part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out =
                            new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        Disk.force(place.getParent());
    }

    /// [#write(Path, Content)] of these bytes.
    public static void write(Path target, byte[] content) throws IOException {
        write(target, out -> out.write(content));
    }
}
