package penumbra.cli;

import java.util.Locale;
import java.util.function.Consumer;
import penumbra.run.RunFolder;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// Shows how a run goes on: a bar for each epoch on a terminal, and a line for each epoch. Beside
/// other runs every line names its own, and there is no bar.
final class TrainProgress implements Consumer<TrainingEvent>, AutoCloseable {

    private final Console console;
    private final RunFolder folder;
    private final boolean alone;
    private int epochs;
    private int steps;
    private Progress bar;

    TrainProgress(Console console, RunFolder folder) {
        this(console, folder, true);
    }

    private TrainProgress(Console console, RunFolder folder, boolean alone) {
        this.console = console;
        this.folder = folder;
        this.alone = alone;
    }

    static TrainProgress besideOthers(Console console, RunFolder folder) {
        return new TrainProgress(console, folder, false);
    }

    @Override
    public void accept(TrainingEvent event) {
        switch (event) {
            case TrainingEvent.Started started -> {
                epochs = started.epochs();
                steps = started.steps();
                say(
                        "train.started",
                        folder.path(),
                        started.training().pictures(),
                        started.training().targets(),
                        started.validation().pictures(),
                        started.validation().targets());
            }
            case TrainingEvent.Step step -> step(step);
            case TrainingEvent.Epoch epoch -> epoch(epoch);
            case TrainingEvent.Notice notice -> {
                line(notice.message());
            }
            case TrainingEvent.Paused _ -> say("train.paused");
            case TrainingEvent.Continued _ -> say("train.continued");
            case TrainingEvent.Finished(_, TrainingEvent.End end, _, _)
                    when end == TrainingEvent.End.PATIENCE ->
                    say("train.patience");
            default -> {}
        }
    }

    private void step(TrainingEvent.Step step) {
        if (!console.interactive() || !alone) {
            return;
        }
        if (bar == null) {
            bar =
                    new Progress(
                            console,
                            Texts.of(TrainProgress.class, "train.epoch", step.epoch(), epochs),
                            steps);
        }
        bar.step();
    }

    private void epoch(TrainingEvent.Epoch epoch) {
        close();
        double loss = epoch.training().values().stream().mapToDouble(v -> v).sum();
        epoch.validation()
                .ifPresentOrElse(
                        v ->
                                say(
                                        "train.validated",
                                        epoch.epoch(),
                                        epochs,
                                        number(loss),
                                        number(v.boxes().map()),
                                        number(v.keypoints().map()),
                                        number(v.labels().rmse()),
                                        number(v.labels().median()),
                                        number(v.labels().auc()),
                                        v.labels().targets() - v.labels().missed(),
                                        v.labels().targets(),
                                        number(epoch.picturesPerSecond()),
                                        v.best() ? "*" : ""),
                        () ->
                                say(
                                        "train.trained",
                                        epoch.epoch(),
                                        epochs,
                                        number(loss),
                                        number(epoch.picturesPerSecond())));
    }

    private void say(String key, Object... arguments) {
        line(Texts.of(TrainProgress.class, key, arguments).stripTrailing());
    }

    private void line(String text) {
        close();
        console.err().println(alone ? text : folder.name() + ": " + text);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
