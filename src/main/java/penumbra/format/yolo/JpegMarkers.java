package penumbra.format.yolo;

import java.nio.ByteBuffer;

/// The marker segments of a JPEG before its first scan.
final class JpegMarkers {

    private static final int APP2 = 0xe2;
    private static final int START_OF_SCAN = 0xda;

    private JpegMarkers() {}

    /// Whether an APP2 segment announces further pictures (Multi-Picture Format).
    static boolean holdsSeveral(byte[] b) {
        int at = 2;
        while (isSegment(b, at) && marker(b, at) != START_OF_SCAN) {
            if (marker(b, at) == APP2 && LoaderPictures.starts(b, at + 4, "MPF\0")) {
                return true;
            }
            at = next(b, at);
        }
        return false;
    }

    /// Where the compressed data begins; the end of the file when there is none.
    static int scanStart(byte[] b) {
        int at = 2;
        while (isSegment(b, at)) {
            if (marker(b, at) == START_OF_SCAN) {
                return at;
            }
            at = next(b, at);
        }
        return b.length;
    }

    private static boolean isSegment(byte[] b, int at) {
        return at + 4 <= b.length && b[at] == (byte) 0xff;
    }

    private static int marker(byte[] b, int at) {
        return b[at + 1] & 0xff;
    }

    private static int next(byte[] b, int at) {
        return marker(b, at) == 0xff
                ? at + 1
                : at + 2 + Short.toUnsignedInt(ByteBuffer.wrap(b, at + 2, 2).getShort());
    }
}
