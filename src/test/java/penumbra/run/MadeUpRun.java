package penumbra.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import penumbra.geometry.Point;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;
import penumbra.run.TrainingEvent.Epoch;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.TrainingEvent.Part;
import penumbra.run.TrainingEvent.Scores;
import penumbra.run.TrainingEvent.Validation;

/// A run as it might have been: plates in pictures, found with errors that fall over the epochs.
/// The plates and their label noise are the same for every run; the errors are the run's own.
///
/// @param scatter of the keypoints in the end, px along the bars; half as much across
/// @param missed share of plates in the end
/// @param pictures with three plates each
public record MadeUpRun(
        String loss, int seed, double scatter, double missed, int epochs, int pictures) {

    private static final int PLATES = 3;
    private static final int STEPS = 5;
    private static final int SIDE = 640;
    private static final double NOISE = 1;

    /// Writes it into a folder as a training would have.
    public RunFolder into(Path folder) throws IOException {
        RunFolder run = new RunFolder(folder);
        Files.createDirectories(folder);
        SequencedMap<String, String> arguments = new LinkedHashMap<>();
        arguments.put("recipe", "penumbra");
        arguments.put("data", "'arena/data.yaml'");
        arguments.put("loss", loss);
        arguments.put("epochs", Integer.toString(epochs));
        arguments.put("imgsz", Integer.toString(SIDE));
        arguments.put("seed", Integer.toString(seed));
        arguments.put("name", folder.getFileName().toString());
        arguments.put("gains", "matched");
        StringBuilder yaml = new StringBuilder();
        arguments.forEach((k, v) -> yaml.append(k).append(": ").append(v).append('\n'));
        Files.writeString(run.arguments(), yaml);
        work(run);
        return run;
    }

    /// Tells and finds what a training would have, in a folder that has its arguments.
    public void work(RunFolder run) throws IOException {
        try (EventLog log = EventLog.open(run.events())) {
            for (TrainingEvent event : events()) {
                log.tell(event);
            }
        }
        for (int epoch = 1; epoch <= epochs; epoch++) {
            run.writePlates(epoch, plates(epoch));
        }
        MadeUpLandscape.write(run, epochs, 17);
    }

    public List<TrainingEvent> events() {
        List<TrainingEvent> events = new ArrayList<>();
        Schema plate = Schema.ARMOR_PLATE;
        events.add(
                new TrainingEvent.Started(
                        0,
                        Instant.parse("2026-01-02T03:04:05Z"),
                        "0.1.0",
                        1,
                        epochs,
                        STEPS,
                        new Part(40, 120),
                        new Part(pictures, PLATES * pictures),
                        "cpu",
                        "fp32",
                        2,
                        3_085_504,
                        plate.keypoints(),
                        plate.classNames()));
        double best = Double.NEGATIVE_INFINITY;
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int batch = 1; batch <= STEPS; batch++) {
                int step = (epoch - 1) * STEPS + batch;
                events.add(
                        new TrainingEvent.Step(
                                step,
                                step,
                                epoch,
                                batch,
                                8,
                                losses(epoch + batch / (double) STEPS, 1),
                                List.of(0.1 / step, 0.01, 0.01),
                                Optional.of(2.0),
                                0.9,
                                0.1,
                                700 + step % 7,
                                Optional.of(1.5)));
            }
            Validation validation = validation(epoch, best);
            if (validation.best()) {
                best = validation.fitness();
                bestEpoch = epoch;
            }
            events.add(
                    new Epoch(
                            epoch * (STEPS + 1.0),
                            epoch,
                            losses(epoch + 1, 1),
                            Optional.of(validation),
                            List.of(0.01, 0.01, 0.01),
                            7.5));
            events.add(
                    new TrainingEvent.Sigmas(
                            epoch * (STEPS + 1.0),
                            epoch,
                            "adaloss",
                            "cells",
                            plate.keypoints().stream()
                                    .map(k ->
                                            new TrainingEvent.KeypointSigma(
                                                    8 / (1 + fall(k.charAt(0) % 5)), 0.1))
                                    .toList()));
        }
        events.add(
                new TrainingEvent.Finished(
                        epochs * (STEPS + 1.0), TrainingEvent.End.COMPLETED, bestEpoch, best));
        return events;
    }

    private static double fall(double epoch) {
        return epoch / 5.0;
    }

    private static SequencedMap<String, Double> losses(double at, double factor) {
        SequencedMap<String, Double> losses = new LinkedHashMap<>();
        losses.put("box", factor * (0.8 + 2 * Math.exp(-at / 6)));
        losses.put("pose", factor * (0.5 + 9 * Math.exp(-at / 4)));
        losses.put("kobj", factor * (0.02 + 0.4 * Math.exp(-at / 3)));
        losses.put("cls", factor * (0.4 + 3 * Math.exp(-at / 5)));
        losses.put("dfl", factor * (0.9 + 0.8 * Math.exp(-at / 8)));
        return losses;
    }

    private Validation validation(int epoch, double bestSoFar) {
        PlaceErrors labels = errors(epoch, Against.LABELS);
        double map = Math.clamp(0.9 * labels.foundShare() - 0.02 * labels.rmse(), 0, 1);
        double fitness = labels.aucPixels();
        return new Validation(
                losses(epoch + 1, 1.2),
                new Scores(0.9, labels.foundShare(), map, 0.9 * map, 0.8 * map),
                new Scores(0.9, labels.foundShare(), map, 0.95 * map, 0.9 * map),
                told(labels),
                Optional.of(told(errors(epoch, Against.TRUTH))),
                fitness,
                fitness > bestSoFar);
    }

    private PlaceErrors errors(int epoch, Against against) {
        List<TargetErrors> errors =
                plates(epoch).stream()
                        .map(p -> p.errors(against, Schema.ARMOR_PLATE.edges()).orElseThrow())
                        .toList();
        return PlaceErrors.of(errors, SIDE);
    }

    private static Errors told(PlaceErrors e) {
        return new Errors(
                e.targets(),
                e.targets() - e.found(),
                e.rmse(),
                e.rmseInput(),
                e.median(),
                e.nme(),
                e.along(),
                e.across(),
                e.aucPixels(),
                e.failuresPixels());
    }

    /// What was found for each plate after an epoch.
    public List<PlateResult> plates(int epoch) {
        Random scene = new Random(7);
        Random own = new Random(31L * loss.hashCode() + 1009L * seed + epoch);
        double worse = 1 + 6 * Math.exp(-epoch / 4.0);
        List<PlateResult> plates = new ArrayList<>();
        for (int picture = 0; picture < pictures; picture++) {
            for (int target = 0; target < PLATES; target++) {
                double height = 8 + 40 * scene.nextDouble();
                Point at = new Point(100 + 900 * scene.nextDouble(), 100 + 700 * target);
                List<Point> truth =
                        List.of(
                                at,
                                at.plus(new Point(0, height)),
                                at.plus(new Point(2.2 * height, height)),
                                at.plus(new Point(2.2 * height, 0)));
                List<Point> label = moved(truth, scene, NOISE);
                boolean found = own.nextDouble() >= missed * worse / 2;
                List<Point> places = moved(truth, own, scatter * worse);
                plates.add(
                        new PlateResult(
                                String.format(Locale.ROOT, "images/%03d.png", picture),
                                target,
                                target,
                                label,
                                List.of(true, true, true, true),
                                Optional.of(truth),
                                found ? Optional.of(places) : Optional.empty(),
                                List.of(),
                                found ? 0.8 : 0,
                                height * Math.sqrt(2.2),
                                0.5,
                                List.of(false, false, false, target == 0),
                                found ? List.of(0.9, 0.8, 0.7, 0.4) : List.of(),
                                List.of(),
                                Optional.of(found ? places : List.of())));
            }
        }
        return plates;
    }

    private static List<Point> moved(List<Point> points, Random random, double scatter) {
        return points.stream()
                .map(p ->
                        p.plus(
                                new Point(
                                        scatter / 2 * random.nextGaussian(),
                                        scatter * random.nextGaussian())))
                .toList();
    }
}
