package penumbra.ui.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.concurrent.Task;
import org.slf4j.LoggerFactory;
import penumbra.format.Progress;
import penumbra.model.Schema;
import penumbra.run.PredictOrder;
import penumbra.run.PredictProcess;
import penumbra.store.Proposals;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Fx;
import penumbra.ui.Studio;

/// Asks a network in a process of its own and takes in what it proposes, also what it found before
/// it failed or was cancelled.
public final class Predicting {

    private final Studio studio;
    private final Background background;
    private final Consumer<String> tell;
    private final Consumer<Throwable> fail;
    private Optional<Task<Proposals>> running = Optional.empty();
    private volatile boolean stopped;

    /// @param tell gets a sentence about what came of it
    /// @param fail gets what went wrong
    public Predicting(
            Studio studio, Background background, Consumer<String> tell, Consumer<Throwable> fail) {
        this.studio = studio;
        this.background = background;
        this.tell = tell;
        this.fail = fail;
    }

    /// Begins to ask; one question at a time.
    public void start(PredictOrder order) {
        if (busy()) {
            tell.accept(text("predict.busy"));
            return;
        }
        Schema schema = studio.schema();
        running =
                Optional.of(
                        background.start(
                                text("predict.task"),
                                progress -> ask(order, schema, progress),
                                found -> done(found),
                                fail));
    }

    /// Whether a network is being asked.
    public boolean busy() {
        return running.filter(background.running()::contains).isPresent();
    }

    /// Ends the process, because the project is closed; what it found is not of interest any more.
    public void stop() {
        stopped = true;
        running.ifPresent(Task::cancel);
    }

    private void done(Proposals found) {
        int plates = found.pictures().values().stream().mapToInt(f -> f.predictions().size()).sum();
        tell.accept(text("predict.done", found.pictures().size(), plates));
    }

    private Proposals ask(PredictOrder order, Schema schema, Progress progress) throws Exception {
        Path folder = Files.createTempDirectory("penumbra-predict");
        Proposals found = Proposals.NONE;
        try {
            PredictProcess.run(order, folder, progress);
        } finally {
            try {
                found = Proposals.readIfThere(PredictProcess.proposals(folder), schema);
                take(found);
            } finally {
                forget(folder);
            }
        }
        return found;
    }

    private void take(Proposals found) {
        if (!stopped && !found.pictures().isEmpty()) {
            Fx.later(() -> studio.proposals().take(found));
        }
    }

    private static void forget(Path folder) {
        try {
            PredictProcess.forget(folder);
        } catch (IOException e) {
            LoggerFactory.getLogger(Predicting.class).warn("{} stays behind", folder, e);
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Predicting.class, key, arguments);
    }

    /// Pictures as files.
    static List<Path> files(Studio studio, List<String> paths) {
        return paths.stream().map(studio.file()::resolve).toList();
    }
}
