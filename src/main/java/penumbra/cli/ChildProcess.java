package penumbra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import penumbra.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/// This program in a process of its own, started as `./penumbra` starts it, so that nothing that
/// ran before is measured with it.
final class ChildProcess {

    private static final List<String> FLAGS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "-Djava.awt.headless=true",
                    "penumbra.app.Main");

    private ChildProcess() {}

    /// As `./penumbra` has it for words of the command line, and for the window.
    static final List<String> FOR_WORDS = List.of("-XX:+UseSerialGC");

    static final List<String> FOR_WINDOW = List.of("-XX:+UseG1GC", "-XX:MaxGCPauseMillis=30");

    /// Runs one command line to its end.
    ///
    /// @param flags of the virtual machine
    /// @param answer form of the JSON document that it prints
    /// @throws CommandException if it fails; its reason is on standard error
    static <T> T run(Class<T> answer, List<String> flags, String... words)
            throws IOException, InterruptedException, CommandException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command =
                Stream.of(Stream.of(java), flags.stream(), FLAGS.stream(), Stream.of(words))
                        .flatMap(part -> part)
                        .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        // ONNX Runtime 1.29 crashes in a process whose command line is longer than a page.
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        // As `./penumbra` sets them: threads of libtorch that wait otherwise take the cores, and
        // its
        // tensors come and go page by page.
        builder.environment().putIfAbsent("OMP_WAIT_POLICY", "PASSIVE");
        builder.environment().putIfAbsent("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1");
        Process child = builder.start();
        try (InputStream out = child.getInputStream()) {
            String json = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (child.waitFor() != 0) {
                throw new CommandException(
                        Texts.of(
                                ChildProcess.class,
                                "bench.child",
                                String.join(" ", words),
                                child.exitValue()));
            }
            return JsonMapper.shared().readValue(json, answer);
        } finally {
            child.destroy();
        }
    }
}
