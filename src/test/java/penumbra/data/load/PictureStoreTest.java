package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.data.DecodedImage;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.input.LoadedSize;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Size;

class PictureStoreTest {

    @TempDir Path folder;

    private final AtomicInteger decoded = new AtomicInteger();
    private final List<String> notices = new ArrayList<>();
    private TrainingPicture picture;

    @BeforeEach
    void writePictures() throws Exception {
        picture = TestSet.write(folder, 3).pictures().getFirst();
    }

    private DecodedImage decode(Path file) throws PictureException {
        decoded.incrementAndGet();
        return ImageReader.read(file);
    }

    private PictureStore store(long bytes, Optional<Path> kept) {
        return new PictureStore(
                TestSet.SIDE, bytes, kept.map(PictureFolder::new), this::decode, notices::add);
    }

    private static RgbImage expected(TrainingPicture picture) throws PictureException {
        return LoadedSize.of(picture.size(), TestSet.SIDE)
                .apply(RgbImage.of(ImageReader.read(picture.path())));
    }

    @Test
    void aPictureIsDecodedOnceAndKeptAsLargeAsItIsLoaded() throws PictureException {
        PictureStore store = store(1 << 20, Optional.empty());

        RgbImage first = store.get(picture);

        assertThat(new Size(first.width(), first.height())).isEqualTo(new Size(64, 48));
        assertThat(first.rgb()).isEqualTo(expected(picture).rgb());
        assertThat(store.get(picture)).isSameAs(first);
        assertThat(decoded).hasValue(1);
        assertThat(store.bytes()).isEqualTo(4 * 64 * 48);
    }

    @Test
    void memoryNeverExceedsItsBudgetAndWhatIsInItStays() throws Exception {
        List<TrainingPicture> three = TestSet.write(folder, 3).pictures();
        PictureStore store = store(2 * 4 * 64 * 48 + 1, Optional.empty());
        for (int round = 0; round < 2; round++) {
            for (TrainingPicture one : three) {
                assertThat(store.get(one).rgb()).isEqualTo(expected(one).rgb());
            }
        }

        assertThat(PictureStore.bytes(three, TestSet.SIDE)).isEqualTo(3 * 4 * 64 * 48);
        assertThat(store.bytes()).isEqualTo(2 * 4 * 64 * 48);
        assertThat(decoded).hasValue(4);
    }

    /// A picture of the same length, at the same time: only its content tells.
    private void changeContentOnly() throws IOException {
        FileTime before = Files.getLastModifiedTime(picture.path());
        byte[] bytes = Files.readAllBytes(picture.path());
        byte[] other = bytes.clone();
        // Behind the last chunk, where no decoder looks.
        other[other.length - 1] ^= 1;
        Files.write(picture.path(), other);
        Files.setLastModifiedTime(picture.path(), before);
        assertThat(other).hasSameSizeAs(bytes);
    }

    @Test
    void aFileThatChangedIsRefusedThoughLengthAndTimeAreTheSame() throws Exception {
        changeContentOnly();

        assertThatThrownBy(() -> store(1 << 20, Optional.empty()).get(picture))
                .isInstanceOf(PictureException.class)
                .hasMessage(
                        picture.path()
                                + " has changed since its labels were read, and is left out of this"
                                + " run; start the run anew to train on it.");
    }

    @Test
    void filesKeepPixelsForTheNextRunAndNeverGiveThemForAnotherContent() throws Exception {
        Path kept = folder.resolve("kept");
        int[] pixels = store(0, Optional.of(kept)).get(picture).rgb();

        assertThat(store(0, Optional.of(kept)).get(picture).rgb()).isEqualTo(pixels);
        assertThat(decoded).hasValue(1);

        changeContentOnly();
        TrainingPicture anew =
                TrainingPicture.read(picture.path(), picture.labels(), picture.sequence());
        store(0, Optional.of(kept)).get(anew);
        assertThat(decoded).hasValue(2);
        assertThat(notices).isEmpty();
    }

    @Test
    void anotherSideHasFilesOfItsOwn() throws Exception {
        Path kept = folder.resolve("kept");
        store(0, Optional.of(kept)).get(picture);
        PictureStore smaller =
                new PictureStore(
                        32, 0, Optional.of(new PictureFolder(kept)), this::decode, notices::add);

        assertThat(smaller.get(picture).width()).isEqualTo(32);
        assertThat(decoded).hasValue(2);
    }

    @Test
    void aDamagedFileIsMadeAnew() throws Exception {
        Path kept = folder.resolve("kept");
        int[] pixels = store(0, Optional.of(kept)).get(picture).rgb();
        Path file;
        try (Stream<Path> files = Files.list(kept)) {
            file = files.findFirst().orElseThrow();
        }
        byte[] whole = Files.readAllBytes(file);
        byte[] flipped = whole.clone();
        flipped[1000] ^= 1;
        for (byte[] damaged : List.of(flipped, Arrays.copyOf(whole, 500), new byte[0])) {
            Files.write(file, damaged);
            decoded.set(0);

            assertThat(store(0, Optional.of(kept)).get(picture).rgb()).isEqualTo(pixels);
            assertThat(decoded).hasValue(1);
            assertThat(file).hasBinaryContent(whole);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsToldAndThePictureGivenAllTheSame() throws Exception {
        Path occupied = Files.createFile(folder.resolve("occupied"));

        assertThat(store(0, Optional.of(occupied)).get(picture).rgb())
                .isEqualTo(expected(picture).rgb());

        assertThat(notices)
                .singleElement()
                .asString()
                .startsWith("Decoded pictures cannot be kept in " + occupied);
    }
}
