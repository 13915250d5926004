package penumbra.uncertainty.measure;

import java.util.List;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// Label noise from plates alone: seen from afar a plate is a parallelogram, and what its labels
/// lack to one is noise.
///
/// Formula: `r = TL - BL + BR - TR` has variance 4 sigma² per axis, so `sigma² = mean ‖r‖² / 8`.
/// Ours. Blind to errors that keep a parallelogram (all bars too long), and too large for near
/// plates, whose perspective is no noise.
public final class Parallelogram {

    private Parallelogram() {}

    /// What a plate's corners lack, px.
    public static Point residual(Quad plate) {
        return plate.topLeft()
                .minus(plate.bottomLeft())
                .plus(plate.bottomRight())
                .minus(plate.topRight());
    }

    /// @param plates one or more
    public static double sigma(List<Quad> plates) {
        double sum = 0;
        for (Quad plate : plates) {
            Point r = residual(plate);
            sum += r.dot(r);
        }
        return Math.sqrt(sum / (8 * plates.size()));
    }
}
