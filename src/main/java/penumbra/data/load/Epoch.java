package penumbra.data.load;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import penumbra.data.input.InputLabel;

/// The batches of one epoch, in order. Batches have the asked number of pictures but for the last
/// one and those of which a picture was left out; a batch without any picture is not given.
///
/// For one thread, which is none of the workers. To be closed when it is left before its end.
public final class Epoch implements Iterator<Batch>, AutoCloseable {

    private final Loader loader;
    private final int number;
    private final boolean mosaic;
    private final int[] order;
    private final Deque<Preparation> preparations = new ArrayDeque<>();
    private int submitted;
    private int given;
    private Optional<Batch> upcoming = Optional.empty();

    /// A batch under way.
    private record Preparation(float[] pixels, List<Future<Optional<Loader.Prepared>>> samples) {}

    Epoch(Loader loader, int number, boolean mosaic) {
        this.loader = loader;
        this.number = number;
        this.mosaic = mosaic;
        this.order = loader.order(number);
        for (int i = 0; i < loader.options().ahead(); i++) {
            submit();
        }
    }

    /// Batches when no picture is left out.
    public int batches() {
        return (order.length + loader.options().batch() - 1) / loader.options().batch();
    }

    /// Whether there is another batch; waits until it is prepared.
    @Override
    public boolean hasNext() {
        while (upcoming.isEmpty() && !preparations.isEmpty()) {
            upcoming = finished(preparations.removeFirst());
            submit();
        }
        return upcoming.isPresent();
    }

    /// @throws CancellationException if the thread was interrupted while it waited
    @Override
    public Batch next() {
        if (!hasNext()) {
            throw new NoSuchElementException("epoch " + number + " has no further batch");
        }
        Batch batch = upcoming.orElseThrow();
        upcoming = Optional.empty();
        return batch;
    }

    /// Gives up what is under way.
    @Override
    public void close() {
        preparations.forEach(p -> p.samples().forEach(sample -> sample.cancel(false)));
        preparations.clear();
        submitted = order.length;
    }

    private void submit() {
        int size = Math.min(loader.options().batch(), order.length - submitted);
        if (size > 0) {
            float[] pixels = loader.room(size);
            List<Future<Optional<Loader.Prepared>>> samples = new ArrayList<>();
            for (int slot = 0; slot < size; slot++) {
                int place = submitted + slot;
                samples.add(loader.submit(order[place], number, place, mosaic, pixels, slot));
            }
            preparations.add(new Preparation(pixels, samples));
            submitted += size;
        }
    }

    /// The batch of the pictures that could be had, closed up; empty if there is none.
    private Optional<Batch> finished(Preparation preparation) {
        int each = 3 * loader.side() * loader.side();
        float[] pixels = preparation.pixels();
        List<List<InputLabel>> targets = new ArrayList<>();
        List<Path> pictures = new ArrayList<>();
        for (int slot = 0; slot < preparation.samples().size(); slot++) {
            Optional<Loader.Prepared> sample = result(preparation.samples().get(slot));
            if (sample.isPresent()) {
                if (targets.size() < slot) {
                    System.arraycopy(pixels, slot * each, pixels, targets.size() * each, each);
                }
                targets.add(sample.get().labels());
                pictures.add(sample.get().origin());
            }
        }
        if (targets.isEmpty()) {
            return Optional.empty();
        }
        float[] used =
                targets.size() == preparation.samples().size()
                        ? pixels
                        : Arrays.copyOf(pixels, targets.size() * each);
        return Optional.of(new Batch(given++, used, loader.side(), targets, pictures));
    }

    private Optional<Loader.Prepared> result(Future<Optional<Loader.Prepared>> sample) {
        try {
            return sample.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
            throw new CancellationException("interrupted while waiting for a batch");
        } catch (ExecutionException e) {
            close();
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
