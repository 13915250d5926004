package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.format.TestPictures;
import penumbra.format.yolo.LoaderPictures.Format;
import penumbra.format.yolo.LoaderPictures.Judgement;
import penumbra.geometry.Size;

/// The expected answers are those of Pillow 12 for files damaged in the same way.
class LoaderPicturesTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({"jpg, JPEG", "png, PNG", "bmp, BMP", "tif, TIFF"})
    void soundPicturesAreAccepted(String suffix, Format format) throws IOException {
        Judgement j = judge(TestPictures.bytes(suffix, 12, 10, 1));
        assertThat(j.rule()).isEmpty();
        assertThat(j.dropped()).isFalse();
        assertThat(j.format()).contains(format);
        assertThat(j.size()).contains(new Size(12, 10));
    }

    @Test
    void theRealFormatCountsNotTheSuffix() throws IOException {
        Path png = Files.write(folder.resolve("a.jpg"), TestPictures.bytes("png", 20, 20, 1));
        assertThat(LoaderPictures.judge(png).rule()).isEmpty();
        Path gif = Files.write(folder.resolve("b.png"), TestPictures.bytes("gif", 20, 20, 1));
        assertThat(LoaderPictures.judge(gif).rule()).contains("check-picture-format");
        assertThat(LoaderPictures.judge(gif).dropped()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"9, 10", "10, 9", "1, 1000"})
    void picturesOfLessThanTenPixelsAreDropped(int width, int height) throws IOException {
        assertDropped(TestPictures.bytes("png", width, height, 1), "check-picture-small");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "no picture at all", "P5 10 10 255 ", "Pf\n20 20\n-1.0\n"})
    void otherFilesAreDropped(String content) throws IOException {
        assertDropped(content.getBytes(StandardCharsets.ISO_8859_1), "check-picture-format");
    }

    @Test
    void aFileThatIsNotThereIsDropped() {
        assertThat(LoaderPictures.judge(folder.resolve("no.png")).rule())
                .contains("check-picture-missing");
    }

    @Test
    void aJpegWithBytesAfterItsEndIsRewritten() throws IOException {
        byte[] jpeg = TestPictures.bytes("jpg", 40, 40, 1);
        for (String tail : new String[] {"\0", "abc\n"}) {
            Judgement j = judge(joined(jpeg, tail));
            assertThat(j.dropped()).isFalse();
            assertThat(j.rule()).contains("check-jpeg-end");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 300})
    void aJpegThatIsCutIsDropped(int missing) throws IOException {
        byte[] jpeg = TestPictures.bytes("jpg", 40, 40, 1);
        assertDropped(Arrays.copyOf(jpeg, jpeg.length - missing), "check-jpeg-cut");
    }

    @Test
    void aJpegCutInTheMiddleButEndedIsAccepted() throws IOException {
        byte[] jpeg = TestPictures.bytes("jpg", 40, 40, 1);
        byte[] half = Arrays.copyOf(jpeg, jpeg.length - 200);
        assertThat(judge(joined(half, "\u00ff\u00d9")).rule()).isEmpty();
    }

    @Test
    void aPngIsVerifiedUpToItsLastChunk() throws IOException {
        byte[] png = TestPictures.bytes("png", 20, 20, 1);
        assertThat(judge(Arrays.copyOf(png, png.length - 4)).rule()).isEmpty();
        assertThat(judge(joined(png, "xx")).rule()).isEmpty();
        assertDropped(Arrays.copyOf(png, png.length - 12), "check-picture-broken");
        assertDropped(Arrays.copyOf(png, png.length / 2), "check-picture-broken");
        byte[] flipped = png.clone();
        flipped[png.length / 2] ^= 1;
        assertDropped(flipped, "check-picture-broken");
    }

    @Test
    void aBitmapIsNotVerifiedBeyondItsHeader() throws IOException {
        byte[] bmp = TestPictures.bytes("bmp", 20, 20, 1);
        assertThat(judge(Arrays.copyOf(bmp, bmp.length / 2)).dropped()).isFalse();
    }

    @Test
    void aMultiPictureFileNeedsNoEndMarker() throws IOException {
        byte[] jpeg = TestPictures.bytes("jpg", 40, 40, 1);
        byte[] mpo = new byte[jpeg.length + 10 + 1];
        byte[] app2 = {(byte) 0xff, (byte) 0xe2, 0, 8, 'M', 'P', 'F', 0, 0, 0};
        System.arraycopy(jpeg, 0, mpo, 0, 2);
        System.arraycopy(app2, 0, mpo, 2, 10);
        System.arraycopy(jpeg, 2, mpo, 12, jpeg.length - 2);
        Judgement j = judge(mpo);
        assertThat(j.format()).contains(Format.MPO);
        assertThat(j.rule()).isEmpty();
    }

    @Test
    void heifDependsOnALibrary() throws IOException {
        Judgement j = judge("\0\0\0\u0018ftypheic".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(j.dropped()).isFalse();
        assertThat(j.rule()).contains("check-picture-heif");
        assertThat(j.size()).isEqualTo(Optional.empty());
    }

    private void assertDropped(byte[] content, String rule) throws IOException {
        Judgement j = judge(content);
        assertThat(j.dropped()).isTrue();
        assertThat(j.rule()).contains(rule);
    }

    private Judgement judge(byte[] content) throws IOException {
        return LoaderPictures.judge(Files.write(folder.resolve("picture.jpg"), content));
    }

    private static byte[] joined(byte[] head, String latin1) {
        byte[] tail = latin1.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(head, head.length + tail.length);
        System.arraycopy(tail, 0, all, head.length, tail.length);
        return all;
    }
}
