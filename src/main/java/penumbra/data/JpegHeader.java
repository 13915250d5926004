package penumbra.data;

import java.io.EOFException;
import java.io.IOException;
import penumbra.geometry.Size;

/// Walks the marker segments of a JPEG file (ITU-T T.81, annex B) up to the first scan.
final class JpegHeader {

    private static final int TEMPORARY = 0x01;
    private static final int HUFFMAN_TABLES = 0xc4;
    private static final int EXTENSION = 0xc8;
    private static final int ARITHMETIC_CONDITIONS = 0xcc;
    private static final int FIRST_RESTART = 0xd0;
    private static final int START_OF_IMAGE = 0xd8;
    private static final int END_OF_IMAGE = 0xd9;
    private static final int START_OF_SCAN = 0xda;
    private static final int APP1 = 0xe1;

    private JpegHeader() {}

    /// Size from the frame header, orientation from the EXIF block in an APP1 segment.
    ///
    /// @throws EOFException if the file ends before its frame header
    /// @throws IllegalArgumentException if it has no frame header or an empty picture
    static PictureHeader read(HeaderBytes bytes) throws IOException {
        bytes.setMotorolaByteOrder(true);
        Size size = null;
        Orientation orientation = Orientation.UPRIGHT;
        int at = 0;
        try {
            while (true) {
                at = nextMarker(bytes, at);
                int marker = bytes.getUInt8(at++);
                if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                    break;
                }
                if (standsAlone(marker)) {
                    continue;
                }
                if (isFrame(marker) && size == null) {
                    size = new Size(bytes.getUInt16(at + 5), bytes.getUInt16(at + 3));
                } else if (marker == APP1
                        && orientation == Orientation.UPRIGHT
                        && isExif(bytes, at + 2)) {
                    orientation = PictureHeader.orientation(bytes, at + 8);
                }
                at += bytes.getUInt16(at);
            }
        } catch (EOFException e) {
            if (size == null) {
                throw e;
            }
        }
        if (size == null) {
            throw new IllegalArgumentException("no frame header before the first scan");
        }
        return new PictureHeader(PictureFormat.JPEG, size, orientation);
    }

    /// Where the code of the next marker stands; fill bytes and stray bytes are passed over.
    private static int nextMarker(HeaderBytes bytes, int from) throws IOException {
        int at = from;
        while (true) {
            while (bytes.getUInt8(at) != 0xff) {
                at++;
            }
            while (bytes.getUInt8(at) == 0xff) {
                at++;
            }
            if (bytes.getUInt8(at) != 0) {
                return at;
            }
        }
    }

    private static boolean standsAlone(int marker) {
        return marker == TEMPORARY || marker >= FIRST_RESTART && marker <= START_OF_IMAGE;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xc0
                && marker <= 0xcf
                && marker != HUFFMAN_TABLES
                && marker != EXTENSION
                && marker != ARITHMETIC_CONDITIONS;
    }

    /// Whether the six bytes `Exif`, 0, 0 stand there.
    static boolean isExif(HeaderBytes bytes, int at) throws IOException {
        return bytes.isValidIndex(at, 6)
                && bytes.getInt32(at) == 0x45786966
                && bytes.getUInt16(at + 4) == 0;
    }
}
