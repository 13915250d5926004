package penumbra.ui.train;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import penumbra.run.RunControl;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// Name, state and course of the run that is looked at, and what can be done with it.
final class RunHead {

    private final Label name = new Label();
    private final Label state = new Label();
    private final Label course = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Button pause = button("pause");
    private final Button stop = button("stop");
    private final Button resume = button("resume");
    private final VBox node;
    private Optional<WatchedRun> run = Optional.empty();

    /// @param ask gets what a person asks of the run
    /// @param goOn gets a run that a person goes on with
    RunHead(Consumer<RunControl.Ask> ask, Consumer<WatchedRun> goOn) {
        name.getStyleClass().add("heading");
        name.setId("train-run");
        name.setMinWidth(60);
        state.setId("train-state");
        course.setId("train-course");
        course.getStyleClass().add("hint");
        progress.setPrefWidth(160);
        progress.setId("train-progress");
        progress.setAccessibleText(Texts.of(RunHead.class, "head.progress"));
        pause.setOnAction(
                _ -> ask.accept(paused() ? RunControl.Ask.CONTINUE : RunControl.Ask.PAUSE));
        stop.setOnAction(_ -> ask.accept(RunControl.Ask.STOP));
        resume.setOnAction(_ -> run.ifPresent(goOn));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, name, state, gap, progress, pause, stop, resume);
        line.setAlignment(Pos.CENTER_LEFT);
        FlowPane below = new FlowPane(course);
        node = new VBox(2, line, below);
        node.setPadding(new Insets(8, 10, 6, 10));
        node.getStyleClass().add("tool-strip");
        show(Optional.empty(), Optional.empty());
    }

    Node node() {
        return node;
    }

    /// @param told where it stands by the events that the charts know of
    void show(Optional<WatchedRun> next, Optional<RunHistory> told) {
        run = next;
        name.setText(next.map(WatchedRun::name).orElse(text("head.none")));
        state.setText(next.map(RunHead::words).orElse(""));
        course.setText(told.map(RunHead::course).orElse(text("head.hint")));
        progress.setProgress(told.map(RunHead::share).orElse(0.0));
        progress.setVisible(next.isPresent());
        boolean alive = next.filter(WatchedRun::alive).isPresent();
        offer(pause, alive);
        offer(stop, alive);
        offer(resume, next.filter(WatchedRun::resumable).isPresent());
        pause.setText(text(paused() ? "head.continue" : "head.pause"));
        pause.getTooltip().setText(text(paused() ? "head.continue.hint" : "head.pause.hint"));
    }

    private static void offer(Button button, boolean offered) {
        button.setVisible(offered);
        button.setManaged(offered);
    }

    private boolean paused() {
        return run.filter(r -> r.history().state() == RunHistory.State.PAUSED).isPresent();
    }

    /// Where a run stands, in words.
    static String words(WatchedRun run) {
        RunHistory.State by = run.history().state();
        String key =
                run.lost() && by != RunHistory.State.WAITING
                        ? "lost"
                        : by.name().toLowerCase(Locale.ROOT);
        return text("state." + key);
    }

    /// Epoch, step, pace, time left, best.
    static String course(RunHistory history) {
        Optional<TrainingEvent.Started> started = history.started();
        if (started.isEmpty()) {
            return text("head.waiting");
        }
        int epochs = started.get().epochs();
        int epoch =
                history.steps().isEmpty()
                        ? history.epochs().size()
                        : history.steps().getLast().epoch();
        StringBuilder said = new StringBuilder(text("head.epoch", epoch, epochs));
        history.pace().ifPresent(p -> said.append(text("head.pace", p)));
        if (history.end().isEmpty() && !history.epochs().isEmpty()) {
            said.append(text("head.left", time(left(history, epochs))));
        }
        history.best()
                .flatMap(e -> e.validation().map(v -> text("head.best", e.epoch(), v.fitness())))
                .ifPresent(said::append);
        if (history.end().orElse(null) instanceof TrainingEvent.Failed failed) {
            said.append(" · ").append(failed.message());
        }
        return said.toString();
    }

    /// Seconds until the last epoch at the mean time of those that ended.
    static double left(RunHistory history, int epochs) {
        int done = history.epochs().isEmpty() ? 0 : history.epochs().getLast().epoch();
        if (done == 0 || history.end().isPresent()) {
            return 0;
        }
        double each = history.epochs().getLast().seconds() / done;
        double since = history.seconds() - history.epochs().getLast().seconds();
        return Math.max(0, each * (epochs - done) - since);
    }

    private static double share(RunHistory history) {
        return history.started()
                .map(s -> {
                    double all = (double) s.epochs() * s.steps();
                    double done = history.steps().isEmpty() ? 0 : history.steps().getLast().step();
                    return all > 0 ? Math.min(1, done / all) : 0;
                })
                .orElse(0.0);
    }

    /// `1:02:03`.
    static String time(double seconds) {
        long s = Math.round(seconds);
        return String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    private static Button button(String key) {
        Button button = new Button(text("head." + key));
        button.setId("train-" + key);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip(text("head." + key + ".hint")));
        return button;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(RunHead.class, key, arguments);
    }
}
