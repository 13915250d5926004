package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import penumbra.format.Progress;

/// `penumbra devices` as a child process, because libtorch may not be loaded where labels are.
public final class DeviceProcess {

    /// The command that [#fetch] is, as sentences name it.
    public static final String FETCH = "penumbra devices --fetch";

    private static final long PULSE_MILLIS = 100;

    private DeviceProcess() {}

    /// What is found for a device: one sentence.
    ///
    /// @param device as a run is told it: `auto`, `cpu` or `cuda:N`
    /// @param libtorch as a run is told it, empty for none
    /// @param progress when it throws, the child is ended
    /// @throws ChildException if the device cannot be used; its message says why, and names
    ///   [#FETCH] where that would help
    public static String check(String device, String libtorch, Progress progress)
            throws IOException, InterruptedException, ChildException {
        List<String> words = new ArrayList<>(List.of("devices", "--device", device));
        if (!libtorch.isEmpty()) {
            words.addAll(List.of("--libtorch", libtorch));
        }
        return run(words, progress);
    }

    /// Lets libtorch for GPUs be downloaded, and then looks for the device.
    ///
    /// @param progress files of those that there are; when it throws, the child is ended
    /// @throws ChildException if that fails, or the device cannot be used all the same
    public static String fetch(String device, Progress progress)
            throws IOException, InterruptedException, ChildException {
        return run(List.of("devices", "--device", device, "--fetch"), progress);
    }

    private static String run(List<String> words, Progress progress)
            throws IOException, InterruptedException, ChildException {
        ProcessBuilder builder = ChildJvm.of(ChildJvm.FOR_WORDS, words);
        builder.environment().put("PENUMBRA_LANG", Locale.getDefault().getLanguage());
        Path out = Files.createTempFile("penumbra-device", ".txt");
        Path err = Files.createTempFile("penumbra-device", ".txt");
        Process child = null;
        try {
            child = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
            do {
                ChildStep step = ChildStep.last(Files.readString(err)).orElse(new ChildStep(0, 1));
                progress.at(step.done(), step.total());
            } while (!child.waitFor(PULSE_MILLIS, TimeUnit.MILLISECONDS));
            if (child.exitValue() != 0) {
                throw ChildException.of("devices", child.exitValue(), Files.readAllLines(err));
            }
            return Files.readString(out).strip();
        } finally {
            if (child != null) {
                child.destroyForcibly().onExit().join();
            }
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
