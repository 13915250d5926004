package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.geometry.Size;

/// Damaged files are read as far as they go or refused in one sentence; nothing else ever happens.
class PictureFuzzTest {

    private static final int FILES = 3_000;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void nothingButPictureExceptionLeaves(PictureFormat format) throws Exception {
        Random random = new Random(format.ordinal());
        List<byte[]> seeds = seeds(format);
        Path file = folder.resolve("mutant");
        int read = 0;
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            Files.write(file, Mutation.of(seeds.get(i % seeds.size()), random));
            boolean turbo = i % 2 == 0;
            System.setProperty("penumbra.turbojpeg", turbo ? "on" : "off");
            try {
                Size stated = ImageReader.size(file);
                DecodedImage image = ImageReader.read(file);
                assertThat(image.size()).isEqualTo(stated);
                assertThat(image.argb()).hasSize(stated.width() * stated.height());
                assertThat(image.argb()[0] >>> 24).isEqualTo(0xff);
                read++;
            } catch (PictureException e) {
                assertThat(e).message().startsWith(file.toString()).endsWith(".").hasLineCount(1);
                refused++;
            } finally {
                System.clearProperty("penumbra.turbojpeg");
            }
        }
        assertThat(read).as("some damage is survived").isGreaterThan(FILES / 20);
        assertThat(refused).as("some damage is fatal").isGreaterThan(FILES / 20);
    }

    private static List<byte[]> seeds(PictureFormat format) throws IOException {
        BufferedImage rgb = gradient(40, 30);
        BufferedImage palette = new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED);
        palette.createGraphics().drawImage(rgb, 0, 0, null);
        BufferedImage deep = new BufferedImage(40, 30, BufferedImage.TYPE_USHORT_GRAY);
        deep.createGraphics().drawImage(rgb, 0, 0, null);
        byte[] exif = Pictures.exif(6, ByteOrder.LITTLE_ENDIAN);
        return switch (format) {
            case JPEG ->
                    List.of(
                            encode("jpeg", rgb),
                            encode("jpeg", rgb, null, true),
                            Pictures.jpegWithExif(encode("jpeg", rgb), exif));
            case PNG ->
                    List.of(
                            encode("png", rgb),
                            encode("png", rgb, null, true),
                            encode("png", palette),
                            encode("png", deep));
            case BMP ->
                    List.of(
                            encode("bmp", rgb),
                            encode("bmp", palette),
                            encode("bmp", palette, "BI_RLE8", false));
            case TIFF ->
                    List.of(
                            encode("tiff", rgb),
                            encode("tiff", rgb, "LZW", false),
                            encode("tiff", rgb, "JPEG", false),
                            encode("tiff", palette, "ZLib", false),
                            encode("tiff", deep, "PackBits", false),
                            Tiffs.rgb(new Size(3, 2), new byte[18], 6));
            case WEBP ->
                    List.of(
                            Pictures.WEBP_LOSSLESS,
                            Pictures.WEBP_LOSSY,
                            Pictures.WEBP_ALPHA,
                            Pictures.webpWithExif(Pictures.WEBP_LOSSY, 16, 12, exif));
        };
    }
}
