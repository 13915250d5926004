package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

/// Sizes from the header alone.
class PictureSizeTest {

    private static final Size WIDE = new Size(19, 11);
    private static final Size TALL = new Size(11, 19);

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "bmp", "tiff"})
    void everyFormatStatesItsSizeWhateverItsName(String format) throws Exception {
        assertThat(size(encode(format, gradient(19, 11)))).isEqualTo(WIDE);
    }

    @Test
    void theThreeKindsOfWebpStateTheirSize() throws Exception {
        assertThat(size(Pictures.WEBP_LOSSLESS)).isEqualTo(new Size(8, 6));
        assertThat(size(Pictures.WEBP_LOSSY)).isEqualTo(new Size(16, 12));
        byte[] extended =
                Pictures.webpWithExif(
                        Pictures.WEBP_LOSSY, 16, 12, Pictures.exif(1, ByteOrder.LITTLE_ENDIAN));
        assertThat(size(extended)).isEqualTo(new Size(16, 12));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 7, 8})
    void quarterTurnsOfExifSwapTheSidesOfJpegInBothByteOrders(int orientation) throws Exception {
        byte[] jpeg = encode("jpeg", gradient(19, 11));
        for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            byte[] exif = Pictures.exif(orientation, order);
            assertThat(size(Pictures.jpegWithExif(jpeg, exif))).isEqualTo(TALL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void mirrorsAndHalfTurnsKeepTheSides(int orientation) throws Exception {
        byte[] exif = Pictures.exif(orientation, ByteOrder.BIG_ENDIAN);
        byte[] jpeg = Pictures.jpegWithExif(encode("jpeg", gradient(19, 11)), exif);
        assertThat(size(jpeg)).isEqualTo(WIDE);
    }

    @Test
    void exifIsFoundBehindOtherSegmentsAndTheFrameHeader() throws Exception {
        byte[] jpeg = encode("jpeg", gradient(19, 11));
        byte[] exif =
                Pictures.segment(
                        0xe1,
                        Pictures.concat(
                                Pictures.ascii("Exif\0\0"),
                                Pictures.exif(6, ByteOrder.BIG_ENDIAN)));
        byte[] comment = Pictures.segment(0xfe, new byte[5000]);
        int scan = indexOf(jpeg, 0xff, 0xda);
        byte[] late = Pictures.inserted(Pictures.inserted(jpeg, scan, exif), scan, comment);
        assertThat(size(late)).isEqualTo(TALL);
    }

    @Test
    void anXmpBlockInApp1IsNoExif() throws Exception {
        byte[] xmp = Pictures.segment(0xe1, Pictures.ascii("http://ns.adobe.com/xap/1.0/\0<x/>"));
        byte[] jpeg = Pictures.inserted(encode("jpeg", gradient(19, 11)), 2, xmp);
        byte[] exif = Pictures.exif(8, ByteOrder.LITTLE_ENDIAN);
        assertThat(size(jpeg)).isEqualTo(WIDE);
        assertThat(size(Pictures.jpegWithExif(jpeg, exif))).isEqualTo(TALL);
    }

    @Test
    void aBrokenExifBlockSaysNothing() throws Exception {
        byte[] jpeg = encode("jpeg", gradient(19, 11));
        byte[] exif = Pictures.exif(6, ByteOrder.BIG_ENDIAN);
        assertThat(size(Pictures.jpegWithExif(jpeg, "nonsense".getBytes()))).isEqualTo(WIDE);
        assertThat(size(Pictures.jpegWithExif(jpeg, Arrays.copyOf(exif, 7)))).isEqualTo(WIDE);
    }

    @Test
    void pngExifCountsBeforeAndBehindThePixels() throws Exception {
        byte[] png = encode("png", gradient(19, 11));
        byte[] chunk = Pictures.pngChunk("eXIf", Pictures.exif(6, ByteOrder.BIG_ENDIAN));
        int afterHeader = 8 + 25;
        int beforeEnd = png.length - 12;
        assertThat(size(Pictures.inserted(png, afterHeader, chunk))).isEqualTo(TALL);
        assertThat(size(Pictures.inserted(png, beforeEnd, chunk))).isEqualTo(TALL);
    }

    @Test
    void webpExifCountsWithAndWithoutThePrefixOfJpeg() throws Exception {
        byte[] exif = Pictures.exif(8, ByteOrder.LITTLE_ENDIAN);
        byte[] prefixed = Pictures.concat(Pictures.ascii("Exif\0\0"), exif);
        for (byte[] block : new byte[][] {exif, prefixed}) {
            assertThat(size(Pictures.webpWithExif(Pictures.WEBP_LOSSLESS, 8, 6, block)))
                    .isEqualTo(new Size(6, 8));
        }
    }

    @Test
    void theOrientationTagOfTiffCounts() throws Exception {
        byte[] tiff = Tiffs.rgb(new Size(3, 2), new byte[18], 6);
        assertThat(size(tiff)).isEqualTo(new Size(2, 3));
    }

    @Test
    void aBitmapWithRowsFromTheTopHasAPositiveHeight() throws Exception {
        byte[] bmp = encode("bmp", gradient(19, 11));
        ByteBuffer.wrap(bmp).order(ByteOrder.LITTLE_ENDIAN).putInt(22, -11);
        assertThat(size(bmp)).isEqualTo(WIDE);
    }

    @Test
    void theHeaderIsEnough() throws Exception {
        byte[] jpeg = encode("jpeg", gradient(190, 110));
        int scan = indexOf(jpeg, 0xff, 0xda);
        assertThat(size(Arrays.copyOf(jpeg, scan))).isEqualTo(new Size(190, 110));
        byte[] png = encode("png", gradient(190, 110));
        assertThat(size(Arrays.copyOf(png, 33))).isEqualTo(new Size(190, 110));
    }

    private static int indexOf(byte[] bytes, int first, int second) {
        int at = 0;
        while ((bytes[at] & 0xff) != first || (bytes[at + 1] & 0xff) != second) {
            at++;
        }
        return at;
    }

    private Size size(byte[] bytes) throws IOException, PictureException {
        Path file = folder.resolve("picture.of-any-name");
        Files.write(file, bytes);
        return ImageReader.size(file);
    }
}
