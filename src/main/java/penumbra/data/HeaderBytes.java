package penumbra.data;

import com.drew.lang.RandomAccessReader;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Random access to the bytes of a file through one small window, so that a header is read without
/// the picture behind it. The file is opened for reading only.
final class HeaderBytes extends RandomAccessReader implements AutoCloseable {

    private static final int WINDOW = 1024;

    private final SeekableByteChannel channel;
    private final int length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW);
    private long windowStart;

    /// @throws IOException if the file cannot be opened or has 2 GiB or more
    HeaderBytes(Path file) throws IOException {
        channel = Files.newByteChannel(file, StandardOpenOption.READ);
        length = (int) Math.min(channel.size(), Integer.MAX_VALUE);
        window.limit(0);
    }

    @Override
    public byte getByte(int index) throws IOException {
        if (index < windowStart || index >= windowStart + window.limit()) {
            fill(index);
        }
        return window.get((int) (index - windowStart));
    }

    private void fill(int index) throws IOException {
        validateIndex(index, 1);
        channel.position(index);
        window.clear();
        while (window.hasRemaining() && channel.read(window) > 0) {
            // A channel may give less than was asked for.
        }
        window.flip();
        windowStart = index;
        if (!window.hasRemaining()) {
            throw new EOFException();
        }
    }

    @Override
    public byte[] getBytes(int index, int count) throws IOException {
        validateIndex(index, count);
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = getByte(index + i);
        }
        return bytes;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public int toUnshiftedOffset(int offset) {
        return offset;
    }

    @Override
    protected void validateIndex(int index, int count) throws IOException {
        if (!isValidIndex(index, count)) {
            throw new EOFException();
        }
    }

    @Override
    protected boolean isValidIndex(int index, int count) {
        return index >= 0 && count >= 0 && (long) index + count <= length;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
