package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import penumbra.text.Texts;

/// `penumbra landscape` as a child process of the lowest priority: started, found again when
/// whoever started it is gone, and ended. What it has computed is in the run's folder, node by
/// node, whenever it ends.
public final class LandscapeProcess {

    /// Runs a command with the lowest priority; a part of every system but Windows.
    private static final Path NICE = Path.of("/usr/bin/nice");

    private static final List<String> FLAGS = List.of("-Xmx640m", "-XX:ActiveProcessorCount=1");

    private final RunFolder folder;
    private final ProcessHandle handle;
    private final Optional<Process> child;

    private LandscapeProcess(RunFolder folder, ProcessHandle handle, Optional<Process> child) {
        this.folder = folder;
        this.handle = handle;
        this.child = child;
    }

    /// Starts it.
    ///
    /// @param share of one thread, above 0, at most 1
    /// @throws RunException if one is at work on this run
    public static LandscapeProcess start(RunFolder folder, double share)
            throws IOException, RunException {
        return start(folder, share, builder -> builder);
    }

    /// As above.
    ///
    /// @param prepare gets the process that would be started and gives the one that is
    public static LandscapeProcess start(
            RunFolder folder, double share, UnaryOperator<ProcessBuilder> prepare)
            throws IOException, RunException {
        if (find(folder).isPresent()) {
            throw busy(folder);
        }
        List<String> flags = new ArrayList<>(ChildJvm.FOR_WORDS);
        flags.addAll(FLAGS);
        ProcessBuilder builder =
                ChildJvm.of(
                        flags,
                        List.of(
                                "landscape",
                                folder.path().toAbsolutePath().toString(),
                                "--share",
                                Double.toString(share)));
        if (Files.isExecutable(NICE)) {
            List<String> lowest = new ArrayList<>(List.of(NICE.toString(), "-n", "19"));
            lowest.addAll(builder.command());
            builder.command(lowest);
        }
        builder.environment().put("PENUMBRA_LANG", Locale.getDefault().getLanguage());
        Process child =
                prepare.apply(builder)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.landscapeConsole().toFile())
                        .start();
        return new LandscapeProcess(folder, child.toHandle(), Optional.of(child));
    }

    /// The process that computes the landscape of a run; empty when none does.
    public static Optional<LandscapeProcess> find(RunFolder folder) throws IOException {
        return RunLock.holder(folder.landscapeProcess())
                .map(h -> new LandscapeProcess(folder, h, Optional.empty()));
    }

    /// Why there is no second one.
    public static RunException busy(RunFolder folder) {
        return new RunException(Texts.of(LandscapeProcess.class, "landscape.busy", folder.path()));
    }

    public RunFolder folder() {
        return folder;
    }

    /// Completes when the process ends.
    public CompletableFuture<LandscapeProcess> onExit() {
        return handle.onExit().thenApply(_ -> this);
    }

    /// How the process ended; empty while it lives, and for one that somebody else started.
    public Optional<Integer> exitCode() {
        return child.filter(c -> !c.isAlive()).map(Process::exitValue);
    }

    /// The last lines that it wrote to its console.
    public List<String> lastLines() throws IOException {
        return TrainProcess.lastLines(folder.landscapeConsole());
    }

    /// Ends the process at once; what it has computed stays.
    public void cancel() {
        handle.destroy();
    }
}
