package penumbra.run;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// This program in a process of its own, started as `./penumbra` starts it: libtorch stays out of
/// the studio's process, and a crash of it costs the child only.
public final class ChildJvm {

    /// Of the virtual machine, as `./penumbra` has it for words of the command line, and for the
    /// window.
    public static final List<String> FOR_WORDS = List.of("-XX:+UseSerialGC");

    public static final List<String> FOR_WINDOW =
            List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=30");

    private static final List<String> FLAGS =
            List.of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true");

    private static final String MAIN = "penumbra.app.Main";

    private ChildJvm() {}

    /// A process that runs one command line, ready to be started.
    ///
    /// @param flags of the virtual machine
    /// @param words of the command line
    public static ProcessBuilder of(List<String> flags, List<String> words) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder =
                new ProcessBuilder(
                        Stream.of(List.of(java), flags, FLAGS, List.of(MAIN), words)
                                .flatMap(List::stream)
                                .toList());
        // ONNX Runtime 1.29 crashes in a process whose command line is longer than a page.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        // As `./penumbra` sets them, and for its reasons.
        builder.environment().putIfAbsent("GOMP_SPINCOUNT", "10000");
        builder.environment()
                .putIfAbsent(
                        "GLIBC_TUNABLES",
                        "glibc.malloc.hugetlb=1:glibc.malloc.tcache_count=0:glibc.malloc.mxfast=0"
                                + ":glibc.malloc.top_pad=67108864"
                                + ":glibc.malloc.trim_threshold=4294967296"
                                + ":glibc.malloc.mmap_threshold=33554432");
        return builder;
    }
}
