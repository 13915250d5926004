package penumbra.engine.train;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import penumbra.metric.PlaceErrors;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.TrainingEvent.Scores;

/// By what the best epoch is chosen; larger is better.
///
/// | id | formula |
/// |---|---|
/// | `map` | mAP50-95 of boxes + that of keypoints, the reference's |
/// | `pose-map` | mAP50-95 of keypoints |
/// | `rmse` | -sqrt((1 - m) RMSE² + m 8²), m the share of targets missed: a miss counts as 8 px, so that missing the hard ones does not pay |
/// | `ced-auc` | area under the curve of keypoint errors up to 8 px, misses as failures |
/// | `clean-...` | the same against the clean truth |
public enum Fitness {
    MAP,
    POSE_MAP,
    RMSE,
    CLEAN_RMSE,
    CED_AUC,
    CLEAN_CED_AUC;

    public static Optional<Fitness> byId(String id) {
        return Arrays.stream(values()).filter(f -> f.id().equals(id)).findFirst();
    }

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether the clean truth has to be known.
    public boolean needsTruth() {
        return this == CLEAN_RMSE || this == CLEAN_CED_AUC;
    }

    /// 0, or the worst RMSE, where nothing can be said.
    ///
    /// @param truth errors against the clean truth
    /// @throws java.util.NoSuchElementException if the truth is needed and not known
    public double of(Scores boxes, Scores keypoints, Errors labels, Optional<Errors> truth) {
        return switch (this) {
            case MAP -> orZero(boxes.map()) + orZero(keypoints.map());
            case POSE_MAP -> orZero(keypoints.map());
            case RMSE -> -rmse(labels);
            case CLEAN_RMSE -> -rmse(truth.orElseThrow());
            case CED_AUC -> orZero(labels.auc());
            case CLEAN_CED_AUC -> orZero(truth.orElseThrow().auc());
        };
    }

    private static double rmse(Errors errors) {
        double missed = errors.targets() == 0 ? 1 : (double) errors.missed() / errors.targets();
        double bound = PlaceErrors.PIXEL_BOUND * PlaceErrors.PIXEL_BOUND;
        double found = missed == 1 ? 0 : (1 - missed) * errors.rmse() * errors.rmse();
        return Math.sqrt(found + missed * bound);
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }
}
