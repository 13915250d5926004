package penumbra.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import penumbra.file.AtomicFile;

/// How a person speaks to a run that is at work: one word in the file `control` of its folder. The
/// run reads it between two steps and removes it once it obeyed.
public record RunControl(Path file) {

    private static final long LONGEST_WAIT_MS = 1000;

    /// What can be asked.
    public enum Ask {
        PAUSE,

        /// Ends a pause.
        CONTINUE,

        /// Ends the run after the step; it can be resumed.
        STOP
    }

    public void ask(Ask ask) throws IOException {
        String word = ask.name().toLowerCase(Locale.ROOT) + "\n";
        AtomicFile.write(file, word.getBytes(StandardCharsets.US_ASCII));
    }

    /// What is asked, if anything is; another word is nothing.
    public Optional<Ask> asked() throws IOException {
        try {
            String word = Files.readString(file).strip();
            return Arrays.stream(Ask.values())
                    .filter(a -> a.name().equalsIgnoreCase(word))
                    .findFirst();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    public void obeyed() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Waits until something other than a pause is asked, and removes the file.
    public Ask await() throws IOException, InterruptedException {
        try (WatchService watch = file.getFileSystem().newWatchService()) {
            file.getParent()
                    .register(
                            watch,
                            StandardWatchEventKinds.ENTRY_CREATE,
                            StandardWatchEventKinds.ENTRY_MODIFY);
            while (true) {
                Optional<Ask> asked = asked().filter(a -> a != Ask.PAUSE);
                if (asked.isPresent()) {
                    obeyed();
                    return asked.get();
                }
                // Looked at now and then as well: not every file system tells of its changes.
                Optional.ofNullable(watch.poll(LONGEST_WAIT_MS, TimeUnit.MILLISECONDS))
                        .ifPresent(key -> {
                            key.pollEvents();
                            key.reset();
                        });
            }
        }
    }
}
