package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.geometry.Size;

/// Files that break off or are damaged inside give what is there and say that it is not all.
class TruncatedPictureTest {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void aJpegThatBreaksOffKeepsItsUpperRows(JpegPath decoder) throws Exception {
        byte[] jpeg = encode("jpeg", gradient(WIDTH, HEIGHT));
        DecodedImage whole = decoder.decode(file(jpeg));
        DecodedImage half = decoder.decode(file(Arrays.copyOf(jpeg, jpeg.length * 6 / 10)));
        assertThat(whole.complete()).isTrue();
        assertThat(half.complete()).isFalse();
        assertThat(half.size()).isEqualTo(whole.size());
        int quarter = WIDTH * HEIGHT / 4;
        assertThat(Arrays.copyOf(half.argb(), quarter))
                .containsExactly(Arrays.copyOf(whole.argb(), quarter));
        assertThat(half.argb()[WIDTH * HEIGHT - 1]).as("the rest is grey").isEqualTo(0xff808080);
    }

    @ParameterizedTest
    @EnumSource
    void aJpegDamagedInsideIsFlaggedAndOpaque(JpegPath decoder) throws Exception {
        byte[] jpeg = encode("jpeg", gradient(WIDTH, HEIGHT));
        byte[] damaged = jpeg.clone();
        Arrays.fill(damaged, jpeg.length * 6 / 10, jpeg.length - 2, (byte) 0);
        Arrays.fill(damaged, jpeg.length * 6 / 10, jpeg.length * 6 / 10 + 2, (byte) 0xff);
        DecodedImage image = decoder.decode(file(damaged));
        assertThat(image.complete()).isFalse();
        assertThat(IntStream.of(image.argb())).allMatch(pixel -> pixel >>> 24 == 0xff);
    }

    @ParameterizedTest
    @EnumSource
    void strayBytesBeforeTheEndOfAJpegDoNoHarm(JpegPath decoder) throws Exception {
        byte[] jpeg = encode("jpeg", gradient(WIDTH, HEIGHT));
        byte[] stray = Pictures.inserted(jpeg, jpeg.length - 2, new byte[4]);
        DecodedImage image = decoder.decode(file(stray));
        assertThat(image.complete()).isTrue();
        assertThat(image.argb()).containsExactly(decoder.decode(file(jpeg)).argb());
    }

    @Test
    void aPngThatBreaksOffKeepsItsUpperRows() throws Exception {
        byte[] png = encode("png", noise());
        DecodedImage half = ImageReader.read(file(Arrays.copyOf(png, png.length / 2)));
        assertThat(half.complete()).isFalse();
        int[] whole = ImageReader.read(file(png)).argb();
        int third = WIDTH * HEIGHT / 3;
        assertThat(Arrays.copyOf(half.argb(), third)).containsExactly(Arrays.copyOf(whole, third));
        assertThat(half.argb()[WIDTH * HEIGHT - 1]).as("the rest is black").isEqualTo(0xff000000);
    }

    @Test
    void aBitmapThatBreaksOffKeepsItsLowerRows() throws Exception {
        byte[] bmp = encode("bmp", gradient(WIDTH, HEIGHT));
        DecodedImage half = ImageReader.read(file(Arrays.copyOf(bmp, bmp.length / 2)));
        assertThat(half.complete()).isFalse();
        assertThat(half.argb()[WIDTH * HEIGHT - 1])
                .isEqualTo(Pictures.gradientAt(WIDTH - 1, HEIGHT - 1));
    }

    @Test
    void aHeaderThatLiesAboutTheSizeOfItsPixelsIsNotBelievedSilently() throws Exception {
        byte[] png = encode("png", gradient(WIDTH, HEIGHT));
        ByteBuffer.wrap(png).putInt(20, 2 * HEIGHT);
        DecodedImage image = ImageReader.read(file(png));
        assertThat(image.size()).isEqualTo(new Size(WIDTH, 2 * HEIGHT));
        assertThat(image.complete()).isFalse();
    }

    private static BufferedImage noise() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var random = new Random(5);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private Path file(byte[] bytes) throws IOException {
        Path file = folder.resolve("picture");
        Files.write(file, bytes);
        return file;
    }
}
