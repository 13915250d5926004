package penumbra.data;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import penumbra.geometry.Size;

/// Encodes rendered scenes and previews into the bytes of a file. Safe for use by any number of
/// threads. The same pixels give the same bytes, as long as the same encoder writes them:
/// libturbojpeg and the JDK make JPEG files that differ in their bytes and, by a little, in their
/// pixels.
public final class ImageWriter {

    /// JPEG stores each side in 16 bits; libjpeg stops a little earlier.
    private static final int LONGEST_JPEG_SIDE = 65_500;

    private ImageWriter() {}

    /// A baseline JPEG file with chroma at half resolution both ways (4:2:0).
    ///
    /// @param rgb rows from the top, `0xRRGGBB` each; the upper eight bits are ignored
    /// @param quality 1 (coarse) to 100 (fine), libjpeg's scale
    /// @throws IllegalArgumentException if the pixels do not fill the size, a side is above 65,500,
    ///   or the quality is none
    public static byte[] jpeg(Size size, int[] rgb, int quality) {
        check(size, rgb);
        if (Math.max(size.width(), size.height()) > LONGEST_JPEG_SIDE) {
            throw new IllegalArgumentException("no JPEG file holds " + size + " pixels");
        }
        if (quality < 1 || quality > 100) {
            throw new IllegalArgumentException("a quality is 1 to 100: " + quality);
        }
        Optional<TurboJpeg> turbo = TurboJpeg.installed();
        return turbo.isPresent()
                ? turbo.get().encode(size, rgb, quality)
                : encode("jpeg", size, rgb, quality / 100f);
    }

    /// A PNG file of 8 bits a channel without alpha.
    ///
    /// @param rgb rows from the top, `0xRRGGBB` each; the upper eight bits are ignored
    /// @throws IllegalArgumentException if the pixels do not fill the size
    public static byte[] png(Size size, int[] rgb) {
        check(size, rgb);
        // The writer's scale runs backwards: 0 is the hardest compression, 0.5 zlib's default.
        return encode("png", size, rgb, 0.5f);
    }

    private static void check(Size size, int[] rgb) {
        if (rgb.length != (long) size.width() * size.height()) {
            throw new IllegalArgumentException(rgb.length + " pixels do not fill " + size);
        }
    }

    private static byte[] encode(String format, Size size, int[] rgb, float quality) {
        BufferedImage image =
                new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(rgb, 0, pixels, 0, rgb.length);
        javax.imageio.ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory failed", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
