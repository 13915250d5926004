package penumbra.data.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import penumbra.data.DecodedImage;
import penumbra.data.PictureCache;
import penumbra.data.PictureException;
import penumbra.data.input.LoadedSize;
import penumbra.data.input.RgbImage;
import penumbra.file.Reason;
import penumbra.geometry.Size;
import penumbra.text.Texts;

/// Pictures at the size that they are loaded at, kept in memory as long as there is room and in
/// files where a folder for them is given.
///
/// What is kept is found by the hash of the file's content, so that nothing stale is ever found; a
/// file that has changed since its labels were read is refused. What came into memory stays there:
/// pictures are asked for at random, so that making room for another one gains nothing.
///
/// Safe for any number of threads; two that ask for the same picture at once may both decode it.
public final class PictureStore {

    private static final int BYTES_A_PIXEL = 4;

    private final int side;
    private final long mostBytes;
    private final Optional<PictureFolder> folder;
    private final PictureCache.Decoder decoder;
    private final Consumer<String> notice;
    private final Map<String, RgbImage> memory = new ConcurrentHashMap<>();
    private final AtomicLong bytes = new AtomicLong();

    /// @param side of the network's input
    /// @param mostBytes of memory for pixels, four for each of them; 0 keeps nothing in memory
    /// @param folder where pixels are kept in files
    /// @param decoder [penumbra.data.ImageReader#read] mostly
    /// @param notice is told, in a sentence, that pixels cannot be kept in files
    public PictureStore(
            int side,
            long mostBytes,
            Optional<PictureFolder> folder,
            PictureCache.Decoder decoder,
            Consumer<String> notice) {
        this.side = side;
        this.mostBytes = mostBytes;
        this.folder = folder;
        this.decoder = decoder;
        this.notice = notice;
    }

    /// Memory that all of these pictures need, bytes.
    public static long bytes(List<TrainingPicture> pictures, int side) {
        return pictures.stream()
                .collect(
                        Collectors.toMap(
                                TrainingPicture::contentHash,
                                p -> bytes(LoadedSize.of(p.size(), side).size()),
                                (one, _) -> one))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long bytes(Size size) {
        return (long) BYTES_A_PIXEL * size.width() * size.height();
    }

    public int side() {
        return side;
    }

    /// Bytes of pixels in memory.
    public long bytes() {
        return bytes.get();
    }

    /// The pixels of a picture; the array is shared, never to be written.
    ///
    /// @throws PictureException if it cannot be decoded, or its file is not any more what it was
    ///   when its labels were read
    public RgbImage get(TrainingPicture picture) throws PictureException {
        RgbImage kept = memory.get(picture.contentHash());
        if (kept != null) {
            return kept;
        }
        RgbImage image = fromFolderOrFile(picture);
        keep(picture.contentHash(), image);
        return image;
    }

    private RgbImage fromFolderOrFile(TrainingPicture picture) throws PictureException {
        if (folder.isEmpty()) {
            return decode(picture);
        }
        PictureFolder.Key key =
                new PictureFolder.Key(
                        picture.contentHash(), LoadedSize.of(picture.size(), side).size());
        Optional<RgbImage> stored = folder.get().read(key);
        if (stored.isPresent()) {
            return stored.get();
        }
        RgbImage image = decode(picture);
        try {
            folder.get().write(key, image);
        } catch (IOException e) {
            notice.accept(
                    Texts.of(PictureStore.class, "folder", folder.get().place(), Reason.of(e)));
        }
        return image;
    }

    /// The hash is taken afterwards, so that what was decoded cannot be older than it.
    private RgbImage decode(TrainingPicture picture) throws PictureException {
        DecodedImage decoded = decoder.decode(picture.path());
        if (!decoded.size().equals(picture.size())
                || !TrainingPicture.hash(picture.path()).equals(picture.contentHash())) {
            throw new PictureException(Texts.of(PictureStore.class, "changed", picture.path()));
        }
        return LoadedSize.of(picture.size(), side).apply(RgbImage.of(decoded));
    }

    private void keep(String hash, RgbImage image) {
        long size = bytes(image.size());
        if (bytes.addAndGet(size) > mostBytes || memory.putIfAbsent(hash, image) != null) {
            bytes.addAndGet(-size);
        }
    }
}
