package penumbra.metric.validator;

import java.util.Comparator;
import java.util.List;

/// Precision and recall of one class. The arrays are shared, never to be written.
///
/// @param targets how many of that class there are
/// @param averagePrecision at each of the ten thresholds
/// @param precision at 1000 confidences from 0 to 1, at the first threshold
/// @param recall at the same confidences
/// @param f1 `2 P R / (P + R + 1e-16)` at the same confidences
public record ClassCurves(
        int classIndex,
        int targets,
        double[] averagePrecision,
        double[] precision,
        double[] recall,
        double[] f1) {

    static final int CONFIDENCES = 1000;
    private static final int RECALLS = 101;
    private static final double EPSILON = 1e-16;

    /// @param detections of that class, in any order
    static ClassCurves of(int classIndex, int targets, List<Scored> detections) {
        List<Scored> surest =
                detections.stream()
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        double[] ap = new double[Thresholds.COUNT];
        double[] p = new double[CONFIDENCES];
        double[] r = new double[CONFIDENCES];
        double[] f = new double[CONFIDENCES];
        if (!surest.isEmpty()) {
            double[] scores = surest.stream().mapToDouble(d -> -d.score()).toArray();
            for (int t = 0; t < Thresholds.COUNT; t++) {
                double[] recall = recall(surest, t, targets);
                double[] precision = precision(surest, t);
                ap[t] = area(recall, precision);
                if (t == 0) {
                    fill(p, new Interpolation(scores, precision), 1);
                    fill(r, new Interpolation(scores, recall), 0);
                }
            }
        }
        for (int i = 0; i < CONFIDENCES; i++) {
            f[i] = 2 * p[i] * r[i] / (p[i] + r[i] + EPSILON);
        }
        return new ClassCurves(classIndex, targets, ap, p, r, f);
    }

    /// The confidence of a place in the curves.
    public static double confidence(int place) {
        return place / (CONFIDENCES - 1.0);
    }

    private static void fill(double[] curve, Interpolation byScore, double before) {
        for (int i = 0; i < CONFIDENCES; i++) {
            curve[i] = byScore.at(-confidence(i), before);
        }
    }

    private static double[] recall(List<Scored> surest, int threshold, int targets) {
        double[] recall = new double[surest.size()];
        int found = 0;
        for (int i = 0; i < recall.length; i++) {
            found += surest.get(i).hit(threshold) ? 1 : 0;
            recall[i] = found / (targets + EPSILON);
        }
        return recall;
    }

    private static double[] precision(List<Scored> surest, int threshold) {
        double[] precision = new double[surest.size()];
        int found = 0;
        for (int i = 0; i < precision.length; i++) {
            found += surest.get(i).hit(threshold) ? 1 : 0;
            precision[i] = found / (i + 1.0);
        }
        return precision;
    }

    /// Trapezoids under the falling hull of precision by recall, at 101 recalls.
    private static double area(double[] recall, double[] precision) {
        int n = recall.length;
        double[] x = new double[n + 2];
        double[] y = new double[n + 2];
        System.arraycopy(recall, 0, x, 1, n);
        System.arraycopy(precision, 0, y, 1, n);
        x[n + 1] = 1;
        y[0] = 1;
        for (int i = n; i >= 0; i--) {
            y[i] = Math.max(y[i], y[i + 1]);
        }
        Interpolation hull = new Interpolation(x, y);
        double area = 0;
        for (int i = 1; i < RECALLS; i++) {
            double left = (i - 1) / (RECALLS - 1.0);
            double right = i / (RECALLS - 1.0);
            area += (hull.at(left, 1) + hull.at(right, 1)) / 2 * (right - left);
        }
        return area;
    }
}
