package penumbra.run.compare;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import penumbra.metric.Better;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.metric.TargetErrors.PointError;
import penumbra.text.Texts;

/// A measure of runs that adds up over plates, so that differences of it can be resampled: a ratio
/// of two sums, or the root of one.
public enum Measure {
    /// `sqrt(Σ d² / n)` of keypoints, picture px, over plates that both runs found: neither gains
    /// by missing what is hard.
    RMSE("px", Better.LOWER, true) {
        @Override
        double of(PointError point) {
            return point.distance() * point.distance();
        }

        @Override
        double ratio(double sum, double count) {
            return Math.sqrt(sum / count);
        }
    },

    /// `mean of max(0, 1 - d / 8 px)` of keypoints: the area under the curve of errors, a missed
    /// plate counts as infinitely far.
    AUC("1", Better.HIGHER, false) {
        @Override
        double of(PointError point) {
            return Math.max(0, 1 - point.distance() / PlaceErrors.PIXEL_BOUND);
        }
    },

    /// Share of keypoints missed or further off than 8 px.
    FAILURES("1", Better.LOWER, false) {
        @Override
        double of(PointError point) {
            return point.distance() > PlaceErrors.PIXEL_BOUND ? 1 : 0;
        }
    },

    /// Share of keypoints of plates that were found.
    FOUND("1", Better.HIGHER, false) {
        @Override
        double of(PointError point) {
            return Double.isInfinite(point.distance()) ? 0 : 1;
        }
    };

    private final String unit;
    private final Better better;
    private final boolean ofFound;

    Measure(String unit, Better better, boolean ofFound) {
        this.unit = unit;
        this.better = better;
        this.ofFound = ofFound;
    }

    /// What a keypoint adds to the sum.
    abstract double of(PointError point);

    /// The measure from sum and count.
    double ratio(double sum, double count) {
        return sum / count;
    }

    /// What a target adds to the sum; its labelled keypoints are the count.
    double of(TargetErrors target) {
        ToDoubleFunction<PointError> own = this::of;
        return target.points().stream().mapToDouble(own).sum();
    }

    /// Whether only targets count that were found.
    boolean ofFound() {
        return ofFound;
    }

    /// `px`, or `1` for shares.
    public String unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    /// Stable name in files.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return Texts.of(Measure.class, "measure." + id());
    }
}
