package penumbra.cli;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.engine.ValidatedPicture;
import penumbra.format.yolo.LoadedPicture;
import penumbra.metric.Evaluation;
import penumbra.metric.MeanAveragePrecision;
import penumbra.metric.Metric;
import penumbra.metric.Metrics;
import penumbra.metric.TargetErrors;
import penumbra.metric.validator.Validation;
import penumbra.model.Schema;

/// What `penumbra val --json` prints.
///
/// @param conf least score for precision, recall and average precision
/// @param pointConf least score of a prediction whose keypoints are measured
/// @param boxes as the reference's validator has it
/// @param keypoints likewise, with sigma 1/K
/// @param metrics all of [Metrics] by id, against the labels: those of average precision by COCO's
///   rules over all predictions, the others over those of `pointConf`; with measured sigmas once
///   more where the data set states some
/// @param labels errors of place against the labels
/// @param truth the same against the clean truth; null where there is none
/// @param noise what the labels' noise hides; null where nothing is known of it
/// @param unread why pictures were left out
record ValReport(
        Path weights,
        Path data,
        String split,
        int imgsz,
        double conf,
        double iou,
        double pointConf,
        int pictures,
        int targets,
        ScoreReport boxes,
        ScoreReport keypoints,
        SequencedMap<String, Double> metrics,
        ErrorReport labels,
        ErrorReport truth,
        LabelNoiseReport noise,
        List<String> unread) {

    /// What was asked.
    record Asked(
            Path weights,
            Path data,
            String split,
            int imgsz,
            double conf,
            double iou,
            double pointConf) {}

    static ValReport of(
            Asked asked, List<ValidatedPicture> pictures, Schema schema, List<String> unread) {
        List<Double> stock =
                Collections.nCopies(schema.keypointCount(), 1.0 / schema.keypointCount());
        Validation validation =
                Validation.of(pictures.stream().map(ValidatedPicture::inInput).toList(), stock);
        List<TargetErrors> errors =
                pictures.stream()
                        .flatMap(p -> p.errors(p.loaded().labels(), asked.pointConf(), schema))
                        .toList();
        ErrorReport labels = ErrorReport.of(errors, schema, asked.imgsz());
        List<TargetErrors> clean =
                pictures.stream()
                        .filter(p -> p.loaded().truth().isPresent())
                        .flatMap(p ->
                                p.errors(
                                        p.loaded().truth().orElseThrow(),
                                        asked.pointConf(),
                                        schema))
                        .toList();
        return new ValReport(
                asked.weights(),
                asked.data(),
                asked.split(),
                asked.imgsz(),
                asked.conf(),
                asked.iou(),
                asked.pointConf(),
                pictures.size(),
                pictures.stream()
                        .map(p -> p.loaded())
                        .map(LoadedPicture::labels)
                        .mapToInt(List::size)
                        .sum(),
                ScoreReport.of(validation.boxes(), schema.classNames()),
                ScoreReport.of(validation.keypoints(), schema.classNames()),
                metrics(asked, pictures, schema),
                labels,
                clean.isEmpty() ? null : ErrorReport.of(clean, schema, asked.imgsz()),
                LabelNoiseReport.of(pictures, errors, schema, labels.all().rmse()).orElse(null),
                unread);
    }

    private static SequencedMap<String, Double> metrics(
            Asked asked, List<ValidatedPicture> pictures, Schema schema) {
        Evaluation all = evaluation(pictures, 0, asked.imgsz());
        Evaluation sure = evaluation(pictures, asked.pointConf(), asked.imgsz());
        List<Metric> list =
                LabelNoiseReport.hasMeasuredSigmas(schema)
                        ? Metrics.with(schema.oksSigmas())
                        : Metrics.ALL;
        SequencedMap<String, Double> metrics = new LinkedHashMap<>();
        for (Metric metric : list) {
            metrics.put(
                    metric.id(), metric.of(metric instanceof MeanAveragePrecision ? all : sure));
        }
        // Divided by the input's side it would be of picture px; ErrorReport has it of input px.
        metrics.remove("rmse-norm");
        return metrics;
    }

    private static Evaluation evaluation(
            List<ValidatedPicture> pictures, double score, double side) {
        return Evaluation.of(
                pictures.stream().map(p -> p.inPicture(p.loaded().labels(), score)).toList(), side);
    }
}
