package penumbra.data.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import penumbra.data.augment.Sample;
import penumbra.data.input.InputLabel;

/// Feeds a trainer with batches that workers prepare while it works.
///
/// A picture that cannot be had, because it fails to decode or has changed since its labels were
/// read, is named once and left out wherever it would be seen; a mosaic in which it would be one of
/// the other three stays grey there.
///
/// Frames: input px. Equal arguments, pictures and epoch numbers give equal batches to the last
/// bit, however many workers there are and whatever was fetched before.
public final class Loader {

    private static final int ORDER = -1;

    private final LoaderOptions options;
    private final int side;
    private final Weights weights;
    private final SampleMaker samples;
    private final ExecutorService workers;
    private final Queue<float[]> spare = new ConcurrentLinkedQueue<>();

    /// @param store of pictures at the size of the input
    /// @param workers prepare batches; none of them may be the thread that fetches them
    /// @param leftOut is told, in a sentence and on any thread, of each picture that is left out
    public Loader(
            TrainingSet set,
            LoaderOptions options,
            PictureStore store,
            ExecutorService workers,
            Consumer<String> leftOut) {
        this.options = options;
        this.side = store.side();
        this.weights = options.sampler().weights(set.pictures(), side);
        this.samples = new SampleMaker(set, store, options.augmentation(), weights, leftOut);
        this.workers = workers;
    }

    /// The batches of an epoch; begins to prepare the first ones.
    ///
    /// @param n number of the epoch, which decides all that is random
    /// @param mosaic whether pictures are put together, mosaics and pasted plates; off in the last
    ///   epochs
    public Epoch epoch(int n, boolean mosaic) {
        return new Epoch(this, n, mosaic);
    }

    /// Takes back the pixels of a batch that is not needed any more. The batch must not be looked
    /// at afterwards.
    public void recycle(Batch batch) {
        if (batch.size() == options.batch()) {
            spare.add(batch.pixels());
        }
    }

    LoaderOptions options() {
        return options;
    }

    int side() {
        return side;
    }

    /// Which picture is seen at each place of an epoch.
    int[] order(int epoch) {
        return weights.order(random(epoch, ORDER));
    }

    /// Room for that many pictures.
    float[] room(int pictures) {
        float[] used = pictures == options.batch() ? spare.poll() : null;
        return used != null ? used : new float[pictures * 3 * side * side];
    }

    /// A picture that was prepared, without its pixels.
    record Prepared(List<InputLabel> labels, Path origin) {}

    /// Has a worker make the sample at a place of an epoch and write its pixels.
    ///
    /// @param pixels receives them
    /// @param slot which picture of the batch it is
    /// @return empty if the picture cannot be had
    Future<Optional<Prepared>> submit(
            int picture, int epoch, int place, boolean mosaic, float[] pixels, int slot) {
        return workers.submit(() -> {
            Optional<Sample> sample = samples.make(picture, mosaic, random(epoch, place));
            sample.ifPresent(s -> s.image().planes(pixels, slot * 3 * side * side));
            return sample.map(s -> new Prepared(s.labels(), s.origin()));
        });
    }

    /// The numbers of one place of one epoch.
    private RandomGenerator random(int epoch, int place) {
        return new SplittableRandom(mixed(mixed(mixed(options.seed()) + epoch) + place));
    }

    /// Neighbouring numbers become unrelated ones.
    ///
    /// Source: D. Stafford, *Better Bit Mixing*, 2011, variant 13.
    private static long mixed(long z) {
        long a = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        long b = (a ^ a >>> 27) * 0x94d049bb133111ebL;
        return b ^ b >>> 31;
    }
}
