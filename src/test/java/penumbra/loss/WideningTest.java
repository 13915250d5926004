package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.NoiseLaw;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

class WideningTest {

    private static final Helium HELIUM = new Helium(SigmaLaw.PAPER, Rings.MEAN, Norm.L2, 0);
    private static final LabelContext LABEL = LabelContext.of(1);

    private static PoseLoss term(KeypointLoss loss) {
        return new PoseLoss(loss, LossUnits.INPUT_PX, Reduction.MEAN, 3);
    }

    @Test
    void theOksTermGetsEachKeypointsOwnFactor() {
        PoseTerm wide = Widening.of(new YoloPose(List.of(0.2, 0.3), 12), List.of(2.0, 1.0));

        assertThat(wide).isEqualTo(new YoloPose(List.of(0.4, 0.3), 12));
    }

    /// H(e; f sigma) = f H(e / f; sigma).
    @Test
    void ringsGrowByTheGeometricMean() {
        PoseLoss wide = (PoseLoss) Widening.of(term(HELIUM), List.of(8.0, 2.0));
        Point e = new Point(0.3, -0.2);

        assertThat(wide.gain()).isEqualTo(3);
        assertThat(wide.loss().at(e, LABEL).value())
                .isCloseTo(4 * HELIUM.at(e.times(0.25), LABEL).value(), within(1e-12));
    }

    @Test
    void everyLossWithALawIsWidenedAndTheOthersStay() {
        Point e = new Point(0.01, 0);
        for (KeypointLoss loss : Losses.ALL) {
            PoseLoss wide = (PoseLoss) Widening.of(term(loss), List.of(4.0));
            boolean hasLaw = LossParameters.of(loss).containsKey("alpha");

            assertThat(wide.loss().equals(loss)).as(loss.id()).isEqualTo(!hasLaw);
            assertThat(wide.loss().id()).isEqualTo(loss.id());
            assertThat(wide.loss().at(e, LABEL).value()).isFinite();
        }
    }

    @Test
    void factorsOfOneChangeNothing() {
        for (PoseTerm term : List.of(term(HELIUM), new YoloPose(List.of(0.25), 12))) {
            assertThat(Widening.of(term, List.of(1.0))).isEqualTo(term);
        }
    }

    @Test
    void noiseIsMultipliedInBothDirections() {
        NoiseLaw law = EndNoise::assumed;
        EndNoise wide = law.widened(3).at(new Point(1, 0), 100);

        assertThat(wide.along()).isCloseTo(4.5, within(1e-12));
        assertThat(wide.across()).isCloseTo(2.1, within(1e-12));
    }

    @Test
    void factorsThatAreNoneAreRefused() {
        assertThatThrownBy(() -> Widening.of(term(HELIUM), List.of(0.0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Widening.of(new YoloPose(List.of(0.2), 12), List.of(1.0, 1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
