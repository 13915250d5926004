package penumbra.data;

import java.util.Optional;

/// The kinds of picture files that are read, told apart by their first bytes and never by the name
/// of the file.
enum PictureFormat {
    JPEG,
    PNG,
    BMP,
    TIFF,
    WEBP;

    /// Number of bytes that [#of] wants to see.
    static final int MAGIC = 12;

    /// The format of a file that begins with these bytes, missing ones given as 0.
    static Optional<PictureFormat> of(byte[] start) {
        if (begins(start, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (begins(start, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (begins(start, 0, 'R', 'I', 'F', 'F') && begins(start, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(WEBP);
        }
        if (begins(start, 0, 'I', 'I', 42, 0) || begins(start, 0, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        return begins(start, 0, 'B', 'M') ? Optional.of(BMP) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int offset, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if ((bytes[offset + i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
