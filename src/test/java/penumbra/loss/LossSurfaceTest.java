package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

class LossSurfaceTest {

    private static final LabelContext LABEL = LabelContext.of(1);
    private static final Helium HELIUM = new Helium(SigmaLaw.CALIBRATED, Rings.MEAN, Norm.L2, 0);

    @Test
    void theMiddleNodeIsTheLabelAndCornersAreTheRange() {
        LossSurface surface = LossSurface.of(HELIUM, LABEL, 8, LossSurface.NODES);
        assertThat(surface.axis()).hasSize(129).startsWith(-8.0).endsWith(8.0);
        assertThat(surface.axis()[64]).isZero();
        assertThat(surface.value(64, 64)).isEqualTo(surface.atLabel());
        assertThat(surface.atLabel()).isCloseTo(1.2130125, within(5e-8));
        assertThat(surface.value(0, 128)).isEqualTo(HELIUM.at(new Point(8, -8), LABEL).value());
    }

    @Test
    void gradientsAreThoseOfTheLossAtEveryNode() {
        LossSurface surface = LossSurface.of(HELIUM, LABEL, new double[] {-1, 0.5, 2});
        LossValue at = HELIUM.at(new Point(2, 0.5), LABEL);
        assertThat(surface.dx()[5]).isEqualTo(at.dx());
        assertThat(surface.dy()[5]).isEqualTo(at.dy());
    }

    @Test
    void filtersAreScaledToTheirWeights() {
        assertThat(FilterNormalisation.of(new double[] {3, 4}, new double[] {1, 0}))
                .containsExactly(new double[] {5, 0}, within(1e-9));
        assertThat(FilterNormalisation.of(new double[] {1, 0}, new double[] {3, 4}))
                .containsExactly(new double[] {0.6, 0.8}, within(1e-9));
        assertThat(FilterNormalisation.of(new double[2], new double[2])).containsOnly(0);
        assertThatThrownBy(() -> FilterNormalisation.of(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
