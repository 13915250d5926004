package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;
import static penumbra.data.Pictures.gradientPixels;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

/// Pixels of whole files of every format and depth.
class ImageReaderTest {

    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;
    private static final int WHITE = 0xffffffff;
    private static final int BLACK = 0xff000000;

    /// 16x16, YCCK with an Adobe marker as libturbojpeg writes it, inks stored inverted as (255,
    /// 128, 64, 200): red 200, green 100, blue 50.
    private static final byte[] YCCK =
            Base64.getDecoder()
                    .decode(
                            "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwACAQEBAQECAQEBAgICAgIEAwICAgIFBAQDBAYFBgYG"
                                    + "BQYGBgcJCAYHCQcGBggLCAkKCgoKCgYICwwLCgwJCgoK/9sAQwECAgICAgIFAwMFCgcGBwoK"
                                    + "CgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoK/8AA"
                                    + "FAgAEAAQBAERAAIRAQMRAQQRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//E"
                                    + "ALUQAAIBAwMCBAMFBQQEAAABfQECAwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNi"
                                    + "coIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6"
                                    + "g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh"
                                    + "4uPk5ebn6Onq8fLz9PX29/j5+v/EAB8BAAMBAQEBAQEBAQEAAAAAAAABAgMEBQYHCAkKC//E"
                                    + "ALURAAIBAgQEAwQHBQQEAAECdwABAgMRBAUhMQYSQVEHYXETIjKBCBRCkaGxwQkjM1LwFWJy"
                                    + "0QoWJDThJfEXGBkaJicoKSo1Njc4OTpDREVGR0hJSlNUVVZXWFlaY2RlZmdoaWpzdHV2d3h5"
                                    + "eoKDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ"
                                    + "2uLj5OXm5+jp6vLz9PX29/j5+v/aAA4EAQACEQMRBAAAPwD5/r+1D/Os/SCigAooAKKACv/Z");

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "png,",
        "bmp,",
        "tiff,",
        "tiff,LZW",
        "tiff,ZLib",
        "tiff,Deflate",
        "tiff,PackBits",
    })
    void lossLessFormatsGiveEveryPixelBack(String format, String compression) throws Exception {
        DecodedImage image = read(encode(format, gradient(50, 31), compression, false));
        assertThat(image.size()).isEqualTo(new Size(50, 31));
        assertThat(image.argb()).containsExactly(gradientPixels(50, 31));
        assertThat(image.complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void jpegGivesEveryPixelBackToWithinItsLoss(boolean progressive) throws Exception {
        BufferedImage flat = new BufferedImage(32, 16, BufferedImage.TYPE_INT_RGB);
        flat.createGraphics().fillRect(0, 0, 16, 16);
        DecodedImage image = read(encode("jpeg", flat, null, progressive));
        assertThat(image.complete()).isTrue();
        assertThat(image.argb()[8]).isEqualTo(WHITE);
        assertThat(image.argb()[24]).isEqualTo(BLACK);
    }

    @Test
    void lossyWebpGivesTheColoursThatItsOwnDecoderGives() throws Exception {
        DecodedImage image = read(Pictures.WEBP_LOSSY);
        // dwebp says (203, 39, 22) and (20, 60, 220); its rounding of YUV differs by up to one.
        assertThat(Channels.furthest(image.argb()[0], 0xffcb2716)).isLessThanOrEqualTo(1);
        assertThat(Channels.furthest(image.argb()[15], 0xff143cdc)).isLessThanOrEqualTo(1);
    }

    @Test
    void losslessWebpIsExactAndItsAlphaIgnored() throws Exception {
        for (byte[] webp : new byte[][] {Pictures.WEBP_LOSSLESS, Pictures.WEBP_ALPHA}) {
            int[] argb = read(webp).argb();
            for (int i = 0; i < argb.length; i++) {
                int x = i % 8;
                int y = i / 8;
                assertThat(argb[i]).isEqualTo(BLACK | 30 * x << 16 | 40 * y << 8 | 255 - 20 * x);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void greySamplesAreTakenAsTheyAre(String format) throws Exception {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 128, 255});
        assertThat(read(encode(format, grey)).argb()).containsExactly(BLACK, 0xff808080, WHITE);
    }

    @Test
    void aGreyJpegIsReadAsGrey() throws Exception {
        BufferedImage grey = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setSamples(0, 0, 8, 8, 0, filled(64, 128));
        assertThat(read(encode("jpeg", grey)).argb()).containsOnly(0xff808080);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void sixteenBitsAreCutToTheirHighByte(String format) throws Exception {
        BufferedImage grey = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        grey.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0x00ff, 0x1234, 0xffff});
        assertThat(read(encode(format, grey)).argb()).containsExactly(BLACK, 0xff121212, WHITE);

        WritableRaster raster =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, 1, 1, 3, null);
        raster.setPixel(0, 0, new int[] {0x12ff, 0xab00, 0x80ff});
        ComponentColorModel colours =
                new ComponentColorModel(
                        ColorSpace.getInstance(ColorSpace.CS_sRGB),
                        false,
                        false,
                        Transparency.OPAQUE,
                        DataBuffer.TYPE_USHORT);
        BufferedImage rgb = new BufferedImage(colours, raster, false, null);
        assertThat(read(encode(format, rgb)).argb()).containsExactly(0xff12ab80);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "tiff"})
    void alphaIsIgnoredAndTheColourUnderItKept(String format) throws Exception {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0x00204060);
        image.setRGB(1, 0, 0x80204060);
        assertThat(read(encode(format, image)).argb()).containsExactly(0xff204060, 0xff204060);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void palettesOfEveryDepthGiveTheirColours(int bits) throws Exception {
        byte[] red = {(byte) 255, 0};
        byte[] green = {0, (byte) 255};
        byte[] blue = {0, 0};
        IndexColorModel palette = new IndexColorModel(bits, 2, red, green, blue);
        BufferedImage image =
                new BufferedImage(
                        3,
                        1,
                        bits == 8
                                ? BufferedImage.TYPE_BYTE_INDEXED
                                : BufferedImage.TYPE_BYTE_BINARY,
                        palette);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {1, 0, 1});
        assertThat(read(encode("png", image)).argb()).containsExactly(GREEN, RED, GREEN);
    }

    @Test
    void bitmapsOfTheUsualKindsGiveTheirColours() throws Exception {
        int[] none = {};
        byte[] topDown = Bitmaps.file(1, -2, 24, Bitmaps.RGB, none, 0, 0, 255, 0, 255, 0, 0, 0);
        assertThat(read(topDown).argb()).containsExactly(RED, BLUE);

        byte[] bottomUp = Bitmaps.file(1, 2, 24, Bitmaps.RGB, none, 0, 0, 255, 0, 255, 0, 0, 0);
        assertThat(read(bottomUp).argb()).containsExactly(BLUE, RED);

        byte[] wide = Bitmaps.file(1, 1, 32, Bitmaps.RGB, none, 0x60, 0x40, 0x20, 0);
        assertThat(read(wide).argb()).containsExactly(0xff204060);

        int[] masks = {0xf800, 0x07e0, 0x001f};
        byte[] narrow = Bitmaps.file(2, 1, 16, Bitmaps.BITFIELDS, masks, 0, 0xf8, 0x1f, 0);
        assertThat(read(narrow).argb()).containsExactly(RED, BLUE);

        int[] palette = {0x0000ff, 0xff0000};
        byte[] runs = Bitmaps.file(4, 1, 8, Bitmaps.RLE8, palette, 3, 1, 1, 0, 0, 0, 0, 1);
        assertThat(read(runs).argb()).containsExactly(RED, RED, RED, BLUE);
    }

    @Test
    void inksBecomeTheLightTheyLeave() throws Exception {
        // Red 255 x 200 / 255, green 128 x 200 / 255, blue 64 x 200 / 255, cut.
        assertThat(read(YCCK).argb()).containsOnly(0xffc86432);
    }

    @Test
    void samplesThatAreNoWholeNumbersAreRefused() {
        assertThatThrownBy(() -> read(Tiffs.fractions(new Size(2, 2), 0.5f)))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("holds TIFF data that cannot be decoded")
                .hasMessageContaining("its samples are signed or fractions");
    }

    @Test
    void exifTurnsThePixelsToo() throws Exception {
        BufferedImage image = new BufferedImage(48, 16, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().fillRect(0, 0, 16, 16);
        byte[] exif = Pictures.exif(6, ByteOrder.LITTLE_ENDIAN);
        DecodedImage turned = read(Pictures.jpegWithExif(encode("jpeg", image), exif));
        assertThat(turned.size()).isEqualTo(new Size(16, 48));
        assertThat(turned.argb()[0]).as("the left end went to the top").isEqualTo(WHITE);
        assertThat(turned.argb()[47 * 16]).isEqualTo(BLACK);

        byte[] samples = {(byte) 255, 0, 0, 0, 0, (byte) 255};
        DecodedImage tiff = read(Tiffs.rgb(new Size(2, 1), samples, 3));
        assertThat(tiff.argb()).containsExactly(BLUE, RED);
    }

    @Test
    void pngExifTurnsThePixelsToo() throws Exception {
        byte[] png = encode("png", gradient(5, 3));
        byte[] chunk = Pictures.pngChunk("eXIf", Pictures.exif(8, ByteOrder.BIG_ENDIAN));
        DecodedImage turned = read(Pictures.inserted(png, 33, chunk));
        assertThat(turned.size()).isEqualTo(new Size(3, 5));
        assertThat(turned.argb()[0])
                .as("the top right corner")
                .isEqualTo(Pictures.gradientAt(4, 0));
        assertThat(turned.argb()[14]).isEqualTo(Pictures.gradientAt(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void theFileIsNeverTouched(String format) throws Exception {
        byte[] bytes = encode(format, gradient(40, 30));
        Path file = folder.resolve("untouched");
        Files.write(file, bytes);
        FileTime time = FileTime.from(Instant.parse("2020-01-02T03:04:05Z"));
        Files.setLastModifiedTime(file, time);
        ImageReader.size(file);
        ImageReader.read(file);
        assertThat(Files.readAllBytes(file)).containsExactly(bytes);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void aWriteProtectedPictureIsReadable(String format) throws Exception {
        Path file = folder.resolve("protected");
        Files.write(file, encode(format, gradient(40, 30)));
        Assumptions.assumeTrue(
                Files.getFileAttributeView(file, PosixFileAttributeView.class) != null,
                "needs a file system with POSIX permissions");
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ));
        assertThat(ImageReader.read(file).size()).isEqualTo(ImageReader.size(file));
    }

    private static int[] filled(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    private DecodedImage read(byte[] bytes) throws IOException, PictureException {
        Path file = folder.resolve("picture.of-any-name");
        Files.write(file, bytes);
        return ImageReader.read(file);
    }
}
