package penumbra.engine.torch;

import java.util.List;

/// How libtorch says that there is not enough memory: by a sentence only, another on each system
/// and device.
public final class TorchMemory {

    private static final List<String> WORDS =
            List.of("can't allocate memory", "not enough memory", "out of memory", "bad_alloc");

    private TorchMemory() {}

    /// Whether an operation failed for want of memory.
    public static boolean lacked(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return WORDS.stream().anyMatch(message::contains);
    }
}
