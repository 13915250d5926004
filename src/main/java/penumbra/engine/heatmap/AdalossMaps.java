package penumbra.engine.heatmap;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import penumbra.engine.loss.KeypointTally;
import penumbra.geometry.Point;

/// Keypoint maps as Gaussians of a deviation that each keypoint has for itself and that a schedule
/// changes between epochs: mean squares of maps divided by their target's mean.
///
/// Formula, y the target, the larger Gaussian where targets of a picture meet, z the map: `mean((z
/// / m - y / m)²)`, m the mean of y; mean over the maps of a batch that have a labelled keypoint on
/// them. Source: \[S1\] eq. 1, and 3.3 for several landmarks. Departures: the head gives z itself,
/// whose peak is 1 whatever sigma is, and the division is done here; with `relative` the value is
/// divided by that of a map of zeros, `mean(y²) / m²`, so that neither weight nor schedule see that
/// a narrower Gaussian alone costs more (4000-fold from 64 cells to 1).
///
/// @param sigmas of each keypoint, cells, above 0
/// @param relative whether a map of zeros costs 1
public record AdalossMaps(List<Double> sigmas, boolean relative) implements KeypointMaps {

    /// Beyond that many deviations a Gaussian is below 1e-9 and counts as 0.
    private static final double REACH = 6.5;

    public AdalossMaps {
        sigmas = List.copyOf(sigmas);
        if (sigmas.stream().anyMatch(s -> !(s > 0) || !Double.isFinite(s))) {
            throw new IllegalArgumentException("deviations are above 0: " + sigmas);
        }
    }

    /// The same deviation for every keypoint.
    public static AdalossMaps fixed(double sigma, int keypoints) {
        return new AdalossMaps(Collections.nCopies(keypoints, sigma), true);
    }

    @Override
    public KeypointForm form() {
        return KeypointForm.ADALOSS;
    }

    @Override
    public Value add(MapOutput maps, MapOutput gradient, List<MapTarget> targets, double gain) {
        int keypoints = maps.layout().keypoints();
        if (sigmas.size() != keypoints) {
            throw new IllegalArgumentException(sigmas + " for " + keypoints + " keypoints");
        }
        double[] sums = new double[keypoints];
        int[] counts = new int[keypoints];
        double[][] scales = new double[keypoints][maps.batch()];
        for (int k = 0; k < keypoints; k++) {
            for (int picture = 0; picture < maps.batch(); picture++) {
                double[] y = target(maps, targets, picture, k);
                double scale = scale(y);
                if (Double.isFinite(scale)) {
                    scales[k][picture] = scale;
                    sums[k] += scale * difference(maps, gradient, picture, k, y);
                    counts[k]++;
                }
            }
        }
        int all = Math.max(1, Arrays.stream(counts).sum());
        for (int k = 0; k < keypoints; k++) {
            for (int picture = 0; picture < maps.batch(); picture++) {
                double factor = 2 * gain * scales[k][picture] / maps.cells() / all;
                int from = maps.from(picture, maps.layout().keypointMap(k));
                for (int i = from; i < from + maps.cells(); i++) {
                    gradient.values()[i] *= (float) factor;
                }
            }
        }
        return new Value(
                Arrays.stream(sums).sum() / all,
                0,
                KeypointTally.empty(keypoints).plus(sums, counts));
    }

    /// What a mean square is multiplied with; not finite for a map without target.
    private double scale(double[] y) {
        double sum = 0;
        double squares = 0;
        for (double v : y) {
            sum += v;
            squares += v * v;
        }
        double mean = sum / y.length;
        return relative ? y.length / squares : 1 / (mean * mean);
    }

    /// The mean square; the differences themselves are left in the gradient's channel.
    private static double difference(
            MapOutput maps, MapOutput gradient, int picture, int k, double[] y) {
        int from = maps.from(picture, maps.layout().keypointMap(k));
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double error = maps.values()[from + i] - y[i];
            gradient.values()[from + i] = (float) error;
            sum += error * error;
        }
        return sum / y.length;
    }

    private double[] target(MapOutput maps, List<MapTarget> targets, int picture, int k) {
        double[] y = new double[maps.cells()];
        for (MapTarget target : targets) {
            if (target.picture() == picture) {
                target.points().get(k).ifPresent(p -> paint(y, maps.columns(), p, sigmas.get(k)));
            }
        }
        return y;
    }

    private static void paint(double[] y, int columns, Point place, double sigma) {
        int rows = y.length / columns;
        double[] across = profile(columns, place.x() - 0.5, sigma);
        double[] down = profile(rows, place.y() - 0.5, sigma);
        for (int row = 0; row < rows; row++) {
            if (down[row] > 0) {
                for (int column = 0; column < columns; column++) {
                    int at = row * columns + column;
                    y[at] = Math.max(y[at], down[row] * across[column]);
                }
            }
        }
    }

    /// A Gaussian of two coordinates is the product of two of one.
    private static double[] profile(int cells, double centre, double sigma) {
        double[] profile = new double[cells];
        for (int i = 0; i < cells; i++) {
            double d = (i - centre) / sigma;
            profile[i] = Math.abs(d) > REACH ? 0 : Math.exp(-d * d / 2);
        }
        return profile;
    }
}
