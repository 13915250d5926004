package penumbra.data;

import java.io.EOFException;
import java.io.IOException;
import penumbra.geometry.Size;

/// Walks the chunks of a PNG file (W3C PNG, third edition, section 11) without reading their data.
final class PngHeader {

    private static final int IHDR = 0x49484452;
    private static final int EXIF = 0x65584966;
    private static final int IEND = 0x49454e44;

    private PngHeader() {}

    /// Size from `IHDR`, orientation from `eXIf`, which may stand before or behind the pixels.
    ///
    /// @throws EOFException if the file ends inside `IHDR`
    /// @throws IllegalArgumentException if the first chunk is another, or the picture empty
    static PictureHeader read(HeaderBytes bytes) throws IOException {
        bytes.setMotorolaByteOrder(true);
        if (bytes.getInt32(12) != IHDR) {
            throw new IllegalArgumentException("the first chunk is not IHDR");
        }
        Size size = new Size(bytes.getInt32(16), bytes.getInt32(20));
        return new PictureHeader(PictureFormat.PNG, size, orientation(bytes));
    }

    private static Orientation orientation(HeaderBytes bytes) throws IOException {
        long at = 8;
        while (at + 8 <= bytes.getLength()) {
            int length = bytes.getInt32((int) at);
            int type = bytes.getInt32((int) at + 4);
            if (type == EXIF) {
                return PictureHeader.orientation(bytes, (int) at + 8);
            }
            if (type == IEND || length < 0) {
                break;
            }
            at += 12L + length;
        }
        return Orientation.UPRIGHT;
    }
}
