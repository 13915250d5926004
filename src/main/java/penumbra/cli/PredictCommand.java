package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import penumbra.data.input.RgbImage;
import penumbra.engine.Detector;
import penumbra.engine.Predictor;
import penumbra.engine.ScatterPredictor;
import penumbra.engine.ScatterPredictor.Scattered;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Suppression;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `penumbra predict`: what a network finds in pictures, folders of them, and videos.
@Command(name = "predict", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class PredictCommand implements Callable<Integer> {

    private final Console console;
    private final Executor io;

    @Mixin private NetworkOptions network;

    @Option(names = "--source", required = true, paramLabel = "FILE|DIR|VIDEO|LIST.txt")
    private Path source;

    @Option(names = "--conf", paramLabel = "C", defaultValue = "0.25", converter = Share.class)
    private double confidence;

    @Option(names = "--iou", paramLabel = "U", defaultValue = "0.7", converter = Share.class)
    private double overlap;

    @Option(names = "--one-class")
    private boolean oneClass;

    @Option(names = "--save")
    private boolean save;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = "runs/pose/predict")
    private Path out;

    @Option(names = "--maps", paramLabel = "DIR")
    private Optional<Path> maps;

    @Option(names = "--project", paramLabel = "P")
    private Optional<String> project;

    @Option(names = "--proposals", paramLabel = "FILE")
    private Optional<Path> proposalsFile;

    @Option(names = "--tta", paramLabel = "N", defaultValue = "1", converter = Looks.class)
    private int looks;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "0",
            converter = EarlierEpochs.Count.class)
    private int epochs;

    @Option(names = "--each")
    private boolean each;

    @Mixin private Form form;

    /// What `--json` prints.
    ///
    /// @param conf least score
    /// @param iou largest overlap of two boxes that are both kept
    /// @param tta how often each picture was looked at
    /// @param epochs how many earlier epochs looked too
    /// @param classes names by class index
    /// @param keypoints K
    /// @param unread a sentence for each picture that could not be read
    /// @param saved folder of the drawn pictures; null without
    /// @param proposals file beside the project; null without
    record Report(
            Path weights,
            Path source,
            int imgsz,
            double conf,
            double iou,
            int tta,
            int epochs,
            List<String> classes,
            int keypoints,
            List<FoundPicture> pictures,
            List<String> unread,
            Path saved,
            Path proposals) {}

    public PredictCommand(Console console, Executor io) {
        this.console = console;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        PictureSource pictures = PictureSource.of(source);
        Path folder = save ? FreeFolder.at(out.toAbsolutePath().normalize()) : null;
        if (save && folder.startsWith(source.toAbsolutePath().normalize())) {
            throw new CommandException(
                    Texts.of(PredictCommand.class, "predict.inside", folder, source));
        }
        Report report;
        try (Detector detector = maps.isPresent() ? network.openToLookInside() : network.open();
                EarlierEpochs earlier = EarlierEpochs.open(network, epochs)) {
            report = predict(detector, earlier, pictures, folder);
        }
        if (form.json()) {
            console.json(report);
        } else {
            print(report);
        }
        report.unread().forEach(sentence -> console.err().println("penumbra: " + sentence));
        return report.unread().isEmpty() ? 0 : 1;
    }

    private Report predict(
            Detector detector, EarlierEpochs earlier, PictureSource pictures, Path folder)
            throws Exception {
        int side = network.side(detector);
        Suppression suppression =
                new Suppression(confidence, overlap, false, 300, oneClass || project.isPresent());
        List<String> names = detector.classNames();
        int k = detector.layout().keypoints();
        Schema schema = DetectionTargets.schema(k, names);
        ScatterPredictor predictor =
                new ScatterPredictor(
                        new Predictor(detector, side, suppression),
                        looks,
                        earlier.predictors(side, suppression));
        Optional<WrittenMaps> record = Optional.empty();
        if (maps.isPresent()) {
            record = Optional.of(WrittenMaps.of(maps.get(), detector, network));
        }
        Optional<WrittenMaps> recorded = record;
        Optional<ProjectProposals> proposals = Optional.empty();
        if (project.isPresent()) {
            proposals =
                    Optional.of(
                            ProjectProposals.of(
                                    project.get(),
                                    network.weights(),
                                    k,
                                    names,
                                    proposalsFile,
                                    console,
                                    io));
        }
        List<FoundPicture> found = new ArrayList<>();
        SavedPictures saved = new SavedPictures(folder, pictures.root(), schema);
        Optional<ProjectProposals> into = proposals;
        List<String> unread;
        try (Progress progress =
                pictures.isVideo()
                        ? console.working("progress.predict")
                        : progress(pictures.pictures().size())) {
            unread =
                    pictures.forEach(
                            (file, frame, pixels) -> {
                                RgbImage image = RgbImage.of(pixels);
                                List<Scattered> scattered = predictor.predict(image);
                                if (recorded.isPresent()) {
                                    recorded.get().write(file, frame, image);
                                }
                                List<Detection> detections =
                                        scattered.stream().map(Scattered::detection).toList();
                                found.add(
                                        FoundPicture.of(
                                                file, frame, pixels.size(), scattered, names));
                                if (into.isPresent()) {
                                    into.get().add(file, scattered);
                                }
                                if (folder != null) {
                                    saved.write(file, frame, pixels, targets(detections));
                                }
                            },
                            progress::step);
        }
        Path written = proposals.isPresent() ? written(proposals.get()) : null;
        return new Report(
                network.weights(),
                source,
                side,
                confidence,
                overlap,
                looks,
                epochs,
                names,
                k,
                found,
                unread,
                folder,
                written);
    }

    private Progress progress(int pictures) {
        return each
                ? console.everyStep("progress.predict", pictures)
                : console.progress("progress.predict", pictures);
    }

    private static List<Target> targets(List<Detection> detections) {
        return detections.stream().map(d -> DetectionTargets.of(d, d.classIndex(), "")).toList();
    }

    private Path written(ProjectProposals proposals) throws Exception {
        if (!form.json()) {
            console.say("predict.proposed", proposals.count(), proposals.strangers());
            if (!proposals.unknownClasses().isEmpty()) {
                console.say("predict.classes", String.join(" ", proposals.unknownClasses()));
            }
        }
        return proposals.write();
    }

    private void print(Report report) {
        for (FoundPicture picture : report.pictures()) {
            String place =
                    picture.frame() == null
                            ? picture.file().toString()
                            : picture.file() + " #" + picture.frame();
            console.say("predict.picture", place, picture.found().size());
            for (FoundPicture.Found f : picture.found()) {
                double[] b = f.box();
                console.say("predict.found", f.name(), f.score(), b[0], b[1], b[2], b[3]);
            }
        }
        int all = report.pictures().stream().mapToInt(p -> p.found().size()).sum();
        console.say("predict.done", report.pictures().size(), all);
        if (report.saved() != null) {
            console.say("predict.saved", report.saved());
        }
        if (report.proposals() != null) {
            console.say("predict.file", report.proposals());
        }
    }
}
