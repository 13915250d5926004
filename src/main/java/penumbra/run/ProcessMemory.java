package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What memory this process has taken.
public final class ProcessMemory {

    private ProcessMemory() {}

    /// The most resident memory so far, MiB: the kernel's `VmHWM` on Linux, elsewhere what the heap
    /// holds reserved.
    public static double peakMebibytes() throws IOException {
        return mebibytes("VmHWM:");
    }

    /// The resident memory now, MiB: the kernel's `VmRSS` on Linux, elsewhere what the heap holds
    /// reserved.
    public static double residentMebibytes() throws IOException {
        return mebibytes("VmRSS:");
    }

    private static double mebibytes(String entry) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.isReadable(status)) {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(entry)) {
                    return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
                }
            }
        }
        return Runtime.getRuntime().totalMemory() / 1048576.0;
    }
}
