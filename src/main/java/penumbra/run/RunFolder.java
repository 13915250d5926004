package penumbra.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import penumbra.file.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The folder of a run, `runs/pose/NAME`, and where things lie in it.
public record RunFolder(Path path) {

    public String name() {
        return path.getFileName().toString();
    }

    /// All that the run was asked for.
    public Path arguments() {
        return path.resolve("args.yaml");
    }

    public Path events() {
        return path.resolve("events.jsonl");
    }

    /// A row an epoch, with the columns that other programs read.
    public Path results() {
        return path.resolve("results.csv");
    }

    /// Its charts as pictures.
    public Path plots() {
        return path.resolve("plots");
    }

    /// The run that a file of weights came from, whether or not there is one.
    public static RunFolder ofWeights(Path file) {
        Path weights = file.toAbsolutePath().normalize().getParent();
        return new RunFolder(weights.getParent() == null ? weights : weights.getParent());
    }

    /// What a person wrote about the run.
    public Path notes() {
        return path.resolve("notes.txt");
    }

    /// The averaged weights of the epoch that was best.
    public Path best() {
        return path.resolve("weights").resolve("best.safetensors");
    }

    /// The averaged weights of the newest epoch.
    public Path last() {
        return path.resolve("weights").resolve("last.safetensors");
    }

    /// All that a run needs to go on, and how far it is.
    public Path resume() {
        return path.resolve("weights").resolve("resume.safetensors");
    }

    /// The same of the epoch before, for when the newest was damaged.
    public Path resumeBefore() {
        return path.resolve("weights").resolve("resume-before.safetensors");
    }

    /// The averaged weights of some of its epochs.
    public Path snapshots() {
        return path.resolve("weights").resolve("path");
    }

    /// The loss over planes through its weights, a line for each node.
    public Path landscape() {
        return path.resolve("landscape.jsonl");
    }

    /// Which process computes that.
    public Path landscapeProcess() {
        return path.resolve("landscape.process");
    }

    /// What that process writes to its console.
    public Path landscapeConsole() {
        return path.resolve("landscape.txt");
    }

    /// What a person asks of it.
    public RunControl control() {
        return new RunControl(path.resolve("control"));
    }

    /// Which process works on it.
    public Path process() {
        return path.resolve("process");
    }

    /// What the process that works on it writes to its console.
    public Path console() {
        return path.resolve("console.txt");
    }

    /// Makes `RUNS/NAME`, or where that is there, `NAME-2` or the first number that is free.
    public static RunFolder make(Path runs, String name) throws IOException {
        Files.createDirectories(runs);
        for (int n = 1; ; n++) {
            Path folder = runs.resolve(n == 1 ? name : name + "-" + n);
            try {
                return new RunFolder(Files.createDirectory(folder));
            } catch (FileAlreadyExistsException _) {
                // The next number is tried.
            }
        }
    }

    /// Runs below a folder, by name; folders without `events.jsonl` or `args.yaml` are none.
    public static List<RunFolder> in(Path runs) throws IOException {
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.filter(Files::isDirectory)
                    .map(RunFolder::new)
                    .filter(r -> Files.exists(r.arguments()) || Files.exists(r.events()))
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        }
    }

    /// What was found for each labelled target after an epoch.
    public Path plates(int epoch) {
        return path.resolve("plates")
                .resolve(String.format(Locale.ROOT, "epoch-%04d.jsonl", epoch));
    }

    public void writePlates(int epoch, List<PlateResult> plates) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (PlateResult plate : plates) {
            lines.append(JsonMapper.shared().writeValueAsString(plate)).append('\n');
        }
        Files.createDirectories(plates(epoch).getParent());
        AtomicFile.write(plates(epoch), lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// @throws IOException if the file cannot be read or holds something else
    public List<PlateResult> readPlates(int epoch) throws IOException {
        List<PlateResult> plates = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(plates(epoch))) {
                plates.add(JsonMapper.shared().readValue(line, PlateResult.class));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException(plates(epoch) + ": " + e.getMessage(), e);
        }
        return plates;
    }
}
