package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import penumbra.data.ImageReader;
import penumbra.data.PictureException;
import penumbra.data.input.RgbImage;
import penumbra.data.input.ValidationFrame;
import penumbra.engine.Detector;
import penumbra.engine.ValidatedPicture;
import penumbra.engine.Validator;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Suppression;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.LoadedPicture;
import penumbra.metric.PlaceErrors;
import penumbra.model.Schema;
import penumbra.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `penumbra val`: how good a network is on a data set.
@Command(name = "val", resourceBundle = "penumbra.cli.texts", sortOptions = false)
public final class ValCommand implements Callable<Integer> {

    private final Console console;
    private final Executor io;

    @Spec private CommandSpec spec;

    @Option(names = "--data", required = true, paramLabel = "D")
    private Path data;

    @Mixin private NetworkOptions network;

    @Option(names = "--split", paramLabel = "NAME", defaultValue = "val")
    private String split;

    @Option(names = "--val", paramLabel = "SHARE", defaultValue = "0.2", converter = Share.class)
    private double share;

    @Option(names = "--conf", paramLabel = "C", defaultValue = "0.001", converter = Share.class)
    private double confidence;

    @Option(names = "--iou", paramLabel = "U", defaultValue = "0.7", converter = Share.class)
    private double overlap;

    @Option(
            names = "--point-conf",
            paramLabel = "C",
            defaultValue = "0.25",
            converter = Share.class)
    private double pointConfidence;

    @Mixin private Form form;

    public ValCommand(Console console, Executor io) {
        this.console = console;
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        if (share == 1) {
            throw new ParameterException(
                    spec.commandLine(), Texts.of(ValCommand.class, "val.share"));
        }
        ValSource source = ValSource.read(data, split, share, io, console);
        List<String> unread = new ArrayList<>(source.notices());
        ValReport report;
        try (Detector detector = network.open()) {
            requireFit(detector, source);
            Validator validator =
                    new Validator(
                            detector,
                            network.side(detector),
                            new Suppression(
                                    confidence, overlap, detector.layout().classes() > 1, 300));
            List<ValidatedPicture> pictures = validate(validator, source.pictures(), unread);
            report =
                    ValReport.of(
                            new ValReport.Asked(
                                    network.weights(),
                                    source.file(),
                                    split,
                                    network.side(detector),
                                    confidence,
                                    overlap,
                                    pointConfidence),
                            pictures,
                            source.schema(),
                            unread);
        }
        if (form.json()) {
            console.json(report);
        } else {
            print(report);
        }
        unread.forEach(console.err()::println);
        return 0;
    }

    private void requireFit(Detector detector, ValSource source) throws CommandException {
        HeadLayout head = detector.layout();
        Schema schema = source.schema();
        if (head.classes() != schema.classes().size()
                || head.keypoints() != schema.keypointCount()) {
            throw new CommandException(
                    Texts.of(
                            ValCommand.class,
                            "val.fit",
                            network.weights(),
                            head.classes(),
                            head.keypoints(),
                            source.file(),
                            schema.classes().size(),
                            schema.keypointCount()));
        }
    }

    private List<ValidatedPicture> validate(
            Validator validator, List<LoadedPicture> pictures, List<String> unread)
            throws Exception {
        List<ValidationFrame> frames =
                validator.frames(pictures.stream().map(LoadedPicture::size).toList());
        List<ValidatedPicture> validated = new ArrayList<>();
        try (Progress progress = console.progress("progress.val", pictures.size())) {
            for (int i = 0; i < pictures.size(); i++) {
                LoadedPicture picture = pictures.get(i);
                ValidationFrame frame = frames.get(i);
                try {
                    RgbImage pixels = RgbImage.of(ImageReader.read(picture.file()));
                    validated.add(
                            new ValidatedPicture(picture, frame, validator.detect(pixels, frame)));
                } catch (PictureException e) {
                    unread.add(e.getMessage());
                }
                progress.step();
            }
        }
        return validated;
    }

    private void print(ValReport report) {
        console.say("val.done", report.data(), report.pictures(), report.targets());
        console.say("val.scores");
        score("val.boxes", report.boxes());
        score("val.keypoints", report.keypoints());
        errors("val.labels", report.pointConf(), report.labels());
        if (report.truth() != null) {
            errors("val.truth", report.pointConf(), report.truth());
        }
        LabelNoiseReport noise = report.noise();
        if (noise == null) {
            console.say("val.noise.unknown");
        } else if (noise.clean() > 0) {
            console.say(
                    "val.noise." + noise.source(), noise.labels(), noise.measured(), noise.clean());
        } else {
            console.say("val.noise.all", noise.labels(), noise.measured());
        }
        if (report.metrics().containsKey("oks-measured")) {
            console.say(
                    "val.measured",
                    report.metrics().get("oks-measured"),
                    report.metrics().get("pose-map50-measured"),
                    report.metrics().get("pose-map75-measured"),
                    report.metrics().get("pose-map-measured"));
        }
    }

    private void score(String key, ScoreReport scores) {
        console.say(
                "val.score",
                Texts.of(ValCommand.class, key),
                scores.precision(),
                scores.recall(),
                scores.map50(),
                scores.map75(),
                scores.map());
    }

    private void errors(String key, double score, ErrorReport errors) {
        console.say(key, score);
        console.say("val.errors");
        line(Texts.of(ValCommand.class, "val.all"), errors.all());
        errors.classes().forEach(this::line);
        errors.sizes().forEach(this::line);
        errors.keypoints().forEach(this::line);
        PlaceErrors all = errors.all();
        console.say(
                "val.norm",
                number("%.3f", all.rmseCoordinate()),
                number("%.3f", all.rmseInput()),
                number("%.4f", all.rmseNorm100()),
                number("%.3f", all.rmseTarget()),
                number("%.3f", all.median()),
                number("%.3f", all.percentile95()));
    }

    private void line(String name, PlaceErrors e) {
        console.say(
                "val.error",
                name,
                e.found(),
                e.targets(),
                number("%.1f", 100 * e.foundShare()),
                number("%.2f", e.rmse()),
                number("%.2f", e.along()),
                number("%.2f", e.across()),
                number("%.2f", e.outwards()),
                number("%.2f", 100 * e.nme()),
                number("%.3f", e.auc()),
                number("%.1f", 100 * e.failures()));
    }

    /// A dash where nothing can be said.
    private static String number(String form, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, form, value);
    }

    /// With the bars of a plate where the keypoints have no names and are mirrored as a plate's.
    static Schema schema(DataYaml yaml) {
        Schema own = yaml.schema();
        Schema plate = Schema.ARMOR_PLATE;
        return !yaml.namedKeypoints() && yaml.flip().equals(Optional.of(plate.flip()))
                ? new Schema(
                        plate.keypoints(),
                        plate.edges(),
                        plate.flip(),
                        own.oksSigmas(),
                        own.classes(),
                        own.noise())
                : own;
    }
}
