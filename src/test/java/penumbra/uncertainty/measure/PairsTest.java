package penumbra.uncertainty.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class PairsTest {

    private static Target plate(double... xy) {
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < xy.length; i += 2) {
            points.add(Keypoint.visible(xy[i], xy[i + 1]));
        }
        return Target.of(0, points, Optional.empty(), "");
    }

    private static final Target FIRST = plate(0, 0, 0, 20, 60, 20, 60, 0);

    /// Upright bars: along is y, outwards up for upper ends and down for lower ones.
    @Test
    void differencesAreAlongAndAcrossTheBarOutwards() {
        Target second = plate(0, -2, 1, 23, 60, 20, 60, 1);
        SecondLook look = SecondLook.of(FIRST, second, Schema.ARMOR_PLATE);
        assertThat(look.swapped()).isEmpty();
        assertThat(look.pairs()).hasSize(4);
        NoisePair lowerLeft = look.pairs().get(1);
        // The middle bar runs from (0, -1) to (0.5, 21.5): nearly upright.
        Point out = new Point(0.5, 22.5).times(1 / Math.hypot(0.5, 22.5));
        assertThat(lowerLeft.along()).isCloseTo(new Point(1, 3).dot(out), within(1e-12));
        assertThat(lowerLeft.distance()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(look.pairs().get(0).along()).isCloseTo(2, within(0.01));
        assertThat(look.pairs().get(3).along()).isCloseTo(-1, within(1e-12));
        assertThat(look.pairs().get(0).gap()).isCloseTo(19.5, within(1e-12));
    }

    @Test
    void swappedCornersAreNoNoise() {
        Target swapped = plate(0, 20, 0, 0, 60, 20, 60, 0);
        SecondLook look = SecondLook.of(FIRST, swapped, Schema.ARMOR_PLATE);
        assertThat(look.swapped()).containsExactly(0, 1);
        assertThat(look.pairs()).hasSize(2);
    }

    @Test
    void onlyWhatBothLabelledIsAPair() {
        List<Keypoint> points = new ArrayList<>(FIRST.keypoints());
        points.set(2, Keypoint.UNLABELLED);
        SecondLook look = SecondLook.of(FIRST, FIRST.withKeypoints(points), Schema.ARMOR_PLATE);
        assertThat(look.pairs()).hasSize(2);
        List<Keypoint> none = Collections.nCopies(4, Keypoint.UNLABELLED);
        assertThat(SecondLook.of(FIRST, FIRST.withKeypoints(none), Schema.ARMOR_PLATE).pairs())
                .isEmpty();
    }

    /// D = (1, -2, 3): median 2.
    @Test
    void theRobustSigmaIsTheMedianOverItsNormalValue() {
        assertThat(PairSigma.robust(new double[] {1, -2, 3})).isCloseTo(2.096716, within(5e-7));
        assertThat(PairSigma.plain(new double[] {3, 4})).isCloseTo(2.5, within(1e-15));
        List<NoisePair> pairs = List.of(new NoisePair(1, -2, 5), new NoisePair(3, 2, 5));
        assertThat(PairSigma.isotropic(pairs)).isCloseTo(2.096716, within(5e-7));
        assertThat(PairSigma.along(pairs)).isCloseTo(Math.sqrt(10 / 4.0), within(1e-15));
        assertThat(PairSigma.across(pairs)).isCloseTo(Math.sqrt(8 / 4.0), within(1e-15));
    }

    @Test
    void threeAnnotatorsTellEachOthersNoise() {
        assertThat(Annotators.variances(5, 8, 9)).containsExactly(2.0, 3.0, 6.0);
        assertThat(Annotators.variances(1, 1, 4)).containsExactly(0.0, 2.0, 2.0);
        assertThat(Annotators.cleanError(5, 3)).isEqualTo(4);
        assertThat(Annotators.cleanError(3, 5)).isZero();
    }

    @Test
    void aParallelogramHasNoNoiseAndNoisyCornersShowTheirs() {
        Quad exact =
                new Quad(new Point(0, 0), new Point(2, 20), new Point(52, 24), new Point(50, 4));
        assertThat(Parallelogram.sigma(List.of(exact))).isZero();
        SplittableRandom random = new SplittableRandom(3);
        List<Quad> noisy = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            noisy.add(
                    Quad.of(
                            exact.corners().stream()
                                    .map(c ->
                                            c.plus(
                                                    new Point(
                                                            1.3 * random.nextGaussian(),
                                                            1.3 * random.nextGaussian())))
                                    .toList()));
        }
        // 10,000 squares: known to 0.7 %.
        assertThat(Parallelogram.sigma(noisy)).isCloseTo(1.3, within(0.03));
    }

    /// Points on the law itself: D so that y is ln 2 - 0.03 d exactly.
    @Test
    void theExponentialFitFindsALawWithoutNoise() {
        List<ExponentialFit.Difference> differences = new ArrayList<>();
        double log = 0.5772156649015329 + Math.log(2);
        for (double d = 10; d < 60; d += 7) {
            double y = Math.log(2) - 0.03 * d;
            double value = Math.sqrt(2 * Math.exp(2 * y - log));
            differences.add(new ExponentialFit.Difference(d, d % 2 == 0 ? value : -value));
        }
        ExponentialFit fit = ExponentialFit.of(differences, 0.1);
        assertThat(fit.alpha()).isCloseTo(2, within(1e-12));
        assertThat(fit.beta()).isCloseTo(0.03, within(1e-14));
        differences.set(0, new ExponentialFit.Difference(10, 0));
        assertThat(ExponentialFit.of(differences, 0.1).alpha()).isFinite();
        assertThatThrownBy(() -> ExponentialFit.of(differences.subList(0, 1), 0.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
