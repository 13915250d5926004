package penumbra.uncertainty.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class PeakWidthTest {

    @Test
    void aGaussianHasItsOwnWidthAtTheBorderToo() {
        for (double sigma : new double[] {0.8, 2, 7.5}) {
            Heatmap inside = Heatmap.gaussian(40, 30, new Point(20, 15), sigma);
            assertThat(PeakWidth.of(inside, 20, 15)).isCloseTo(sigma, within(1e-9));
            Heatmap corner = Heatmap.gaussian(40, 30, new Point(39, 1), sigma);
            assertThat(PeakWidth.of(corner, 39, 1)).isCloseTo(sigma, within(1e-9));
        }
    }

    @Test
    void betweenCellsItIsTheWidthButForAFewHundredths() {
        Heatmap between = Heatmap.gaussian(40, 30, new Point(20.5, 15.5), 2.5);
        // Along each axis the cells lie 2.5 and 1.5 away, the top's own 0.5.
        double mean = (Math.exp(-6.25 / 12.5) + Math.exp(-2.25 / 12.5)) / 2;
        double top = Math.exp(-0.25 / 12.5);
        assertThat(PeakWidth.of(between, 20, 15))
                .isCloseTo(2 / Math.sqrt(2 * Math.log(top / mean)), within(1e-9))
                .isCloseTo(2.5, within(0.06));
    }

    @Test
    void aSingleCellHasNoWidthAndAPlainIsEndless() {
        assertThat(PeakWidth.of(Heatmap.of(9, 9, List.of(new Heatmap.Spot(4, 4, 0, 1))), 4, 4))
                .isZero();
        double[] plain = new double[81];
        Arrays.fill(plain, 0.3);
        assertThat(PeakWidth.of(new Heatmap(9, 9, plain), 4, 4)).isInfinite();
    }
}
