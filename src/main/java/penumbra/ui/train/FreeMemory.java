package penumbra.ui.train;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// Memory of the machine that a new process can have, MiB.
final class FreeMemory {

    private static final Path LINUX = Path.of("/proc/meminfo");
    private static final double MEBIBYTE = 1 << 20;

    private FreeMemory() {}

    /// On Linux with what caches of files would give back.
    static double mebibytes() {
        try {
            return Files.readAllLines(LINUX).stream()
                    .filter(l -> l.startsWith("MemAvailable:"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseGet(FreeMemory::free);
        } catch (IOException e) {
            return free();
        }
    }

    private static double free() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize()
                / MEBIBYTE;
    }
}
