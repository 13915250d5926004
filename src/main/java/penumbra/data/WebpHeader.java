package penumbra.data;

import java.io.EOFException;
import java.io.IOException;
import penumbra.geometry.Size;

/// Walks the chunks of a WebP file (RFC 9649, section 2) without reading their data.
final class WebpHeader {

    private static final int FIRST_CHUNK = 12;
    private static final int LOSSY = 0x20385056; // "VP8 "
    private static final int LOSSLESS = 0x4c385056; // "VP8L"
    private static final int EXTENDED = 0x58385056; // "VP8X"
    private static final int EXIF = 0x46495845; // "EXIF"
    private static final int HAS_EXIF = 0x08;
    private static final int FOURTEEN_BITS = 0x3fff;

    private WebpHeader() {}

    /// Size from the first chunk, orientation from the `EXIF` chunk of the extended form.
    ///
    /// @throws EOFException if the file ends inside its first chunk
    /// @throws IllegalArgumentException if the first chunk is none of the three that RFC 9649 knows
    static PictureHeader read(HeaderBytes bytes) throws IOException {
        bytes.setMotorolaByteOrder(false);
        int data = FIRST_CHUNK + 8;
        Size size;
        Orientation orientation = Orientation.UPRIGHT;
        switch (bytes.getInt32(FIRST_CHUNK)) {
            case LOSSY ->
                    size =
                            new Size(
                                    bytes.getUInt16(data + 6) & FOURTEEN_BITS,
                                    bytes.getUInt16(data + 8) & FOURTEEN_BITS);
            case LOSSLESS -> {
                int bits = bytes.getInt32(data + 1);
                size = new Size(1 + (bits & FOURTEEN_BITS), 1 + (bits >>> 14 & FOURTEEN_BITS));
            }
            case EXTENDED -> {
                size = new Size(1 + bytes.getInt24(data + 4), 1 + bytes.getInt24(data + 7));
                if ((bytes.getUInt8(data) & HAS_EXIF) != 0) {
                    orientation = orientation(bytes);
                }
            }
            default -> throw new IllegalArgumentException("its first chunk holds no picture");
        }
        return new PictureHeader(PictureFormat.WEBP, size, orientation);
    }

    private static Orientation orientation(HeaderBytes bytes) throws IOException {
        long at = FIRST_CHUNK;
        while (at + 8 <= bytes.getLength()) {
            int type = bytes.getInt32((int) at);
            long length = bytes.getUInt32((int) at + 4);
            if (type == EXIF) {
                int block = (int) at + 8;
                return PictureHeader.orientation(
                        bytes, hasPrefix(bytes, block) ? block + 6 : block);
            }
            at += 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    /// Some programs leave the six bytes that precede an EXIF block in JPEG files.
    private static boolean hasPrefix(HeaderBytes bytes, int at) throws IOException {
        bytes.setMotorolaByteOrder(true);
        try {
            return JpegHeader.isExif(bytes, at);
        } finally {
            bytes.setMotorolaByteOrder(false);
        }
    }
}
