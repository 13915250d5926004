package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import penumbra.format.Progress;

/// `penumbra predict` as a child process: started, watched, and ended when a person cancels.
public final class PredictProcess {

    private static final String LIST = "pictures.txt";
    private static final String SAID = "said.txt";
    private static final String FOUND = "found.json";

    private static final long PULSE_MILLIS = 100;

    private PredictProcess() {}

    /// Runs to its end. What was found until a failure or until cancelled is in the file all the
    /// same, as far as the child had written it.
    ///
    /// @param folder empty, for the files that both processes know; see [#forget]
    /// @param progress pictures that were looked at; when it throws, the child is ended
    /// @throws ChildException if the child fails; with the last lines that it wrote
    public static void run(PredictOrder order, Path folder, Progress progress)
            throws IOException, InterruptedException, ChildException {
        Path list = folder.resolve(LIST);
        Path said = folder.resolve(SAID);
        Files.write(list, order.pictures().stream().map(Path::toString).toList());
        ProcessBuilder builder =
                ChildJvm.of(ChildJvm.FOR_WORDS, order.words(list, proposals(folder)));
        builder.environment().put("PENUMBRA_LANG", Locale.getDefault().getLanguage());
        Process child =
                builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(said.toFile())
                        .start();
        try {
            progress.at(0, order.pictures().size());
            while (!child.waitFor(PULSE_MILLIS, TimeUnit.MILLISECONDS)) {
                long looked =
                        ChildStep.last(Files.readString(said)).map(ChildStep::done).orElse(0L);
                progress.at(looked, order.pictures().size());
            }
            if (child.exitValue() != 0) {
                throw ChildException.of("predict", child.exitValue(), Files.readAllLines(said));
            }
        } finally {
            child.destroyForcibly().onExit().join();
        }
    }

    /// Where the child lays down what it found.
    public static Path proposals(Path folder) {
        return folder.resolve(FOUND);
    }

    /// Removes the files that both processes knew, and their folder.
    public static void forget(Path folder) throws IOException {
        for (String name : List.of(LIST, SAID, FOUND)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }
}
