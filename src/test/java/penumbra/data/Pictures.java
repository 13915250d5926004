package penumbra.data;

import java.awt.image.BufferedImage;
import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Small picture files for tests, built in memory.
final class Pictures {

    /// 8x6 without loss, from cwebp: red 30 x, green 40 y, blue 255 - 20 x.
    static final byte[] WEBP_LOSSLESS =
            Base64.getDecoder()
                    .decode(
                            "UklGRiwAAABXRUJQVlA4TCAAAAAvB0ABAJmM6H9sChHR/4CQgDDH/42SBeNx9v+YAKSWDQ"
                                    + "==");

    /// 16x12 with loss, from cwebp: left half about (203, 39, 22), right half (20, 60, 220).
    static final byte[] WEBP_LOSSY =
            Base64.getDecoder()
                    .decode(
                            "UklGRkIAAABXRUJQVlA4IDYAAADQAQCdASoQAAwAAMASJaACdLoB+AADsAD++jp//thD/+1o"
                                    + "fuwv6d3/3QJ/+3w/no/20D+cAAA=");

    /// As [#WEBP_LOSSLESS], but the left four columns transparent.
    static final byte[] WEBP_ALPHA =
            Base64.getDecoder()
                    .decode(
                            "UklGRjwAAABXRUJQVlA4TDAAAAAvB0ABEJkyRPQ/NhHR/4CCtm0Ywyl/jLsMxkMgkOzPmsMC"
                                    + "giL/R5sATkS0iERI/Qc=");

    private Pictures() {}

    /// Red 5 x, green 7 y, blue 3 (x + y), each mod 256.
    static BufferedImage gradient(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, gradientAt(x, y));
            }
        }
        return image;
    }

    static int gradientAt(int x, int y) {
        return 0xff000000 | (5 * x & 0xff) << 16 | (7 * y & 0xff) << 8 | 3 * (x + y) & 0xff;
    }

    static int[] gradientPixels(int width, int height) {
        return gradient(width, height).getRGB(0, 0, width, height, null, 0, width);
    }

    static byte[] encode(String format, RenderedImage image) throws IOException {
        return encode(format, image, null, false);
    }

    static byte[] encode(
            String format, RenderedImage image, String compression, boolean progressive)
            throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
        }
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        writer.dispose();
        return bytes.toByteArray();
    }

    /// A TIFF structure with nothing but the tag Orientation: what an EXIF block starts with.
    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer block = ByteBuffer.allocate(26).order(order);
        block.put(
                (order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
        block.putShort((short) 42).putInt(8).putShort((short) 1);
        block.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        block.putShort((short) orientation).putShort((short) 0).putInt(0);
        return block.array();
    }

    /// That JPEG file with an EXIF block in an APP1 segment behind its first marker.
    static byte[] jpegWithExif(byte[] jpeg, byte[] exif) {
        return inserted(jpeg, 2, segment(0xe1, concat(ascii("Exif\0\0"), exif)));
    }

    static byte[] segment(int marker, byte[] data) {
        return ByteBuffer.allocate(4 + data.length)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (2 + data.length))
                .put(data)
                .array();
    }

    static byte[] pngChunk(String type, byte[] data) {
        CRC32 crc = new CRC32();
        crc.update(ascii(type));
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(ascii(type))
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    /// The chunks of a simple WebP file behind a `VP8X` header that promises an EXIF chunk.
    static byte[] webpWithExif(byte[] webp, int width, int height, byte[] exif) {
        byte[] image = java.util.Arrays.copyOfRange(webp, 12, webp.length);
        ByteBuffer file =
                ByteBuffer.allocate(12 + 18 + image.length + 8 + exif.length)
                        .order(ByteOrder.LITTLE_ENDIAN);
        file.put(ascii("RIFF")).putInt(file.capacity() - 8).put(ascii("WEBP"));
        file.put(ascii("VP8X")).putInt(10).putInt(0x08);
        file.put((byte) (width - 1)).putShort((short) 0);
        file.put((byte) (height - 1)).putShort((short) 0);
        file.put(image).put(ascii("EXIF")).putInt(exif.length).put(exif);
        return file.array();
    }

    static byte[] inserted(byte[] bytes, int at, byte[] more) {
        return ByteBuffer.allocate(bytes.length + more.length)
                .put(bytes, 0, at)
                .put(more)
                .put(bytes, at, bytes.length - at)
                .array();
    }

    static byte[] concat(byte[] first, byte[] second) {
        return inserted(first, first.length, second);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
