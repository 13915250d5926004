package penumbra.uncertainty.heatmap;

import java.util.Optional;
import penumbra.geometry.Point;

/// Where between cells the top of a peak lies, from the map alone.
public final class SubCell {

    private static final double QUARTER = 0.25;

    private SubCell() {}

    /// One Newton step on the logarithm of the map with central differences, `x - H⁻¹ g`: exact for
    /// a sampled Gaussian. Ours, after the usual refinement of heat maps.
    ///
    /// @return in cells; empty at the border, where a neighbour is not above 0, or where the map
    ///   does not bend down in every direction; each coordinate moves by one cell at most
    public static Optional<Point> taylor(Heatmap map, int x, int y) {
        if (x < 1 || y < 1 || x >= map.width() - 1 || y >= map.height() - 1) {
            return Optional.empty();
        }
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                if (!(map.at(x + i, y + j) > 0)) {
                    return Optional.empty();
                }
            }
        }
        double c = ln(map, x, y);
        double gx = (ln(map, x + 1, y) - ln(map, x - 1, y)) / 2;
        double gy = (ln(map, x, y + 1) - ln(map, x, y - 1)) / 2;
        double hxx = ln(map, x + 1, y) - 2 * c + ln(map, x - 1, y);
        double hyy = ln(map, x, y + 1) - 2 * c + ln(map, x, y - 1);
        double hxy =
                (ln(map, x + 1, y + 1)
                                - ln(map, x + 1, y - 1)
                                - ln(map, x - 1, y + 1)
                                + ln(map, x - 1, y - 1))
                        / 4;
        double det = hxx * hyy - hxy * hxy;
        if (!(det > 0 && hxx < 0)) {
            return Optional.empty();
        }
        double dx = Math.clamp((hxy * gy - hyy * gx) / det, -1, 1);
        double dy = Math.clamp((hxy * gx - hxx * gy) / det, -1, 1);
        return Optional.of(new Point(x + dx, y + dy));
    }

    /// A quarter of a cell towards the higher neighbour along each axis: the crude way. A missing
    /// neighbour counts as no higher than the other.
    public static Point quarter(Heatmap map, int x, int y) {
        double dx = x < 1 || x >= map.width() - 1 ? 0 : map.at(x + 1, y) - map.at(x - 1, y);
        double dy = y < 1 || y >= map.height() - 1 ? 0 : map.at(x, y + 1) - map.at(x, y - 1);
        return new Point(x + QUARTER * Math.signum(dx), y + QUARTER * Math.signum(dy));
    }

    private static double ln(Heatmap map, int x, int y) {
        return Math.log(map.at(x, y));
    }
}
