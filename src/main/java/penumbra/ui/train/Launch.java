package penumbra.ui.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.util.Subscription;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.model.Project;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.Sweep;
import penumbra.text.Texts;
import penumbra.ui.Background;
import penumbra.ui.Studio;

/// The way from a form to a run: values checked, labels on disk, a look at what there is to learn
/// from, then the queue. Owned by the window's thread.
final class Launch {

    private final Studio studio;
    private final TrainState state;
    private final RunForm form;
    private final RunQueue queue;
    private final Background background;
    private final Consumer<String> refused;
    private final Consumer<Throwable> failed;

    /// @param refused gets in one sentence why nothing is started
    Launch(
            Studio studio,
            TrainState state,
            RunForm form,
            RunQueue queue,
            Background background,
            Consumer<String> refused,
            Consumer<Throwable> failed) {
        this.studio = studio;
        this.state = state;
        this.form = form;
        this.queue = queue;
        this.background = background;
        this.refused = refused;
        this.failed = failed;
    }

    /// Where the runs of a project lie.
    static Path runs(Studio studio) {
        return studio.file().folder().resolve("runs").resolve("pose");
    }

    /// Looks at what there is to learn from, and says it.
    void check() {
        form.problems().values().stream().findFirst().ifPresentOrElse(refused, () -> look(_ -> {}));
    }

    /// Starts what the form says, or puts it behind what is at work.
    void start() {
        start(List.of(Map.of()));
    }

    /// The same once for each set of values, which hold against those of the form.
    void start(List<Map<RunOption, String>> each) {
        Optional<String> problem = form.problems().values().stream().findFirst();
        if (problem.isPresent()) {
            refused.accept(problem.get());
            return;
        }
        Map<RunOption, String> values = form.values();
        look(preflight -> {
            if (!preflight.possible()) {
                refused.accept(preflight.advice().getFirst().sentence());
                return;
            }
            onceSaved(() -> each.forEach(own -> enqueue(values, own)));
        });
    }

    /// A run for each loss, gain and seed; those that are there already are not made again.
    void sweep(SweepDialog.Plan plan) {
        try {
            Sweep sweep =
                    Sweep.of(
                            RunConfig.of(form.values()), plan.losses(), plan.gains(), plan.seeds());
            start(
                    sweep.runs().stream()
                            .filter(r -> !Files.exists(r.folder().path()))
                            .map(r -> r.config().values())
                            .toList());
        } catch (RunException e) {
            refused.accept(e.getMessage());
        }
    }

    private void enqueue(Map<RunOption, String> values, Map<RunOption, String> own) {
        Map<RunOption, String> all = new EnumMap<>(RunOption.class);
        all.putAll(values);
        all.putAll(own);
        String wanted = all.getOrDefault(RunOption.NAME, RunOption.NAME.usual());
        String name = RunQueue.free(wanted, runs(studio), state.queueProperty().get());
        all.put(RunOption.NAME, name);
        try {
            List<String> words = RunConfig.of(all).words();
            queue.add(
                    List.of(
                            new WaitingRun(
                                    name,
                                    Stream.concat(Stream.of("train"), words.stream()).toList())));
        } catch (RunException e) {
            refused.accept(e.getMessage());
        }
    }

    /// Goes on with a run where its newest checkpoint left it.
    void resume(WatchedRun run) {
        onceSaved(() ->
                queue.add(
                        List.of(
                                new WaitingRun(
                                        run.name(),
                                        List.of("train", "--resume=" + run.folder().path())))));
    }

    /// Runs a task when the labels as they are now are on disk; nothing is started after a failed
    /// write.
    private void onceSaved(Runnable task) {
        Optional<String> refusal = studio.refusalProperty().get();
        if (refusal.isPresent() && !studio.savedProperty().get()) {
            refused.accept(refusal.get());
        } else if (studio.savedProperty().get()) {
            task.run();
        } else {
            Subscription[] waiting = {Subscription.EMPTY};
            waiting[0] =
                    studio.savedProperty()
                            .subscribe((_, saved) -> {
                                if (saved) {
                                    waiting[0].unsubscribe();
                                    task.run();
                                }
                            });
        }
    }

    private void look(Consumer<Preflight> then) {
        Project project = studio.project();
        Path folder = studio.file().folder();
        Map<RunOption, String> values = form.values();
        double val = Double.parseDouble(value(values, RunOption.VAL));
        int side = Integer.parseInt(value(values, RunOption.IMGSZ));
        boolean own =
                values.getOrDefault(RunOption.DATA, "").equals(studio.file().path().toString());
        if (!own) {
            // Another data set is looked at by the process that trains on it.
            state.preflightProperty().set(Optional.empty());
            onceSaved(() -> then.accept(Preflight.UNKNOWN));
            return;
        }
        background.start(
                Texts.of(Launch.class, "launch.looking"),
                _ -> {
                    ProjectPictures pictures =
                            ProjectPictures.of(
                                    project, folder, ExportOptions.DEFAULTS.withValFraction(val));
                    return Preflight.of(
                            project.schema(),
                            pictures.training(),
                            pictures.validation(),
                            pictures.findings(),
                            side);
                },
                found -> {
                    state.preflightProperty().set(Optional.of(found));
                    then.accept(found);
                },
                failed);
    }

    private static String value(Map<RunOption, String> values, RunOption option) {
        return values.getOrDefault(option, option.usual());
    }

    /// Suggests values for the next run by the runs that are there and the memory that is free.
    void suggest(List<RunFolder> known) {
        form.suggest(
                RunSuggestion.of(
                        studio.file().path(), runs(studio), known, FreeMemory.mebibytes()));
    }
}
