package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.util.Subscription;
import penumbra.data.input.InputSide;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.model.Project;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.RunRecord;
import penumbra.run.Sweep;
import penumbra.run.SweepAxis;
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
        return studio.file().runs();
    }

    /// Looks at what there is to learn from, and says it.
    void check() {
        form.problems().values().stream().findFirst().ifPresentOrElse(refused, () -> look(_ -> {}));
    }

    /// Starts what the form says, or puts it behind what is at work.
    void start() {
        try {
            RunConfig config = RunConfig.of(form.values()).absolute();
            start(() -> List.of(made(config)));
        } catch (RunException e) {
            refused.accept(e.getMessage());
        }
    }

    /// A run for each method, gain and seed; those that are there already are not made again. None
    /// begins with the weights that a single run is suggested, which one of the methods made.
    void sweep(SweepDialog.Plan plan) {
        Map<RunOption, String> common = Sweep.common(form.values());
        if (!state.saidProperty().get().containsKey(RunOption.WEIGHTS)) {
            common.remove(RunOption.WEIGHTS);
        }
        try {
            RunConfig config = RunConfig.of(common).absolute();
            List<SweepAxis> axes =
                    List.of(
                            SweepAxis.presets(plan.methods()),
                            SweepAxis.of(RunOption.GAINS, plan.gains()));
            Sweep sweep = Sweep.of(config, axes, plan.seeds());
            start(() -> made(sweep));
        } catch (RunException e) {
            refused.accept(e.getMessage());
        }
    }

    private static RunFolder made(RunConfig config) throws IOException {
        RunFolder folder =
                RunFolder.make(
                        config.place(RunOption.RUNS).orElseThrow(), config.text(RunOption.NAME));
        config.write(folder.arguments());
        return folder;
    }

    private static List<RunFolder> made(Sweep sweep) throws IOException {
        List<RunFolder> folders = new ArrayList<>();
        for (Sweep.Planned run : sweep.runs()) {
            if (!Files.exists(run.folder().path())) {
                folders.add(made(run.config()));
            }
        }
        return folders;
    }

    /// @param folders makes the folders of the runs, on a worker
    private void start(Callable<List<RunFolder>> folders) {
        look(preflight -> {
            if (preflight.possible()) {
                onceSaved(() ->
                        background.start(
                                Texts.of(Launch.class, "launch.preparing"),
                                _ -> folders.call(),
                                queue::add,
                                failed));
            } else {
                refused.accept(preflight.advice().getFirst().sentence());
            }
        });
    }

    /// Goes on with a run where its newest checkpoint left it, or begins one that waits.
    void resume(WatchedRun run) {
        onceSaved(() -> queue.add(List.of(run.folder())));
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
        String recipe = values.getOrDefault(RunOption.RECIPE, RunOption.RECIPE.usual());
        return values.getOrDefault(option, option.usual(recipe));
    }

    /// The head that the next run has.
    String head() {
        return value(form.values(), RunOption.HEAD);
    }

    /// Suggests values for the next run by the runs that are there and the memory that is free.
    void suggest(List<RunRecord> known) {
        form.suggest(
                RunSuggestion.of(
                        studio.file().path(),
                        InputSide.of(
                                studio.schema(),
                                studio.project().images().stream()
                                        .map(i -> new InputSide.Seen(i.size(), i.targets()))
                                        .toList()),
                        runs(studio),
                        known,
                        head(),
                        FreeMemory.mebibytes()));
    }
}
