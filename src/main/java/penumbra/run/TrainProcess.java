package penumbra.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import penumbra.text.Texts;

/// `penumbra train` as a child process: started, watched, told to pause or to stop, and found again
/// when whoever started it is gone. The run lives on without its watcher.
///
/// What it writes to its console goes to `console.txt` in the run's folder.
public final class TrainProcess {

    private static final int LAST_LINES = 12;
    private static final int MEBIBYTES_BESIDE_THE_CACHE = 1024;

    private final RunFolder folder;
    private final ProcessHandle handle;
    private final Optional<Process> child;

    private TrainProcess(RunFolder folder, ProcessHandle handle, Optional<Process> child) {
        this.folder = folder;
        this.handle = handle;
        this.child = child;
    }

    /// Makes the folder of a run and starts it.
    public static TrainProcess start(RunConfig config) throws IOException, RunException {
        RunConfig placed = config.absolute();
        RunFolder folder =
                RunFolder.make(
                        placed.place(RunOption.RUNS).orElseThrow(), placed.text(RunOption.NAME));
        placed.write(folder.arguments());
        return resume(folder);
    }

    /// Goes on with a run from its last checkpoint, or from its start if it has none yet.
    ///
    /// @throws RunException if it is still at work, or its arguments cannot be read
    public static TrainProcess resume(RunFolder folder) throws IOException, RunException {
        return resume(folder, builder -> builder);
    }

    /// As above.
    ///
    /// @param prepare gets the process that would be started and gives the one that is
    public static TrainProcess resume(RunFolder folder, UnaryOperator<ProcessBuilder> prepare)
            throws IOException, RunException {
        if (RunLock.holder(folder).isPresent()) {
            throw new RunException(Texts.of(TrainProcess.class, "run.busy", folder.path()));
        }
        int memory =
                RunConfig.read(folder.arguments()).whole(RunOption.CACHE_SIZE)
                        + MEBIBYTES_BESIDE_THE_CACHE;
        List<String> flags = new ArrayList<>(ChildJvm.FOR_WORDS);
        flags.add("-Xmx" + memory + "m");
        Path absolute = folder.path().toAbsolutePath();
        ProcessBuilder builder =
                ChildJvm.of(flags, List.of("train", "--resume", absolute.toString()));
        builder.environment().put("PENUMBRA_LANG", Locale.getDefault().getLanguage());
        Process child =
                prepare.apply(builder)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.console().toFile())
                        .start();
        return new TrainProcess(folder, child.toHandle(), Optional.of(child));
    }

    /// The process that works on a run; empty when none does.
    public static Optional<TrainProcess> find(RunFolder folder) throws IOException {
        return RunLock.holder(folder).map(h -> new TrainProcess(folder, h, Optional.empty()));
    }

    public RunFolder folder() {
        return folder;
    }

    public boolean alive() {
        return handle.isAlive();
    }

    /// Completes when the process ends.
    public CompletableFuture<TrainProcess> onExit() {
        return handle.onExit().thenApply(_ -> this);
    }

    /// How the process ended; empty while it lives, and for one that somebody else started.
    public Optional<Integer> exitCode() {
        return child.filter(c -> !c.isAlive()).map(Process::exitValue);
    }

    /// The last lines that it wrote to its console.
    public List<String> lastLines() throws IOException {
        return lastLines(folder.console());
    }

    static List<String> lastLines(Path console) throws IOException {
        if (!Files.exists(console)) {
            return List.of();
        }
        List<String> lines =
                new String(Files.readAllBytes(console), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .toList();
        return lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
    }

    /// Asks the run to wait after the step that it is at.
    public void pause() throws IOException {
        folder.control().ask(RunControl.Ask.PAUSE);
    }

    /// Asks a run that waits to go on.
    public void proceed() throws IOException {
        folder.control().ask(RunControl.Ask.CONTINUE);
    }

    /// Asks the run to end after the step that it is at; it can be resumed.
    public void stop() throws IOException {
        folder.control().ask(RunControl.Ask.STOP);
    }

    /// Ends the process at once; the run can be resumed from its last checkpoint.
    public void kill() {
        handle.destroyForcibly();
    }
}
