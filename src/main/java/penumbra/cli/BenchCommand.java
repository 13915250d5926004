package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import penumbra.data.scene.LabelNoise;
import penumbra.edit.Edit;
import penumbra.format.export.SyntheticDataset;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.ProjectStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra bench`: the project's own speed figures, each measured when it is asked for.
@Command(name = "bench", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class BenchCommand implements Callable<Integer> {

    private static final int EDITS = 2_000;
    private static final int SCENES = 32;

    private final Console console;
    private final Executor io;
    private final ExecutorService pool;

    @Option(names = "--pictures", paramLabel = "N", defaultValue = "40000")
    private int pictures;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "3")
    private int runs;

    /// What the child process of this command does.
    @Option(names = "--open", hidden = true)
    private Optional<Path> opened;

    @Mixin private Form form;

    public BenchCommand(Console console, Executor io, ExecutorService pool) {
        this.console = console;
        this.io = io;
        this.pool = pool;
    }

    @Override
    public Integer call() throws Exception {
        if (opened.isPresent()) {
            console.json(open(opened.get()));
            return 0;
        }
        Path folder = Files.createTempDirectory("penumbra-bench");
        try {
            List<Figure> figures =
                    new ArrayList<>(new ManyPictures(folder, pictures, runs, io).measure());
            List<Double> edits = new ArrayList<>();
            List<Double> scenes = new ArrayList<>();
            scenes(folder.resolve("warm-up"));
            for (int i = 0; i < runs; i++) {
                edits.add(edits(folder.resolve("edits" + i + ".penumbra")));
                scenes.add(scenes(folder.resolve("scenes" + i)));
            }
            figures.add(Figure.of("edits_committed", "1/s", edits));
            figures.add(Figure.of("pictures_rendered", "1/s", scenes));
            report(figures);
        } finally {
            delete(folder);
        }
        return 0;
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

    private double edits(Path file) throws Exception {
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            LabelledImage image =
                    new LabelledImage(
                            1,
                            "picture.jpg",
                            new Size(1280, 1024),
                            List.of(),
                            LabelState.UNLABELLED,
                            "");
            store.commit(Edit.add("bench", image), "bench").join();
            List<CompletableFuture<Void>> commits = new ArrayList<>();
            long start = System.nanoTime();
            for (int i = 0; i < EDITS; i++) {
                LabelledImage next = image.withState(LabelState.FLAGGED, "note " + i);
                commits.add(store.commit(Edit.change("bench", image, next), "bench"));
                image = next;
            }
            CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
            return EDITS / seconds(start);
        }
    }

    private double scenes(Path folder) throws Exception {
        SyntheticDataset dataset =
                new SyntheticDataset(SCENES, 1, new Size(1280, 1024), LabelNoise.NONE, 0.2, 92);
        long start = System.nanoTime();
        dataset.write(folder, pool, () -> {});
        return SCENES / seconds(start);
    }

    private void report(List<Figure> figures) {
        if (form.json()) {
            console.json(figures);
            return;
        }
        console.say("bench.head");
        for (Figure f : figures) {
            console.say("bench.figure", f.name(), f.median(), f.least(), f.most(), f.unit());
        }
    }

    static double seconds(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
