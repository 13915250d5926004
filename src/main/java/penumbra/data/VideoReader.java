package penumbra.data;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import penumbra.geometry.Size;

/// Reads the pictures of a video one after the other, with FFmpeg. Not for several threads.
public final class VideoReader implements AutoCloseable {

    private static final Set<String> SUFFIXES =
            Set.of("mp4", "m4v", "mov", "avi", "mkv", "webm", "mpg", "mpeg", "ts", "wmv", "mjpeg");

    private final Path file;
    private final FFmpegFrameGrabber grabber;

    private VideoReader(Path file, FFmpegFrameGrabber grabber) {
        this.file = file;
        this.grabber = grabber;
    }

    /// Whether a file is a video, by its name.
    public static boolean isVideo(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    /// @throws PictureException if the file is missing or no video, or FFmpeg is not there for this
    ///   machine
    public static VideoReader open(Path file) throws PictureException {
        if (!Files.exists(file)) {
            throw PictureException.of(file, "missing");
        }
        try {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
            grabber.start();
            return new VideoReader(file, grabber);
        } catch (FrameGrabber.Exception e) {
            throw PictureException.of(file, "video").because(e);
        } catch (LinkageError e) {
            throw PictureException.of(
                            file,
                            "video-natives",
                            System.getProperty("os.name"),
                            System.getProperty("os.arch"))
                    .because(e);
        }
    }

    /// The next picture; empty behind the last one.
    ///
    /// @throws PictureException if the video is damaged here
    public Optional<DecodedImage> next() throws PictureException {
        try {
            Frame frame = grabber.grabImage();
            return Optional.ofNullable(frame).map(VideoReader::decoded);
        } catch (FrameGrabber.Exception e) {
            throw PictureException.of(file, "video").because(e);
        }
    }

    private static DecodedImage decoded(Frame frame) {
        ByteBuffer bgr = (ByteBuffer) frame.image[0];
        int[] argb = new int[frame.imageWidth * frame.imageHeight];
        for (int y = 0; y < frame.imageHeight; y++) {
            int at = y * frame.imageStride;
            for (int x = 0; x < frame.imageWidth; x++, at += 3) {
                argb[y * frame.imageWidth + x] =
                        0xFF000000
                                | (bgr.get(at + 2) & 0xFF) << 16
                                | (bgr.get(at + 1) & 0xFF) << 8
                                | bgr.get(at) & 0xFF;
            }
        }
        return new DecodedImage(new Size(frame.imageWidth, frame.imageHeight), argb, true);
    }

    @Override
    public void close() {
        try {
            grabber.close();
        } catch (FrameGrabber.Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
