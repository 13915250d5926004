package penumbra.run.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.metric.TargetErrors;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.KeypointPart;
import penumbra.run.PlateResult;
import penumbra.run.RunRecord;
import penumbra.run.TrainingEvent.Epoch;
import penumbra.text.Texts;

/// A run at the epoch whose weights it kept as its best.
///
/// @param best empty when the run validated nothing
/// @param plates of that epoch; none where their file is missing
/// @param lacks one sentence for each thing that the comparison has to do without
public record ComparedRun(
        RunRecord record, Optional<Epoch> best, List<PlateResult> plates, List<String> lacks) {

    public ComparedRun {
        plates = List.copyOf(plates);
        lacks = List.copyOf(lacks);
    }

    public static ComparedRun of(RunRecord record) {
        List<String> lacks = new ArrayList<>(record.damage());
        Optional<Epoch> best = record.history().best();
        List<PlateResult> plates = List.of();
        if (best.isEmpty()) {
            lacks.add(Texts.of(ComparedRun.class, "lacks.validation", record.name()));
        } else if (Files.exists(record.folder().plates(best.get().epoch()))) {
            try {
                plates = record.folder().readPlates(best.get().epoch());
            } catch (IOException e) {
                lacks.add(e.getMessage());
            }
        } else {
            lacks.add(
                    Texts.of(
                            ComparedRun.class,
                            "lacks.plates",
                            record.name(),
                            record.folder().plates(best.get().epoch())));
        }
        if (plates.stream().anyMatch(p -> p.truth().isPresent() && p.foundByTruth().isEmpty())) {
            lacks.add(Texts.of(ComparedRun.class, "lacks.truth", record.name()));
        }
        return new ComparedRun(record, best, plates, lacks);
    }

    public String name() {
        return record.name();
    }

    /// Epochs that the run went through.
    public int epochs() {
        return record.history().epochs().isEmpty()
                ? 0
                : record.history().epochs().getLast().epoch();
    }

    /// What its best epoch told; NaN when nothing can be said.
    public double measure(EpochMeasure measure, Against against) {
        return best.flatMap(Epoch::validation).map(v -> measure.of(v, against)).orElse(Double.NaN);
    }

    /// RMSE of a coordinate in input px over the input's side, in hundredths, as \[S0\] table II;
    /// NaN when nothing can be said.
    public double normalisedRmse(Against against) {
        double side = record.inputSide().isPresent() ? record.inputSide().getAsInt() : Double.NaN;
        return 100 * measure(EpochMeasure.RMSE_INPUT, against) / Math.sqrt(2) / side;
    }

    /// Errors of its plates; of those alone whose truth is known, where that is asked for.
    public List<TargetErrors> errors(Against against) {
        return plates.stream()
                .flatMap(p -> p.errors(against, record.history().bars()).stream())
                .toList();
    }

    /// The same with some keypoints of its plates only.
    ComparedRun only(KeypointPart part) {
        return new ComparedRun(
                record, best, plates.stream().map(p -> p.only(part)).toList(), lacks);
    }

    /// How many keypoints of its plates are labelled.
    int keypoints() {
        return plates.stream()
                .mapToInt(p -> (int) p.labelled().stream().filter(l -> l).count())
                .sum();
    }

    /// Mean of what the network says of how sure it is of each labelled keypoint of the plates that
    /// it found; NaN where it says nothing.
    double confidence() {
        return plates.stream()
                .filter(p -> !p.confidences().isEmpty())
                .flatMapToDouble(p ->
                        IntStream.range(0, p.labelled().size())
                                .filter(p.labelled()::get)
                                .mapToDouble(p.confidences()::get))
                .average()
                .orElse(Double.NaN);
    }

    /// Mean score of the plates that it found; NaN without any.
    double score() {
        return plates.stream()
                .filter(p -> p.found().isPresent() && p.labelled().contains(true))
                .mapToDouble(PlateResult::score)
                .average()
                .orElse(Double.NaN);
    }

    /// A measure of its plates, of those it found itself where only found ones count; NaN without
    /// any.
    public double value(Measure measure, Against against) {
        double sum = 0;
        double count = 0;
        for (TargetErrors target : errors(against)) {
            if (target.found() || !measure.ofFound()) {
                sum += measure.of(target);
                count += target.points().size();
            }
        }
        return measure.ratio(sum, count);
    }
}
