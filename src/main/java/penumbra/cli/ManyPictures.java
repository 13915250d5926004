package penumbra.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import penumbra.data.ImageWriter;
import penumbra.format.ExistingRule;
import penumbra.format.ImportPlan;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;
import penumbra.format.yolo.YoloPoseFormat;
import penumbra.geometry.Size;
import penumbra.store.ProjectStore;
import tools.jackson.databind.json.JsonMapper;

/// Import and first opening of a project of very many small pictures with two plates each.
///
/// @param folder where the pictures and the project are made
record ManyPictures(Path folder, int pictures, int runs, Executor io) {

    private static final int PLATES = 2;
    private static final Size SIZE = new Size(64, 48);
    private static final String LINE =
            "%d 0.5 0.5 0.25 0.2 0.375 0.4 2 0.3751 0.6 2 0.625 0.6 2 0.6249 0.4 2\n";

    List<Figure> measure() throws Exception {
        write();
        List<Double> imports = new ArrayList<>();
        List<Double> parsed = new ArrayList<>();
        List<Double> opened = new ArrayList<>();
        List<Double> memory = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            Path file = folder.resolve("many" + i + ".penumbra");
            LabelFormat format = new YoloPoseFormat();
            long start = System.nanoTime();
            LabelSet labels = format.read(folder.resolve("set"), "bench");
            parsed.add(labels.targetCount() / BenchCommand.seconds(start));
            ImportPlan plan =
                    ImportPlan.of(Optional.empty(), folder, labels, Map.of(), ExistingRule.KEEP);
            try (ProjectStore store = ProjectStore.create(file, plan.schemaBefore(), io)) {
                store.commitAll(Optional.of(plan.schemaAfter()), plan.edits(), "bench").join();
            }
            imports.add(BenchCommand.seconds(start));
            BenchCommand.Opened again = openInAProcessOfItsOwn(file);
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

    private void write() throws IOException {
        byte[] picture = ImageWriter.jpeg(SIZE, new int[SIZE.width() * SIZE.height()], 80);
        Path images = Files.createDirectories(folder.resolve("set/images/train"));
        Path labels = Files.createDirectories(folder.resolve("set/labels/train"));
        for (int i = 0; i < pictures; i++) {
            String text = LINE.formatted(i % 16).repeat(PLATES - 1) + LINE.formatted(i % 7);
            Files.write(images.resolve("frame_" + i + ".jpg"), picture);
            Files.writeString(labels.resolve("frame_" + i + ".txt"), text);
        }
    }

    private static BenchCommand.Opened openInAProcessOfItsOwn(Path file)
            throws IOException, InterruptedException {
        Process child =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "penumbra.app.Main",
                                "bench",
                                "--open",
                                file.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (InputStream out = child.getInputStream()) {
            String json = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (child.waitFor() != 0) {
                throw new IOException("the opening process ended with " + child.exitValue());
            }
            return JsonMapper.shared().readValue(json, BenchCommand.Opened.class);
        }
    }
}
