package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import penumbra.file.Disk;
import penumbra.model.Project;
import penumbra.run.ProcessMemory;
import penumbra.store.ProjectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra bench`: the project's own speed figures, each measured when it is asked for.
@Command(name = "bench", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    /// Measures a group of figures in a window of this process.
    @FunctionalInterface
    public interface Window {

        /// @param home an empty folder
        /// @param place a folder to be filled with pictures; for the list a project with many
        /// @return a record of the form of [WindowFigures]
        Object measure(String group, Path home, Path place, int runs) throws Exception;
    }

    private final Console console;
    private final Executor io;
    private final ExecutorService pool;
    private final Executor parts;
    private final Window window;

    @Option(names = "--only", paramLabel = "GROUP", split = ",")
    private Set<BenchGroup> only = EnumSet.allOf(BenchGroup.class);

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "40000")
    private int pictures;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3")
    private int runs;

    /// What a child process of this command does: opens that project.
    @Option(names = "--open", hidden = true)
    private Optional<Path> opened;

    /// What a child process of this command does: measures that group in a window.
    @Option(names = "--window", hidden = true)
    private Optional<BenchGroup> inWindow;

    /// What a child process of this command does: asks a network in that way.
    @Option(names = "--prediction", hidden = true)
    private Optional<String> prediction;

    /// What a child process of this command does: trains a network in that way.
    @Option(names = "--training", hidden = true)
    private Optional<String> training;

    @Option(names = "--home", hidden = true)
    private Path home;

    @Option(names = "--place", hidden = true)
    private Path place;

    @Mixin private Form form;

    /// All that was measured.
    ///
    /// @param window on what the figures of the window were measured, empty when there are none
    private record Report(Optional<Shown> window, List<Figure> figures) {}

    private record Shown(String pipeline, double width, double height) {}

    public BenchCommand(
            Console console, Executor io, ExecutorService pool, Executor parts, Window window) {
        this.console = console;
        this.io = io;
        this.pool = pool;
        this.parts = parts;
        this.window = window;
    }

    @Override
    public Integer call() throws Exception {
        if (opened.isPresent()) {
            console.json(open(opened.get()));
        } else if (prediction.isPresent()) {
            console.json(new PredictionFigures(place, runs).pass(prediction.get()));
        } else if (training.isPresent()) {
            console.json(new TrainingFigures(runs).pass(training.get()));
        } else if (inWindow.isPresent()) {
            console.json(window.measure(inWindow.get().name(), home, place, runs));
        } else {
            Path folder = Files.createTempDirectory("penumbra-bench");
            try {
                report(measure(folder));
            } finally {
                Disk.removeTree(folder);
            }
        }
        return 0;
    }

    private Report measure(Path folder) throws Exception {
        ManyPictures many = new ManyPictures(folder, pictures, runs, io);
        if (only.contains(BenchGroup.PROJECT) || only.contains(BenchGroup.LIST)) {
            many.write();
        }
        Optional<Shown> shown = Optional.empty();
        List<Figure> figures = new ArrayList<>();
        for (BenchGroup group : EnumSet.copyOf(only)) {
            if (group.inWindow()) {
                Path pictureFolder = folder.resolve("pictures-" + group);
                WindowFigures measured =
                        WindowFigures.measure(
                                group,
                                folder,
                                group == BenchGroup.LIST ? many.project() : pictureFolder,
                                runs);
                figures.addAll(measured.figures());
                shown =
                        Optional.of(
                                new Shown(
                                        measured.pipeline(), measured.width(), measured.height()));
            } else {
                figures.addAll(measure(group, folder, many));
            }
        }
        return new Report(shown, figures);
    }

    private List<Figure> measure(BenchGroup group, Path folder, ManyPictures many)
            throws Exception {
        return switch (group) {
            case PROJECT -> many.measure();
            case EDITS -> new EditFigures(folder, runs, io).measure();
            case SCENES -> new SceneFigures(folder, runs, pool).measure();
            case PREDICTION -> new PredictionFigures(folder, runs).measure();
            case LOADING -> new LoadingFigures(folder, runs, pool).measure();
            case TRAINING -> training(folder);
            case FRAMES, NEXT, SAVED, LIST, SESSION, OVERLAYS, TRAIN ->
                    throw new IllegalArgumentException(group + " is measured in a window");
        };
    }

    private List<Figure> training(Path folder) throws Exception {
        List<Figure> figures = new ArrayList<>(new TrainingFigures(runs).measure());
        figures.addAll(new FeedFigures(folder, runs, pool, parts).measure());
        return figures;
    }

    /// What a freshly started studio does, as its process sees it.
    record Opened(double seconds, int pictures, int targets, double peakMebibytes) {}

    private Opened open(Path file) throws Exception {
        long start = System.nanoTime();
        try (ProjectStore store = ProjectStore.open(file, io)) {
            double seconds = seconds(start);
            Project project = store.project();
            return new Opened(
                    seconds,
                    project.images().size(),
                    project.targetCount(),
                    ProcessMemory.peakMebibytes());
        }
    }

    private void report(Report report) {
        if (form.json()) {
            console.json(report);
            return;
        }
        report.window()
                .ifPresent(w -> console.say("bench.window", w.pipeline(), w.width(), w.height()));
        console.say("bench.head");
        for (Figure f : report.figures()) {
            console.say(
                    "bench.figure", f.name(), f.median(), f.least(), f.most(), f.unit(), f.runs());
        }
    }

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }
}
