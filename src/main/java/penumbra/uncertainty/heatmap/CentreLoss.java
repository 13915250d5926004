package penumbra.uncertainty.heatmap;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// Losses of the size and the offset head, and the total of the three heads.
///
/// Formula: `(1/N) Σ |prediction - truth|` over the centre cells of N objects, both coordinates
/// added; `L = L_k + 0.1 L_size + 1 L_offset`. Source: \[S2\], \[S3\]. Sizes in cells: in input px
/// the weight 0.1 would have to be 0.025. N is 1 without objects.
public final class CentreLoss {

    public static final double SIZE_WEIGHT = 0.1;
    public static final double OFFSET_WEIGHT = 1;

    private static final double TINY = 1e-4;

    /// What a coordinate's error costs.
    public enum Error {
        /// Its size: \[S3\] and the paper it explains.
        L1,
        /// Smooth L1 with threshold 1: \[S2\], as CornerNet has it.
        SMOOTH_L1;

        double value(double x) {
            double size = Math.abs(x);
            return this == SMOOTH_L1 && size < 1 ? x * x / 2 : this == L1 ? size : size - 0.5;
        }

        double slope(double x) {
            return this == SMOOTH_L1 && Math.abs(x) < 1 ? x : Math.signum(x);
        }
    }

    /// What the sum is divided by.
    public enum Divisor {
        /// N, as printed.
        PAPER,
        /// `2 N + 1e-4`, the mask of both coordinates in the public code.
        CODE;

        double of(int objects) {
            return this == PAPER ? Math.max(1, objects) : 2 * objects + TINY;
        }
    }

    /// A value and its gradient with respect to each prediction.
    public record Value(double value, List<Point> gradients) {}

    private CentreLoss() {}

    /// @param predicted sizes or offsets, cells
    /// @param truth in the same order
    public static Value of(List<Point> predicted, List<Point> truth, Error error, Divisor divisor) {
        double n = divisor.of(truth.size());
        double sum = 0;
        List<Point> gradients = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            Point e = predicted.get(i).minus(truth.get(i));
            sum += error.value(e.x()) + error.value(e.y());
            gradients.add(new Point(error.slope(e.x()) / n, error.slope(e.y()) / n));
        }
        return new Value(sum / n, gradients);
    }

    /// The sum of the three heads with the weights of the source.
    public static double total(double keypoint, double size, double offset) {
        return keypoint + SIZE_WEIGHT * size + OFFSET_WEIGHT * offset;
    }
}
