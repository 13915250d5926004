package penumbra.data;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Small copies of pictures for lists: in memory as many as fit, on the disk all that were ever
/// made. Safe for any thread; no call waits.
public final class Thumbnails {

    private final PictureCache memory;

    /// @param folder of the user's cache, in which thumbnails are kept; made when it is missing
    /// @param side longest side of a thumbnail, px
    /// @param mostBytes of pixels to keep in memory
    /// @param executor runs reading and decoding
    public Thumbnails(Path folder, int side, long mostBytes, Executor executor) {
        this(folder, side, mostBytes, executor, ImageReader::read);
    }

    Thumbnails(
            Path folder,
            int side,
            long mostBytes,
            Executor executor,
            PictureCache.Decoder decoder) {
        memory =
                new PictureCache(
                        executor, mostBytes, new ThumbnailFiles(folder, side, decoder)::load);
    }

    /// The thumbnail, now or when it is made.
    ///
    /// @return fails with a [PictureException], or with a
    ///   [java.util.concurrent.CancellationException] when it was not wanted any longer
    public CompletableFuture<DecodedImage> get(Path picture) {
        return memory.get(picture);
    }

    /// The thumbnail if it is in memory.
    public Optional<DecodedImage> ready(Path picture) {
        return memory.ready(picture);
    }

    /// Cancels what has not begun, but for the pictures that are in sight.
    public void keepWaiting(Collection<Path> inSight) {
        memory.keepWaiting(inSight);
    }

    /// Looks at the file again when the thumbnail is asked for next.
    public void forget(Path picture) {
        memory.forget(picture);
    }
}
