package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import penumbra.data.ImageWriter;
import penumbra.format.ExistingRule;
import penumbra.format.FormatException;
import penumbra.format.ImportPlan;
import penumbra.format.LabelSet;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.geometry.Size;
import penumbra.run.ChildJvm;
import penumbra.store.ProjectStore;

/// Import and first opening of a project of very many small pictures with two plates each.
///
/// @param folder where the pictures and the project are made
record ManyPictures(Path folder, int pictures, int runs, Executor io) {

    private static final int PLATES = 2;
    private static final Size SIZE = new Size(64, 48);
    private static final String LINE =
            "%d 0.5 0.5 0.25 0.2 0.375 0.4 2 0.3751 0.6 2 0.625 0.6 2 0.6249 0.4 2\n";

    List<Figure> measure() throws Exception {
        List<Double> imports = new ArrayList<>();
        List<Double> parsed = new ArrayList<>();
        List<Double> opened = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Path file = folder.resolve("many" + i + ".penumbra");
            long start = System.nanoTime();
            LabelSet labels = read();
            parsed.add(labels.targetCount() / BenchCommand.seconds(start));
            store(labels, file);
            imports.add(BenchCommand.seconds(start));
            BenchCommand.Opened again =
                    ChildProcess.run(
                            BenchCommand.Opened.class,
                            ChildJvm.FOR_WORDS,
                            "bench",
                            "--open",
                            file.toString());
            if (again.targets() != labels.targetCount()) {
                throw new IOException("the project lost targets: " + again);
            }
            opened.add(again.seconds());
            memory.add(again.peakMebibytes());
        }
        return List.of(
                Figure.of("import", "s", imports),
                Figure.of("labels_parsed", "1/s", parsed),
                Figure.of("open", "s", opened),
                Figure.of("open_peak_memory", "MiB", memory));
    }

    /// A project of these pictures, once [#write] has made them.
    Path project() throws Exception {
        Path file = folder.resolve("many.penumbra");
        store(read(), file);
        return file;
    }

    private LabelSet read() throws FormatException {
        return new YoloPoseFormat().read(folder.resolve("set"), "bench");
    }

    private void store(LabelSet labels, Path file) throws Exception {
        ImportPlan plan =
                ImportPlan.of(Optional.empty(), folder, labels, Map.of(), ExistingRule.KEEP);
        try (ProjectStore store = ProjectStore.create(file, plan.schemaBefore(), io)) {
            store.commitAll(Optional.of(plan.schemaAfter()), plan.edits(), "bench").join();
        }
    }

    /// Makes the pictures and their labels.
    void write() throws IOException {
        byte[] picture = ImageWriter.jpeg(SIZE, new int[SIZE.width() * SIZE.height()], 80);
        Path images = Files.createDirectories(folder.resolve("set/images/train"));
        Path labels = Files.createDirectories(folder.resolve("set/labels/train"));
        for (int i = 0; i < pictures; i++) {
            String text = LINE.formatted(i % 16).repeat(PLATES - 1) + LINE.formatted(i % 7);
            Files.write(images.resolve("frame_" + i + ".jpg"), picture);
            Files.writeString(labels.resolve("frame_" + i + ".txt"), text);
        }
    }
}
