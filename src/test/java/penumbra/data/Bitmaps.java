package penumbra.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Windows bitmaps built by hand.
final class Bitmaps {

    static final int RGB = 0;
    static final int RLE8 = 1;
    static final int BITFIELDS = 3;

    private Bitmaps() {}

    /// @param height negative for rows from the top
    /// @param palette `0x00RRGGBB` each, or the three masks of [#BITFIELDS]
    static byte[] file(
            int width, int height, int bits, int compression, int[] palette, int... data) {
        int dataAt = 14 + 40 + 4 * palette.length;
        ByteBuffer file = ByteBuffer.allocate(dataAt + data.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("BM".getBytes(StandardCharsets.US_ASCII));
        file.putInt(file.capacity()).putInt(0).putInt(dataAt);
        file.putInt(40).putInt(width).putInt(height).putShort((short) 1).putShort((short) bits);
        file.putInt(compression).putInt(data.length).putInt(0).putInt(0);
        file.putInt(compression == BITFIELDS ? 0 : palette.length).putInt(0);
        for (int colour : palette) {
            file.putInt(colour);
        }
        for (int value : data) {
            file.put((byte) value);
        }
        return file.array();
    }
}
