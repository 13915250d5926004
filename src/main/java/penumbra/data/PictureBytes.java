package penumbra.data;

import java.io.IOException;
import javax.imageio.stream.ImageInputStreamImpl;
import penumbra.text.Texts;

/// A file in memory as decoders want to see it. Some of them take the end of the data for zeros and
/// would read on for hours when broken bytes ask for billions: after many reads at the end this
/// stream fails.
final class PictureBytes extends ImageInputStreamImpl {

    /// Decoders look past the end a few times in good faith.
    private static final int MOST_READS_AT_END = 4096;

    private final byte[] bytes;
    private int readsAtEnd;

    /// @param bytes taken over, never written
    PictureBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
        bitOffset = 0;
        if (streamPos >= bytes.length) {
            return end();
        }
        return bytes[(int) streamPos++] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= bytes.length) {
            return end();
        }
        int count = (int) Math.min(length, bytes.length - streamPos);
        System.arraycopy(bytes, (int) streamPos, target, offset, count);
        streamPos += count;
        return count;
    }

    private int end() throws IOException {
        if (++readsAtEnd > MOST_READS_AT_END) {
            throw new IOException(Texts.of(PictureBytes.class, "ends"));
        }
        return -1;
    }

    @Override
    public long length() {
        return bytes.length;
    }
}
