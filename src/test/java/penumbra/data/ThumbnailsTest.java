package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Size;

class ThumbnailsTest {

    private static final long PLENTY = 1 << 20;

    @TempDir private Path folder;
    private Path picture;
    private Path cache;
    private final List<Path> decoded = new ArrayList<>();

    @BeforeEach
    void writeAPicture() throws IOException {
        picture = folder.resolve("picture.png");
        cache = folder.resolve("cache");
        writePicture(0xff2050a0);
    }

    private void writePicture(int colour) throws IOException {
        int[] pixels = new int[64 * 48];
        Arrays.fill(pixels, colour);
        Files.write(picture, ImageWriter.png(new Size(64, 48), pixels));
    }

    private DecodedImage decode(Path file) throws PictureException {
        decoded.add(file);
        return ImageReader.read(file);
    }

    /// As a window opened anew has them: nothing in memory.
    private Thumbnails thumbnails(int side) {
        return new Thumbnails(cache, side, PLENTY, Runnable::run, this::decode);
    }

    private List<Path> kept() throws IOException {
        if (Files.notExists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(cache)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aThumbnailIsMadeOnceAndFoundOnTheDiskAfterwards() throws IOException {
        DecodedImage first = thumbnails(16).get(picture).join();
        assertThat(first.size()).isEqualTo(new Size(16, 12));
        assertThat(first.argb()).containsOnly(0xff2050a0);
        DecodedImage second = thumbnails(16).get(picture).join();
        assertThat(second.size()).isEqualTo(new Size(16, 12));
        assertThat(Arrays.stream(second.argb())).allMatch(p -> near(p, 0xff2050a0));
        assertThat(decoded).containsExactly(picture);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void itStaysInMemoryUntilItIsForgotten() throws IOException {
        Thumbnails thumbnails = thumbnails(16);
        assertThat(thumbnails.ready(picture)).isEmpty();
        DecodedImage first = thumbnails.get(picture).join();
        assertThat(thumbnails.ready(picture)).containsSame(first);
        writePicture(0xffffffff);
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
        assertThat(thumbnails.get(picture).join()).isSameAs(first);
        thumbnails.forget(picture);
        assertThat(thumbnails.get(picture).join().argb()).containsOnly(0xffffffff);
    }

    @Test
    void aPictureThatChangedIsLookedAtAgain() throws IOException {
        thumbnails(16).get(picture).join();
        writePicture(0xffc81e1e);
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
        assertThat(thumbnails(16).get(picture).join().argb()).containsOnly(0xffc81e1e);
        assertThat(decoded).hasSize(2);
    }

    @Test
    void aPictureTouchedWithoutANewLengthIsLookedAtAgain() throws IOException {
        thumbnails(16).get(picture).join();
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
        thumbnails(16).get(picture).join();
        assertThat(decoded).hasSize(2);
    }

    @Test
    void aPictureOfAnotherLengthAndTheSameTimeIsLookedAtAgain() throws IOException {
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
        thumbnails(16).get(picture).join();
        Files.write(picture, ImageWriter.png(new Size(20, 20), new int[400]));
        Files.setLastModifiedTime(picture, FileTime.fromMillis(1_000_000));
        assertThat(thumbnails(16).get(picture).join().size()).isEqualTo(new Size(16, 16));
    }

    @Test
    void sizesDoNotGetIntoEachOthersWay() throws IOException {
        thumbnails(16).get(picture).join();
        assertThat(thumbnails(32).get(picture).join().size()).isEqualTo(new Size(32, 24));
        assertThat(thumbnails(16).get(picture).join().size()).isEqualTo(new Size(16, 12));
        assertThat(kept()).hasSize(2);
    }

    @Test
    void aBrokenThumbnailIsMadeAnew() throws IOException {
        thumbnails(16).get(picture).join();
        Path file = kept().getFirst();
        byte[] good = Files.readAllBytes(file);
        for (byte[] broken : List.of(new byte[0], Arrays.copyOf(good, good.length / 2))) {
            Files.write(file, broken);
            decoded.clear();
            assertThat(thumbnails(16).get(picture).join().argb()).containsOnly(0xff2050a0);
            assertThat(decoded).containsExactly(picture);
            assertThat(Files.readAllBytes(file)).isEqualTo(good);
        }
    }

    @Test
    void withoutAFolderThumbnailsAreMadeAllTheSame() throws IOException {
        Files.writeString(cache, "a file where the folder should be");
        assertThat(thumbnails(16).get(picture).join().argb()).containsOnly(0xff2050a0);
        assertThat(Files.readString(cache)).startsWith("a file");
    }

    @Test
    void ofADamagedPictureNoThumbnailIsKept() throws IOException {
        int[] pixels = Pictures.gradientPixels(64, 48);
        byte[] whole = ImageWriter.jpeg(new Size(64, 48), pixels, 90);
        Files.write(picture, Arrays.copyOf(whole, whole.length * 2 / 3));
        assertThat(thumbnails(16).get(picture).join().complete()).isFalse();
        assertThat(kept()).isEmpty();
    }

    @Test
    void aMissingPictureIsNamed() {
        Path missing = folder.resolve("missing.png");
        CompletableFuture<DecodedImage> result = thumbnails(16).get(missing);
        assertThatThrownBy(result::join)
                .hasRootCauseInstanceOf(java.nio.file.NoSuchFileException.class)
                .cause()
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("missing.png does not exist");
    }

    @Test
    void whatScrolledOutOfSightIsNotMade() throws IOException {
        ManualExecutor executor = new ManualExecutor();
        Thumbnails thumbnails = new Thumbnails(cache, 16, PLENTY, executor, this::decode);
        Path other = folder.resolve("other.png");
        Files.copy(picture, other);
        CompletableFuture<DecodedImage> gone = thumbnails.get(picture);
        CompletableFuture<DecodedImage> seen = thumbnails.get(other);
        thumbnails.keepWaiting(List.of(other));
        executor.runAll();
        assertThat(decoded).containsExactly(other);
        assertThat(seen).isCompleted();
        assertThatThrownBy(gone::join).hasRootCauseInstanceOf(CancellationException.class);
    }

    @Test
    void thePublicOneReadsPicturesItself() {
        Thumbnails thumbnails = new Thumbnails(cache, 8, PLENTY, Runnable::run);
        assertThat(thumbnails.get(picture).join().size()).isEqualTo(new Size(8, 6));
    }

    private static boolean near(int a, int b) {
        return Stream.of(16, 8, 0)
                .allMatch(shift -> Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) <= 3);
    }
}
