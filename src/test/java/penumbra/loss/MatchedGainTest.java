package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

class MatchedGainTest {

    /// A box of 40 x 40 px.
    private static final LabelContext LABEL =
            new LabelContext(new TargetScale(24, 24, 1600, 8, 640), EndNoise.isotropic(1));

    /// The table of matched gains, against 12 · OKS with kappa 0.5.
    @ParameterizedTest
    @CsvSource({
        "0.01, 0.60, 0.43, 24.0",
        "0.03, 1.80, 1.27, 23.9",
        "0.05, 2.96, 2.10, 23.6",
        "0.1, 5.67, 4.01, 22.6",
        "0.2, 9.63, 6.81, 19.2",
        "0.5, 10.6, 7.52, 8.49"
    })
    void gainsAreThoseOfTheTable(double tau, String euclid, String l1, String l2) {
        check(new Euclid(0), tau, euclid);
        check(new L1(Coordinates.SUM), tau, l1);
        check(new L2(L2.Form.SQUARED, 1), tau, l2);
    }

    /// To the last digit that the table gives.
    private static void check(KeypointLoss loss, double tau, String listed) {
        BigDecimal expected = new BigDecimal(listed);
        double half = expected.ulp().doubleValue() / 2;
        assertThat(gain(loss, tau)).isCloseTo(expected.doubleValue(), within(half * 1.01));
    }

    @Test
    void theStockLossNeedsTheStockGain() {
        assertThat(gain(new Oks(0.25), 0.1)).isCloseTo(12, within(1e-4));
    }

    @Test
    void slopeOneIsIntegratedExactly() {
        assertThat(MatchedGain.meanSlope(new Euclid(0), LABEL, 3)).isCloseTo(1, within(1e-12));
    }

    private static double gain(KeypointLoss loss, double tau) {
        return MatchedGain.of(loss, LossUnits.BOX, LABEL, tau, 0.5, 12);
    }
}
