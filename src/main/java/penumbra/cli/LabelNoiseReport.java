package penumbra.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.engine.ValidatedPicture;
import penumbra.metric.NoiseFloor;
import penumbra.metric.TargetErrors;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What the labels' own noise hides of the error against them.
///
/// @param source `truth`: measured against the clean truth; `sigmas`: from `kpt_oks_sigmas`, taken
///   as measured where they are not 1/K
/// @param labels RMSE POINT of the labels, picture px
/// @param measured RMSE POINT of the predictions against the labels, picture px
/// @param clean what is left without the labels' share, picture px
record LabelNoiseReport(String source, double labels, double measured, double clean) {

    /// Empty when nothing is known of the labels' noise, or nothing was found.
    static Optional<LabelNoiseReport> of(
            List<ValidatedPicture> pictures,
            List<TargetErrors> errors,
            Schema schema,
            double measured) {
        List<Double> truth = new ArrayList<>();
        pictures.forEach(
                p -> p.loaded().truth().ifPresent(t -> add(p.loaded().labels(), t, truth)));
        if (Double.isNaN(measured)) {
            return Optional.empty();
        }
        if (!truth.isEmpty()) {
            return Optional.of(of("truth", truth, measured));
        }
        return hasMeasuredSigmas(schema)
                ? Optional.of(of("sigmas", expected(errors, schema), measured))
                : Optional.empty();
    }

    /// Whether somebody measured the sigmas: the usual ones are 1/K.
    static boolean hasMeasuredSigmas(Schema schema) {
        double usual = 1.0 / schema.keypointCount();
        return schema.oksSigmas().stream().anyMatch(s -> s != usual);
    }

    private static LabelNoiseReport of(String source, List<Double> squares, double measured) {
        double labels =
                Math.sqrt(squares.stream().mapToDouble(s -> s).average().orElse(Double.NaN));
        return new LabelNoiseReport(
                source, labels, measured, new NoiseFloor(measured, labels).clean());
    }

    /// Squared distances of labels from the truth of the same line, as far as there are as many.
    private static void add(List<Target> labels, List<Target> truth, List<Double> into) {
        for (int i = 0; labels.size() == truth.size() && i < labels.size(); i++) {
            List<Keypoint> said = labels.get(i).keypoints();
            List<Keypoint> clean = truth.get(i).keypoints();
            for (int k = 0; k < said.size(); k++) {
                if (said.get(k).labelled() && clean.get(k).labelled()) {
                    double d = said.get(k).at().distance(clean.get(k).at());
                    into.add(d * d);
                }
            }
        }
    }

    /// COCO's `E[d²] = sigma² s²` at the keypoints that were found, s² the box's area.
    private static List<Double> expected(List<TargetErrors> errors, Schema schema) {
        return errors.stream()
                .filter(TargetErrors::found)
                .flatMap(t ->
                        t.points().stream()
                                .map(p -> schema.oksSigmas().get(p.keypoint()) * t.side())
                                .map(s -> s * s))
                .toList();
    }
}
