package penumbra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import penumbra.run.ChildJvm;
import penumbra.text.Texts;
import tools.jackson.databind.json.JsonMapper;

/// This program in a process of its own: nothing that ran before is measured with it, and libtorch
/// stays out of this one.
final class ChildProcess {

    private ChildProcess() {}

    /// Runs one command line to its end.
    ///
    /// @param flags of the virtual machine
    /// @param answer form of the JSON document that it prints
    /// @throws CommandException if it fails; its reason is on standard error
    static <T> T run(Class<T> answer, List<String> flags, String... words)
            throws IOException, InterruptedException, CommandException {
        ProcessBuilder builder =
                ChildJvm.of(flags, List.of(words)).redirectError(ProcessBuilder.Redirect.INHERIT);
        Process child = builder.start();
        try (InputStream out = child.getInputStream()) {
            String json = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (child.waitFor() != 0) {
                throw new CommandException(
                        Texts.of(
                                ChildProcess.class,
                                "child.failed",
                                String.join(" ", words),
                                child.exitValue()));
            }
            return JsonMapper.shared().readValue(json, answer);
        } finally {
            child.destroy();
        }
    }
}
