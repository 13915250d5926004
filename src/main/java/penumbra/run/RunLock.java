package penumbra.run;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import penumbra.text.Texts;

/// The file `process` of a run's folder: which process works on it. It is locked while that process
/// lives, and names it by number and start, so that it can be found again after whoever started it
/// is gone.
public final class RunLock implements AutoCloseable {

    /// A place that nobody reads: Windows lets others read only what is not locked.
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final RandomAccessFile file;

    private RunLock(RandomAccessFile file) {
        this.file = file;
    }

    /// Takes a run for this process.
    ///
    /// @throws RunException if another process works on it
    public static RunLock take(RunFolder run) throws IOException, RunException {
        Optional<RunLock> taken = take(run.process());
        if (taken.isEmpty()) {
            throw new RunException(Texts.of(RunLock.class, "run.busy", run.path()));
        }
        return taken.get();
    }

    /// Takes a file as the mark of this process; empty if another process has it.
    public static Optional<RunLock> take(Path path) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            if (!lock(file)) {
                file.close();
                return Optional.empty();
            }
            ProcessHandle own = ProcessHandle.current();
            String line = own.pid() + " " + started(own) + "\n";
            file.setLength(0);
            file.write(line.getBytes(StandardCharsets.US_ASCII));
            return Optional.of(new RunLock(file));
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static boolean lock(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock(LOCKED_BYTE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    /// The process that works on a run; empty when none does.
    public static Optional<ProcessHandle> holder(RunFolder run) throws IOException {
        return holder(run.process());
    }

    /// The process that such a file marks; empty when it is gone.
    public static Optional<ProcessHandle> holder(Path path) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String[] words = Files.readString(path).strip().split(" ");
        if (words.length != 2 || !words[0].matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(p -> Long.toString(started(p)).equals(words[1]));
    }

    private static long started(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /// Lets the run go.
    @Override
    public void close() throws IOException {
        file.setLength(0);
        file.close();
    }
}
