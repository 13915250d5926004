package penumbra.engine.heatmap;

import java.util.Arrays;
import penumbra.uncertainty.heatmap.Heatmap;

/// The median of the cells around each cell: takes single high cells away.
///
/// Source: \[S1\] 4.2, window 7 x 7. Departure: a peak narrower than the window would go as well,
/// so the largest window of 7, 5 and 3 that leaves half of the highest value is taken, or none. The
/// border has fewer cells.
final class MedianFilter {

    private static final int[] WINDOWS = {7, 5, 3};
    private static final double LEFT = 0.5;

    private MedianFilter() {}

    /// @param floor cells that are not above it are not looked at and become 0
    static Heatmap of(Heatmap map, double floor) {
        double highest = Arrays.stream(map.values()).max().orElseThrow();
        for (int window : WINDOWS) {
            Heatmap filtered = of(map, floor, window / 2);
            if (Arrays.stream(filtered.values()).max().orElseThrow() >= LEFT * highest) {
                return filtered;
            }
        }
        return map;
    }

    private static Heatmap of(Heatmap map, double floor, int reach) {
        double[] values = new double[map.values().length];
        double[] around = new double[(2 * reach + 1) * (2 * reach + 1)];
        for (int y = 0; y < map.height(); y++) {
            for (int x = 0; x < map.width(); x++) {
                if (map.at(x, y) > floor) {
                    values[y * map.width() + x] = median(map, x, y, reach, around);
                }
            }
        }
        return new Heatmap(map.width(), map.height(), values);
    }

    private static double median(Heatmap map, int x, int y, int reach, double[] around) {
        int count = 0;
        for (int j = Math.max(0, y - reach); j <= Math.min(map.height() - 1, y + reach); j++) {
            for (int i = Math.max(0, x - reach); i <= Math.min(map.width() - 1, x + reach); i++) {
                around[count++] = map.at(i, j);
            }
        }
        Arrays.sort(around, 0, count);
        return around[count / 2];
    }
}
