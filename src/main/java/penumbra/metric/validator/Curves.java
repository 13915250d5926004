package penumbra.metric.validator;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Precision and recall of all classes that have a target, for boxes or for keypoints. Every number
/// is a mean over these classes, NaN when there are none.
public record Curves(List<ClassCurves> classes) {

    private static final int SMOOTHED = 101;
    private static final int AT_75 = 5;

    public Curves {
        classes = List.copyOf(classes);
    }

    /// Place of the confidence at which precision, recall and F1 are stated: where the mean F1,
    /// smoothed over 101 places, is largest.
    public int best() {
        double[] mean = new double[ClassCurves.CONFIDENCES];
        Arrays.setAll(mean, i -> mean(c -> c.f1()[i]));
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (int j = i - SMOOTHED / 2; j <= i + SMOOTHED / 2; j++) {
                sum += mean[Math.clamp(j, 0, mean.length - 1)] / SMOOTHED;
            }
            if (sum > most) {
                most = sum;
                best = i;
            }
        }
        return best;
    }

    public double precision() {
        int at = best();
        return mean(c -> c.precision()[at]);
    }

    public double recall() {
        int at = best();
        return mean(c -> c.recall()[at]);
    }

    public double f1() {
        int at = best();
        return mean(c -> c.f1()[at]);
    }

    public double map50() {
        return mean(c -> c.averagePrecision()[0]);
    }

    public double map75() {
        return mean(c -> c.averagePrecision()[AT_75]);
    }

    /// Over all thresholds, 0.50 to 0.95.
    public double map() {
        return mean(c -> Arrays.stream(c.averagePrecision()).average().orElseThrow());
    }

    private double mean(ToDoubleFunction<ClassCurves> of) {
        return classes.stream().mapToDouble(of).average().orElse(Double.NaN);
    }
}
