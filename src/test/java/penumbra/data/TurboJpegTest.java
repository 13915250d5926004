package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.data.Pictures.encode;
import static penumbra.data.Pictures.gradient;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.Shared;
import penumbra.geometry.Size;

/// libjpeg-turbo and the libjpeg inside the JDK share the accurate integer DCT and the smooth
/// upsampling, so that their pixels are the same to the last bit.
class TurboJpegTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void bothPathsGiveTheSamePixels(boolean progressive) throws Exception {
        Path file = folder.resolve("noise.jpg");
        Files.write(file, encode("jpeg", noise(77, 53), null, progressive));
        int[] turbo = JpegPath.TURBO.decode(file).argb();
        int[] imageIo = JpegPath.IMAGE_IO.decode(file).argb();
        assertThat(turbo).containsExactly(imageIo);
    }

    @Test
    void bothPathsGiveTheSamePixelsOfRealPictures() throws Exception {
        Path folder = Shared.folder("data/real/low_exposure_arena/images");
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().limit(5).toList();
        }
        assertThat(files).hasSize(5);
        for (Path file : files) {
            int[] turbo = JpegPath.TURBO.decode(file).argb();
            int[] imageIo = JpegPath.IMAGE_IO.decode(file).argb();
            assertThat(Arrays.equals(turbo, imageIo)).as(file.toString()).isTrue();
        }
    }

    @Test
    void whatTheLibraryDoesNotKnowIsLeftToOthersAlsoWhenMemoryHoldsAnEarlierPicture()
            throws Exception {
        Path good = folder.resolve("good.jpg");
        Files.write(good, encode("jpeg", noise(64, 48)));
        assertThat(JpegPath.library().decode(good, new Size(64, 48))).isPresent();
        Path file = folder.resolve("not-jpeg-inside.jpg");
        byte[] jpeg = encode("jpeg", gradient(16, 16));
        for (int i = 0; i + 1 < jpeg.length; i++) {
            if ((jpeg[i] & 0xff) == 0xff && (jpeg[i + 1] & 0xff) == 0xc0) {
                jpeg[i + 1] = (byte) 0xc3; // lossless process
            }
        }
        Files.write(file, jpeg);
        assertThat(JpegPath.library().decode(file, new Size(16, 16))).isEmpty();
    }

    @Test
    void thePropertyForbidsTheLibrary() {
        JpegPath.library();
        System.setProperty("penumbra.turbojpeg", "off");
        try {
            assertThat(TurboJpeg.installed()).isEmpty();
        } finally {
            System.clearProperty("penumbra.turbojpeg");
        }
        assertThat(TurboJpeg.installed()).isPresent();
    }

    @Test
    void aLibraryThatIsNowhereIsNotFound() {
        assertThat(CLibrary.find(List.of("libthere-is-none-of-this-name.so"))).isEmpty();
    }

    @Test
    void manyThreadsAtOnceEachGetTheirOwnPicture() throws Exception {
        List<Path> files = IntStream.range(0, 8).mapToObj(i -> folder.resolve(i + ".jpg")).toList();
        for (Path file : files) {
            Files.write(file, encode("jpeg", noise(64 + files.indexOf(file), 48)));
        }
        List<int[]> alone = new ArrayList<>();
        for (Path file : files) {
            alone.add(JpegPath.TURBO.decode(file).argb());
        }
        assertThat(IntStream.range(0, 400).parallel().filter(i -> !same(files, alone, i % 8)))
                .isEmpty();
    }

    private static boolean same(List<Path> files, List<int[]> alone, int index) {
        try {
            int[] argb = JpegPath.TURBO.decode(files.get(index)).argb();
            return Arrays.equals(argb, alone.get(index));
        } catch (IOException | PictureException e) {
            throw new AssertionError(e);
        }
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }
}
