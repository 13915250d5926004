package penumbra.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import penumbra.geometry.Size;

/// TIFF files built tag by tag.
final class Tiffs {

    private static final int BYTE_COUNTS = 279;
    private static final int STRIP = 273;

    private Tiffs() {}

    /// An uncompressed RGB picture of 8 bits a channel with the tag Orientation.
    static byte[] rgb(Size size, byte[] samples, int orientation) {
        int[][] tags = {
            {256, size.width()},
            {257, size.height()},
            {258, 8},
            {259, 1},
            {262, 2},
            {STRIP, 0},
            {274, orientation},
            {277, 3},
            {278, size.height()},
            {BYTE_COUNTS, samples.length},
        };
        return file(tags, samples, 8);
    }

    /// An uncompressed grey picture of 32-bit floating-point samples.
    static byte[] fractions(Size size, float value) {
        ByteBuffer samples = ByteBuffer.allocate(4 * size.width() * size.height());
        while (samples.hasRemaining()) {
            samples.putFloat(value);
        }
        int[][] tags = {
            {256, size.width()},
            {257, size.height()},
            {258, 32},
            {259, 1},
            {262, 1},
            {STRIP, 0},
            {277, 1},
            {278, size.height()},
            {BYTE_COUNTS, samples.capacity()},
            {339, 3},
        };
        return file(tags, samples.array(), 32);
    }

    private static byte[] file(int[][] tags, byte[] samples, int bits) {
        int directory = 8;
        int bitsAt = directory + 2 + 12 * tags.length + 4;
        int samplesAt = bitsAt + 6;
        ByteBuffer file =
                ByteBuffer.allocate(samplesAt + samples.length).order(ByteOrder.BIG_ENDIAN);
        file.put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(directory);
        file.putShort((short) tags.length);
        for (int[] tag : tags) {
            file.putShort((short) tag[0]);
            if (tag[0] == 258 && bits == 8) {
                file.putShort((short) 3).putInt(3).putInt(bitsAt);
            } else if (tag[0] == STRIP) {
                file.putShort((short) 4).putInt(1).putInt(samplesAt);
            } else {
                file.putShort((short) 3).putInt(1).putShort((short) tag[1]).putShort((short) 0);
            }
        }
        file.putInt(0);
        file.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        return file.put(samples).array();
    }
}
