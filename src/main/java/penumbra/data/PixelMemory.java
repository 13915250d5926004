package penumbra.data;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.concurrent.atomic.AtomicReference;

/// Native memory for the pixels of one picture, kept for the next one: fresh memory costs about as
/// much time as decoding half a picture into it. Safe for any number of threads.
final class PixelMemory {

    /// More is not kept: 16 megapixels.
    private static final long MOST_KEPT = 64L << 20;

    private final AtomicReference<MemorySegment> idle = new AtomicReference<>(MemorySegment.NULL);

    /// So many ints or more, which hold anything; to be handed back with [#giveBack].
    MemorySegment take(long ints) {
        MemorySegment kept = idle.getAndSet(MemorySegment.NULL);
        long bytes = ints * Integer.BYTES;
        return kept.byteSize() >= bytes
                ? kept
                : Arena.ofAuto().allocate(bytes, ValueLayout.JAVA_INT.byteAlignment());
    }

    void giveBack(MemorySegment memory) {
        if (memory.byteSize() <= MOST_KEPT) {
            idle.set(memory);
        }
    }
}
