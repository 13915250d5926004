package penumbra.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/// Decoded pictures in memory, made ahead of need on an executor's threads. Each picture is decoded
/// once however often it is asked for; of those that are ready, the ones not asked for longest give
/// way when there are too many bytes, never the one asked for last. A failure is told to those who
/// wait and then forgotten, so that asking again tries again.
///
/// Safe for any thread; no call waits for a picture.
public final class PictureCache {

    private static final int BYTES_A_PIXEL = 4;

    /// Makes the pixels of a file, [ImageReader#read] mostly.
    @FunctionalInterface
    public interface Decoder {
        DecodedImage decode(Path file) throws PictureException;
    }

    private final Executor executor;
    private final long mostBytes;
    private final Decoder decoder;

    /// Asked for longest ago first. Guarded by this object, as are all fields of the entries.
    private final Map<Path, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /// Those of them whose decoding has not begun.
    private final Map<Path, Entry> waiting = new HashMap<>();

    private long bytes;

    /// Which picture is shown, counted.
    private long turns;

    private static final class Entry {
        final CompletableFuture<DecodedImage> result = new CompletableFuture<>();
        boolean cancelled;
        boolean forgotten;
        long bytes;
    }

    /// @param executor runs the decoding
    /// @param mostBytes of pixels to keep; one picture is kept however large
    /// @param decoder is called on the executor's threads, several at a time
    public PictureCache(Executor executor, long mostBytes, Decoder decoder) {
        this.executor = executor;
        this.mostBytes = mostBytes;
        this.decoder = decoder;
    }

    /// The picture, now or when it is decoded.
    ///
    /// @return fails with a [PictureException], or with a [CancellationException] when it was not
    ///   wanted any longer
    public CompletableFuture<DecodedImage> get(Path file) {
        Entry entry;
        boolean isNew;
        synchronized (this) {
            entry = entries.get(file);
            isNew = entry == null;
            if (isNew) {
                entry = new Entry();
                entries.put(file, entry);
                waiting.put(file, entry);
            }
        }
        if (isNew) {
            hand(file, entry);
        }
        return entry.result.copy();
    }

    /// The picture if it is decoded already.
    public synchronized Optional<DecodedImage> ready(Path file) {
        return Optional.ofNullable(entries.get(file))
                .filter(e -> e.result.isDone())
                .map(e -> e.result.getNow(null));
    }

    /// The picture that is looked at, decoded first, and after it one by one those that may be
    /// next, so that they leave the other processors to what is on the screen; what waited for
    /// other pictures is cancelled.
    public CompletableFuture<DecodedImage> show(Path file, List<Path> next) {
        List<Path> wanted = new ArrayList<>(next);
        wanted.add(file);
        keepWaiting(wanted);
        long turn;
        synchronized (this) {
            turn = ++turns;
        }
        CompletableFuture<DecodedImage> shown = get(file);
        ahead(turn, file, shown, next);
        return shown;
    }

    /// Decodes the next ones once the one before is there, unless another picture is shown by then.
    private void ahead(long turn, Path file, CompletableFuture<?> before, List<Path> next) {
        if (!next.isEmpty()) {
            before.whenComplete((_, _) -> {
                if (isAt(turn)) {
                    CompletableFuture<DecodedImage> one = get(next.getFirst());
                    touch(file);
                    ahead(turn, file, one, next.subList(1, next.size()));
                }
            });
        }
    }

    private synchronized boolean isAt(long turn) {
        return turn == turns;
    }

    /// Makes it the one asked for last.
    private synchronized void touch(Path file) {
        entries.get(file);
    }

    /// Cancels the pictures whose decoding has not begun, but for those.
    public void keepWaiting(Collection<Path> wanted) {
        Set<Path> kept = Set.copyOf(wanted);
        List<Entry> cancelled = new ArrayList<>();
        synchronized (this) {
            Iterator<Map.Entry<Path, Entry>> all = waiting.entrySet().iterator();
            while (all.hasNext()) {
                Map.Entry<Path, Entry> e = all.next();
                if (!kept.contains(e.getKey())) {
                    all.remove();
                    entries.remove(e.getKey(), e.getValue());
                    e.getValue().cancelled = true;
                    cancelled.add(e.getValue());
                }
            }
        }
        cancelled.forEach(e -> e.result.completeExceptionally(new CancellationException()));
    }

    /// Forgets a picture, for example because its file has changed; who waits for it still gets it.
    public synchronized void forget(Path file) {
        Entry entry = entries.remove(file);
        waiting.remove(file);
        if (entry != null) {
            bytes -= entry.bytes;
            entry.forgotten = true;
        }
    }

    /// Bytes of pixels that are kept now.
    public synchronized long bytes() {
        return bytes;
    }

    private void hand(Path file, Entry entry) {
        try {
            executor.execute(() -> decode(file, entry));
        } catch (RejectedExecutionException e) {
            fail(file, entry, e);
        }
    }

    private void decode(Path file, Entry entry) {
        synchronized (this) {
            if (entry.cancelled) {
                return;
            }
            waiting.remove(file, entry);
        }
        try {
            DecodedImage picture = decoder.decode(file);
            keep(entry, picture);
            entry.result.complete(picture);
        } catch (PictureException | RuntimeException | Error e) {
            fail(file, entry, e);
        }
    }

    private synchronized void keep(Entry entry, DecodedImage picture) {
        if (!entry.forgotten) {
            entry.bytes = (long) BYTES_A_PIXEL * picture.argb().length;
            bytes += entry.bytes;
            makeRoom();
        }
    }

    private void makeRoom() {
        Iterator<Entry> eldest = entries.values().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            Entry entry = eldest.next();
            if (entry.bytes > 0 && eldest.hasNext()) {
                bytes -= entry.bytes;
                eldest.remove();
            }
        }
    }

    private void fail(Path file, Entry entry, Throwable cause) {
        synchronized (this) {
            entries.remove(file, entry);
            waiting.remove(file, entry);
        }
        entry.result.completeExceptionally(cause);
    }
}
