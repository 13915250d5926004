package penumbra.data;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.geometry.Size;

/// What the first bytes of a picture file say about it.
///
/// @param format by its magic bytes
/// @param stored width and height as stored, before orientation
/// @param orientation how to turn it upright
record PictureHeader(PictureFormat format, Size stored, Orientation orientation) {

    /// 2^28; four bytes a pixel make 1 GiB.
    private static final long MOST_PIXELS = 1L << 28;

    /// Pictures up to this size (2^22 pixels, 16 MiB) are read whatever the length of their file.
    private static final long HARMLESS_PIXELS = 1L << 22;

    /// Above what a JPEG or PNG file can pack: PNG's deflate makes 1032 bytes of one, and a byte
    /// has 8 pixels of one bit. A blank WebP or TIFF can do better and is refused as a bomb.
    private static final long MOST_PIXELS_A_BYTE = 10_000;

    /// Width and height of the upright picture.
    Size size() {
        return orientation.apply(stored);
    }

    /// Reads the header of that file.
    ///
    /// @throws PictureException if it is no picture, or one too large to read
    static PictureHeader read(Path file) throws PictureException {
        try (HeaderBytes bytes = new HeaderBytes(file)) {
            PictureFormat format = format(file, bytes);
            PictureHeader header = read(file, format, bytes);
            refuseBomb(file, header.stored, bytes.getLength());
            return header;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static PictureFormat format(Path file, HeaderBytes bytes)
            throws IOException, PictureException {
        int length = (int) bytes.getLength();
        if (Files.isDirectory(file)) {
            throw PictureException.of(file, "folder");
        }
        if (length == 0) {
            throw PictureException.of(file, "empty");
        }
        if (length == Integer.MAX_VALUE) {
            throw PictureException.of(file, "long", Files.size(file));
        }
        byte[] start = new byte[PictureFormat.MAGIC];
        for (int i = 0; i < Math.min(length, start.length); i++) {
            start[i] = bytes.getByte(i);
        }
        return PictureFormat.of(start).orElseThrow(() -> PictureException.of(file, "unknown"));
    }

    private static PictureHeader read(Path file, PictureFormat format, HeaderBytes bytes)
            throws PictureException, IOException {
        try {
            return switch (format) {
                case JPEG -> JpegHeader.read(bytes);
                case PNG -> PngHeader.read(bytes);
                case WEBP -> WebpHeader.read(bytes);
                case BMP -> bmp(bytes);
                case TIFF -> tiff(bytes);
            };
        } catch (EOFException
                | TiffProcessingException
                | IllegalArgumentException
                | ArithmeticException e) {
            throw PictureException.of(file, "header", format, PictureException.reason(e))
                    .because(e);
        }
    }

    private static PictureHeader bmp(HeaderBytes bytes) throws IOException {
        bytes.setMotorolaByteOrder(false);
        boolean os2 = bytes.getInt32(14) == 12;
        Size size =
                os2
                        ? new Size(bytes.getUInt16(18), bytes.getUInt16(20))
                        // A negative height says that the rows run from the top.
                        : new Size(bytes.getInt32(18), Math.absExact(bytes.getInt32(22)));
        return new PictureHeader(PictureFormat.BMP, size, Orientation.UPRIGHT);
    }

    private static PictureHeader tiff(HeaderBytes bytes)
            throws IOException, TiffProcessingException {
        ExifIFD0Directory directory = FirstDirectory.read(bytes, 0);
        Integer width = directory.getInteger(ExifDirectoryBase.TAG_IMAGE_WIDTH);
        Integer height = directory.getInteger(ExifDirectoryBase.TAG_IMAGE_HEIGHT);
        if (width == null || height == null) {
            throw new TiffProcessingException("it states no width or no height");
        }
        return new PictureHeader(
                PictureFormat.TIFF, new Size(width, height), FirstDirectory.orientation(directory));
    }

    /// The orientation of an EXIF block at that offset. A block that cannot be read says nothing:
    /// the pixels are what matters.
    static Orientation orientation(HeaderBytes bytes, int offset) throws IOException {
        boolean bigEndian = bytes.isMotorolaByteOrder();
        try {
            return FirstDirectory.orientation(FirstDirectory.read(bytes, offset));
        } catch (EOFException | TiffProcessingException e) {
            return Orientation.UPRIGHT;
        } finally {
            bytes.setMotorolaByteOrder(bigEndian);
        }
    }

    private static void refuseBomb(Path file, Size size, long bytes) throws PictureException {
        long pixels = (long) size.width() * size.height();
        if (pixels > MOST_PIXELS) {
            throw PictureException.of(file, "huge", size);
        }
        if (pixels > HARMLESS_PIXELS && pixels / MOST_PIXELS_A_BYTE > bytes) {
            throw PictureException.of(file, "bomb", size, bytes);
        }
    }

    private static PictureException unreadable(Path file, IOException e) {
        if (Files.notExists(file)) {
            return PictureException.of(file, "missing").because(e);
        }
        if (Files.isDirectory(file)) {
            return PictureException.of(file, "folder").because(e);
        }
        return PictureException.of(file, "unreadable", PictureException.reason(e)).because(e);
    }
}
