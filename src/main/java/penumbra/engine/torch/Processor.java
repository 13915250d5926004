package penumbra.engine.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What the processor can do, as Linux says it.
final class Processor {

    static final Path DESCRIPTION = Path.of("/proc/cpuinfo");

    private static final List<String> BRAIN_FLOATS = List.of("avx512_bf16", "amx_bf16");

    private Processor() {}

    /// Whether it multiplies bfloat16 by itself; false where nothing says so.
    static boolean multipliesBrainFloats(Path description) {
        try (Stream<String> lines = Files.lines(description)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .flatMap(line -> Arrays.stream(line.split("[\\s:]+")))
                    .anyMatch(BRAIN_FLOATS::contains);
        } catch (IOException _) {
            return false;
        }
    }
}
