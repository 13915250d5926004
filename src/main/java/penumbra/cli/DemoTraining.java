package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import penumbra.format.export.ExportOptions;
import penumbra.format.export.ProjectPictures;
import penumbra.format.yolo.LoadedPicture;
import penumbra.model.Project;
import penumbra.run.ChildJvm;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.store.ProjectFile;
import penumbra.text.Texts;
import tools.jackson.databind.JsonNode;

/// The half of the demo that needs libtorch: a network learns from the project's labels, is
/// measured, asked, and written as ONNX. Each word runs in a process of its own, as a person would
/// type it, so that the studio can open in this one afterwards.
///
/// @param folder of what the demo makes
/// @param side of the network's input, px
record DemoTraining(Console console, ProjectFile file, Path folder, int side) {

    /// In a run of few epochs many small steps teach most.
    private static final String BATCH = "4";

    private static final String NAME = "helium";

    /// Least score of a proposal: a network of few epochs is sure of nothing, and a person decides.
    private static final String LEAST = "0.1";

    /// @return the run
    RunFolder train(int epochs) throws Exception {
        RunConfig config =
                RunConfig.of(
                        Map.of(
                                RunOption.DATA, file.path().toString(),
                                RunOption.RUNS, folder.resolve("runs/pose").toString(),
                                RunOption.NAME, NAME,
                                RunOption.EPOCHS, Integer.toString(epochs),
                                RunOption.IMGSZ, Integer.toString(side),
                                RunOption.BATCH, BATCH,
                                RunOption.NBS, BATCH));
        console.say("demo.train", config.text(RunOption.LOSS), epochs, side);
        sayWords(Stream.concat(Stream.of("train"), config.words().stream()).toList());
        RunFolder run = made(config);
        int exit = WatchedTraining.untilItEnds(run, console, new DemoProgress(console));
        if (exit != 0 || !Files.exists(run.best())) {
            throw new CommandException(Texts.of(DemoTraining.class, "child.failed", "train", exit));
        }
        return run;
    }

    private static RunFolder made(RunConfig config) throws IOException, RunException {
        RunFolder run =
                RunFolder.make(
                        config.place(RunOption.RUNS).orElseThrow(), config.text(RunOption.NAME));
        config.write(run.arguments());
        return run;
    }

    /// Measures the network on the pictures that it did not learn from.
    void validate(RunFolder run) throws Exception {
        console.say("demo.val");
        JsonNode report = ask("val", "--data", file.path(), "--weights", run.best());
        JsonNode errors = report.get("labels").get("all");
        console.say(
                "demo.val.done",
                report.get("pictures").intValue(),
                errors.get("found").intValue(),
                errors.get("targets").intValue(),
                share(report.get("keypoints").get("map50")),
                share(report.get("keypoints").get("map")));
        if (errors.get("found").intValue() > 0) {
            console.say(
                    "demo.val.errors",
                    errors.get("median").doubleValue(),
                    errors.get("along").doubleValue(),
                    errors.get("across").doubleValue());
        }
    }

    /// A dash where nothing can be said.
    private static String share(JsonNode value) {
        return value.isNumber() ? String.format(Locale.ROOT, "%.3f", value.doubleValue()) : "-";
    }

    /// Has it propose plates in those pictures, and draws them into copies.
    void predict(RunFolder run, Project project) throws Exception {
        List<LoadedPicture> held =
                ProjectPictures.of(project, file.folder(), ExportOptions.DEFAULTS).validation();
        Path list = folder.resolve("held-back.txt");
        Files.write(list, held.stream().map(p -> p.file().toString()).toList());
        console.say("demo.predict");
        JsonNode report =
                ask(
                        "predict",
                        "--weights",
                        run.best(),
                        "--source",
                        list,
                        "--conf",
                        LEAST,
                        "--project",
                        file.path(),
                        "--save",
                        "--out",
                        folder.resolve("predictions"));
        int plates =
                report.get("pictures").valueStream().mapToInt(p -> p.get("found").size()).sum();
        console.say(
                "demo.predict.done",
                report.get("pictures").size(),
                plates,
                LEAST,
                report.get("saved").asString());
    }

    /// Writes it for programs that run ONNX.
    Path convert(RunFolder run) throws Exception {
        Path onnx = folder.resolve(NAME + ".onnx");
        console.say("demo.onnx");
        JsonNode written = ask("convert", "--weights", run.best(), "--to", "onnx", "--out", onnx);
        console.say(
                "demo.onnx.done",
                onnx,
                written.get("input").get(0).intValue(),
                written.get("input").get(1).intValue());
        return onnx;
    }

    private JsonNode ask(Object... words) throws Exception {
        List<String> all =
                Stream.concat(Stream.of(words), Stream.of("--imgsz", side))
                        .map(Object::toString)
                        .toList();
        sayWords(all);
        return ChildProcess.run(
                JsonNode.class,
                ChildJvm.FOR_WORDS,
                Stream.concat(all.stream(), Stream.of("--json")).toArray(String[]::new));
    }

    /// How a person asks for the same.
    private void sayWords(List<String> words) {
        console.say("demo.words", String.join(" ", words));
    }
}
