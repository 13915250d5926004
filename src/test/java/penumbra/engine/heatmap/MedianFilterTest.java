package penumbra.engine.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.Heatmap;

class MedianFilterTest {

    private static final Point A = new Point(41.3, 50.8);
    private static final Point B = new Point(120.9, 77.2);

    @Test
    void aSingleHighCellGoesAndAWideGaussianStays() {
        Heatmap map = Heatmap.gaussian(40, 30, new Point(20, 15), 4);
        double[] values = map.values().clone();
        values[5 * 40 + 5] = 0.9;

        Heatmap filtered = MedianFilter.of(new Heatmap(40, 30, values), 0.05);

        assertThat(filtered.at(5, 5)).isLessThan(1e-3);
        // The 25th of 49 cells around the top lies sqrt(8) cells away.
        assertThat(filtered.at(20, 15)).isCloseTo(Math.exp(-8 / 32.0), within(1e-12));
        assertThat(filtered.at(35, 25)).isZero();
    }

    @Test
    void aPeakNarrowerThanTheWindowIsKeptByASmallerOne() {
        Heatmap narrow = Heatmap.gaussian(40, 30, new Point(20, 15), 1);

        assertThat(MedianFilter.of(narrow, 0.05).at(20, 15))
                .isCloseTo(Math.exp(-0.5), within(1e-12));

        Heatmap single = Heatmap.of(40, 30, List.of(new Heatmap.Spot(20, 15, 0, 0.2)));
        assertThat(MedianFilter.of(single, 0.05)).isSameAs(single);
    }

    /// A spike is no keypoint, Gaussians of two plates are two.
    @Test
    void twoLandmarksOfAKindAreFoundBetweenCellsAndASpikeIsNot() {
        List<KeypointPeak> peaks = peaks(1.2);

        assertThat(peaks).hasSize(2);
        for (Point landmark : List.of(A, B)) {
            assertThat(
                            peaks.stream()
                                    .mapToDouble(p -> p.at().distance(landmark))
                                    .min()
                                    .orElseThrow())
                    .isLessThan(0.02);
        }
    }

    @Test
    void whatIsWiderThanOneAndAHalfCellsIsNoPeak() {
        assertThat(peaks(1.4)).hasSize(2);
        assertThat(peaks(1.6)).isEmpty();
    }

    /// Of a map with two landmarks and a spike.
    private static List<KeypointPeak> peaks(double sigma) {
        HeatmapLayout layout = new HeatmapLayout(KeypointForm.ADALOSS, 1, 1, 4);
        AnchorGrid input = new AnchorGrid(128, 160);
        MapOutput maps = new MapOutput(layout, input, 1, new float[8 * 32 * 40]);
        int from = maps.from(0, layout.keypointMap(0));
        for (Point p : List.of(A, B)) {
            Point node = p.times(0.25).minus(new Point(0.5, 0.5));
            double[] y = Heatmap.gaussian(40, 32, node, sigma).values();
            for (int i = 0; i < y.length; i++) {
                maps.values()[from + i] += (float) y[i];
            }
        }
        maps.values()[from + 3 * 40 + 30] = 0.8f;
        return KeypointPeak.of(maps, 0, 0);
    }
}
