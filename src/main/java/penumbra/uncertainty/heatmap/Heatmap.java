package penumbra.uncertainty.heatmap;

import java.util.List;
import penumbra.geometry.Point;

/// A map of one value per cell, row by row. The array is not to be changed.
///
/// @param width cells
/// @param height cells
/// @param values `values[y * width + x]`
public record Heatmap(int width, int height, double[] values) {

    private static final int MOST_CELLS = 1 << 26;

    /// One object of a target map.
    ///
    /// @param x column of its centre's cell
    /// @param y row
    /// @param radius whole cells within which its Gaussian is not 0
    /// @param sigma of the Gaussian, cells, above 0
    public record Spot(int x, int y, int radius, double sigma) {

        /// With the deviation of the public code.
        public static Spot of(int x, int y, int radius) {
            return new Spot(x, y, radius, SigmaRule.CODE.sigma(radius));
        }
    }

    /// @throws IllegalArgumentException if the number of values is not width times height
    public Heatmap {
        if (values.length != cells(width, height)) {
            throw new IllegalArgumentException(
                    values.length + " values are no map of " + width + " x " + height);
        }
    }

    /// The target map of a class: around each object's cell `exp(-(dx² + dy²) / (2 sigma²))`, where
    /// they overlap the larger one.
    ///
    /// Source: \[S2\], \[S3\]. Departure, as \[P4\]: 0 beyond the radius along either axis. Centres
    /// are whole cells, so that the positive cell is exactly 1; objects whose centre lies outside
    /// are left out.
    public static Heatmap of(int width, int height, List<Spot> spots) {
        double[] values = new double[cells(width, height)];
        for (Spot spot : spots) {
            if (spot.x() < 0 || spot.x() >= width || spot.y() < 0 || spot.y() >= height) {
                continue;
            }
            int r = spot.radius();
            for (int y = Math.max(0, spot.y() - r); y <= Math.min(height - 1, spot.y() + r); y++) {
                for (int x = Math.max(0, spot.x() - r);
                        x <= Math.min(width - 1, spot.x() + r);
                        x++) {
                    double dx = x - spot.x();
                    double dy = y - spot.y();
                    double v = value(dx * dx + dy * dy, spot.sigma());
                    int at = y * width + x;
                    values[at] = Math.max(values[at], v);
                }
            }
        }
        return new Heatmap(width, height, values);
    }

    /// A whole Gaussian about a centre that may lie between cells: the target of \[S1\], for a loss
    /// of mean squares. Its largest cell is 1 only if the centre is a cell.
    ///
    /// @param centre in cells, (0, 0) being the node of the first cell
    public static Heatmap gaussian(int width, int height, Point centre, double sigma) {
        double[] values = new double[cells(width, height)];
        // The Gaussian of a sum is a product: as many exponentials as rows and columns.
        double[] across = profile(width, centre.x(), sigma);
        double[] down = profile(height, centre.y(), sigma);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                values[y * width + x] = down[y] * across[x];
            }
        }
        return new Heatmap(width, height, values);
    }

    private static double[] profile(int cells, double centre, double sigma) {
        double[] profile = new double[cells];
        for (int i = 0; i < cells; i++) {
            profile[i] = value((i - centre) * (i - centre), sigma);
        }
        return profile;
    }

    private static int cells(int width, int height) {
        if (width < 1 || height < 1 || (long) width * height > MOST_CELLS) {
            throw new IllegalArgumentException("there is no map of " + width + " x " + height);
        }
        return width * height;
    }

    private static double value(double square, double sigma) {
        return square == 0 ? 1 : Math.exp(-square / (2 * sigma * sigma));
    }

    public double at(int x, int y) {
        return values[y * width + x];
    }

    /// How many spots share the cell of an earlier one: their size and offset targets collide.
    public static int collisions(List<Spot> spots) {
        long cells = spots.stream().map(s -> List.of(s.x(), s.y())).distinct().count();
        return spots.size() - (int) cells;
    }

    public double mean() {
        double sum = 0;
        for (double v : values) {
            sum += v;
        }
        return sum / values.length;
    }

    /// Mean of the squares: what a map of zeros costs. Divide a landmark's loss by it to take out
    /// of the loss what a smaller sigma alone changes.
    public double meanSquare() {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return sum / values.length;
    }

    /// Every value times the factor.
    public Heatmap times(double factor) {
        double[] scaled = values.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return new Heatmap(width, height, scaled);
    }
}
