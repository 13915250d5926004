package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// The loss of one keypoint over predicted positions on a square grid about its label.
///
/// Row by row, y ascending; the label is the middle node when their number is odd. Gradients are
/// exact, not differences of nodes.
///
/// @param axis offsets from the label along x and along y, px, ascending
/// @param values `values[row * n + column]`
/// @param dx derivatives along x
/// @param dy derivatives along y
/// @param atLabel value at the label, which an excess is counted from
public record LossSurface(
        double[] axis, double[] values, double[] dx, double[] dy, double atLabel) {

    /// Nodes per side that the explorer draws.
    public static final int NODES = 129;

    /// @param range half the side of the square, px, above 0
    /// @param nodes per side, 2 or more
    public static LossSurface of(KeypointLoss loss, LabelContext label, double range, int nodes) {
        double[] axis = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            axis[i] = range * (2.0 * i / (nodes - 1) - 1);
        }
        return of(loss, label, axis);
    }

    /// On given offsets.
    public static LossSurface of(KeypointLoss loss, LabelContext label, double[] axis) {
        int n = axis.length;
        double[] values = new double[n * n];
        double[] dx = new double[n * n];
        double[] dy = new double[n * n];
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                LossValue at = loss.at(new Point(axis[column], axis[row]), label);
                values[row * n + column] = at.value();
                dx[row * n + column] = at.dx();
                dy[row * n + column] = at.dy();
            }
        }
        double centre = loss.at(new Point(0, 0), label).value();
        return new LossSurface(axis.clone(), values, dx, dy, centre);
    }

    public double value(int row, int column) {
        return values[row * axis.length + column];
    }

    /// Half side that shows the bend of every loss: the larger of 8 px and 4 sigma.
    public static double usualRange(double sigma) {
        return Math.max(8, 4 * sigma);
    }
}
