package penumbra.format.yolo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.geometry.Size;

/// Judges a picture file as the loader of Ultralytics YOLO 8.3 does, which opens and verifies it
/// with Pillow; found by experiment with Pillow 12.
///
/// The real format counts, not the suffix. A PNG is verified by the checksums of its chunks, a WebP
/// by its length. A JPEG that does not end in `FF D9` is decoded: when the end marker is somewhere
/// in it (bytes follow it) the loader writes the file anew with quality 100, when it is nowhere
/// (the file is cut) the loader drops it. Departures: what else a decoder may find wrong is not
/// looked for, and a damaged picture whose size Java cannot tell counts as broken where Pillow may
/// still open it (seen with TIFF files cut short).
public final class LoaderPictures {

    /// Formats that a loader trains with, and the suffix that suits each.
    public enum Format {
        JPEG("jpg"),
        MPO("mpo"),
        PNG("png"),
        BMP("bmp"),
        TIFF("tif"),
        WEBP("webp"),
        HEIF("heic");

        private final String suffix;

        Format(String suffix) {
            this.suffix = suffix;
        }

        /// Without a dot.
        public String suffix() {
            return suffix;
        }
    }

    private static final int SMALLEST_SIDE = 10;

    private LoaderPictures() {}

    /// What a loader does with a picture.
    ///
    /// @param dropped whether the picture and its labels are left out
    /// @param rule why, or what it warns of; empty when all is well
    /// @param argument of the rule's sentence
    /// @param size as shown; empty when it could not be told
    public record Judgement(
            Optional<Format> format,
            Optional<Size> size,
            boolean dropped,
            Optional<String> rule,
            Object argument) {

        private static Judgement drop(Optional<Format> format, String rule, Object argument) {
            return new Judgement(format, Optional.empty(), true, Optional.of(rule), argument);
        }
    }

    /// Judges a picture by its whole content; one that cannot be opened is dropped.
    public static Judgement judge(Path picture) {
        byte[] content;
        try {
            content = Files.readAllBytes(picture);
        } catch (IOException e) {
            return Judgement.drop(Optional.empty(), "check-picture-missing", e.toString());
        }
        Optional<Format> format = format(content);
        if (format.isEmpty()) {
            return Judgement.drop(format, "check-picture-format", foreignName(content));
        }
        if (format.get() == Format.HEIF) {
            return new Judgement(
                    format, Optional.empty(), false, Optional.of("check-picture-heif"), "");
        }
        if (!isVerified(format.get(), content)) {
            return Judgement.drop(format, "check-picture-broken", format.get());
        }
        try {
            Size size = ImageReader.size(picture);
            if (Math.min(size.width(), size.height()) < SMALLEST_SIDE) {
                return Judgement.drop(format, "check-picture-small", size);
            }
            return jpegEnd(format.get(), size, content);
        } catch (PictureException e) {
            return Judgement.drop(format, "check-picture-broken", format.get());
        }
    }

    private static Judgement jpegEnd(Format format, Size size, byte[] content) {
        boolean ends = format != Format.JPEG || isEndMarker(content, content.length - 2);
        if (ends) {
            return new Judgement(
                    Optional.of(format), Optional.of(size), false, Optional.empty(), "");
        }
        for (int at = JpegMarkers.scanStart(content); at < content.length - 2; at++) {
            if (isEndMarker(content, at)) {
                return new Judgement(
                        Optional.of(format),
                        Optional.of(size),
                        false,
                        Optional.of("check-jpeg-end"),
                        "");
            }
        }
        return Judgement.drop(Optional.of(format), "check-jpeg-cut", "");
    }

    private static boolean isEndMarker(byte[] b, int at) {
        return at >= 0 && b[at] == (byte) 0xff && b[at + 1] == (byte) 0xd9;
    }

    private static Optional<Format> format(byte[] b) {
        if (starts(b, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JpegMarkers.holdsSeveral(b) ? Format.MPO : Format.JPEG);
        } else if (starts(b, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(Format.PNG);
        } else if (starts(b, 0, "BM")) {
            return Optional.of(Format.BMP);
        } else if (starts(b, 0, "II*\0") || starts(b, 0, "MM\0*") || starts(b, 0, "II+\0")) {
            return Optional.of(Format.TIFF);
        } else if (starts(b, 0, "RIFF") && starts(b, 8, "WEBP")) {
            return Optional.of(Format.WEBP);
        } else if (starts(b, 4, "ftyphei") || starts(b, 4, "ftypmif1")) {
            return Optional.of(Format.HEIF);
        }
        return Optional.empty();
    }

    private static String foreignName(byte[] b) {
        if (starts(b, 0, "GIF8")) {
            return "GIF";
        }
        return b.length > 1 && b[0] == 'P' && "1234567fFy".indexOf(b[1]) >= 0 ? "PPM" : "?";
    }

    private static boolean isVerified(Format format, byte[] b) {
        return switch (format) {
            case PNG -> hasSoundChunks(b);
            case WEBP -> b.length >= 12 && Integer.reverseBytes(int32(b, 4)) + 8L <= b.length;
            default -> true;
        };
    }

    /// Whether all chunks up to IEND are there with the right checksums; that of IEND and what
    /// follows it does not matter.
    private static boolean hasSoundChunks(byte[] b) {
        for (long at = 8; at + 8 <= b.length; ) {
            int start = (int) at;
            if (starts(b, start + 4, "IEND")) {
                return true;
            }
            long length = Integer.toUnsignedLong(int32(b, start));
            if (at + 12 + length > b.length) {
                return false;
            }
            CRC32 crc = new CRC32();
            crc.update(b, start + 4, (int) length + 4);
            if (crc.getValue() != Integer.toUnsignedLong(int32(b, start + 8 + (int) length))) {
                return false;
            }
            at += 12 + length;
        }
        return false;
    }

    private static int int32(byte[] b, int at) {
        return ByteBuffer.wrap(b, at, 4).getInt();
    }

    static boolean starts(byte[] b, int at, String latin1) {
        byte[] magic = latin1.getBytes(StandardCharsets.ISO_8859_1);
        if (at + magic.length > b.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (b[at + i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
