package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Size;

class VideoReaderTest {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    @TempDir Path folder;

    /// Frames of one colour each: red 40, 80, 120 ..., green 10, blue 200.
    private Path video(int frames) throws Exception {
        avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        Path file = folder.resolve("colours.avi");
        try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), WIDTH, HEIGHT)) {
            recorder.setVideoCodec(avcodec.AV_CODEC_ID_MJPEG);
            recorder.setFormat("avi");
            recorder.setPixelFormat(avutil.AV_PIX_FMT_YUVJ444P);
            recorder.setVideoQuality(1);
            recorder.start();
            for (int i = 0; i < frames; i++) {
                try (Frame frame = new Frame(WIDTH, HEIGHT, Frame.DEPTH_UBYTE, 3)) {
                    ByteBuffer bgr = (ByteBuffer) frame.image[0];
                    for (int at = 0; at < WIDTH * HEIGHT; at++) {
                        bgr.put(3 * at, (byte) 200)
                                .put(3 * at + 1, (byte) 10)
                                .put(3 * at + 2, (byte) (40 * (i + 1)));
                    }
                    recorder.record(frame);
                }
            }
        }
        return file;
    }

    @Test
    void everyPictureOfAVideoIsReadInOrderWithItsColours() throws Exception {
        try (VideoReader video = VideoReader.open(video(4))) {
            for (int i = 0; i < 4; i++) {
                DecodedImage picture = video.next().orElseThrow();
                assertThat(picture.size()).isEqualTo(new Size(WIDTH, HEIGHT));
                int pixel = picture.argb()[WIDTH * 20 + 30];
                assertThat(pixel >> 16 & 0xFF).isCloseTo(40 * (i + 1), within(6));
                assertThat(pixel >> 8 & 0xFF).isCloseTo(10, within(6));
                assertThat(pixel & 0xFF).isCloseTo(200, within(6));
            }
            assertThat(video.next()).isEqualTo(Optional.empty());
        }
    }

    @Test
    void whatIsNoVideoIsRefusedInOneSentenceThatNamesIt() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.mp4"), "no video");
        assertThatThrownBy(() -> VideoReader.open(text))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("notes.mp4");
        assertThatThrownBy(() -> VideoReader.open(folder.resolve("gone.mp4")))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("gone.mp4");
    }

    @Test
    void videosAreKnownByTheirNames() {
        assertThat(VideoReader.isVideo(Path.of("a", "match.MP4"))).isTrue();
        assertThat(VideoReader.isVideo(Path.of("match.jpg"))).isFalse();
    }
}
