package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class LabelNoiseTest {

    private static final int LABELS = 20_000;
    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    /// Bars of 50 px that lean as (3, 4) / 5, 100 px apart: `d_min` is 50 px.
    private static final Target PLATE =
            target(
                    Keypoint.visible(100, 100),
                    Keypoint.visible(130, 140),
                    new Keypoint(new Point(230, 140), Visibility.OCCLUDED),
                    Keypoint.visible(200, 100));

    private static Target target(Keypoint... points) {
        return new Target(new UUID(1, 2), 3, List.of(points), Optional.empty(), "");
    }

    /// Every normal draw is one standard deviation, every uniform one 0.5: no outlier.
    private record Constant(double gaussian) implements RandomGenerator {
        @Override
        public long nextLong() {
            return 0;
        }

        @Override
        public double nextDouble() {
            return 0.5;
        }

        @Override
        public double nextGaussian() {
            return gaussian;
        }
    }

    private static Point error(Target noisy, Target truth, int index) {
        return noisy.keypoints().get(index).at().minus(truth.keypoints().get(index).at());
    }

    @Test
    void noNoiseIsTheTruthItself() {
        assertThat(LabelNoise.NONE.apply(PLATE, SCHEMA, new SplittableRandom(1))).isSameAs(PLATE);
    }

    @Test
    void sigmasFollowTheFormulas() {
        assertThat(LabelNoise.A.sigmaAlong(50)).isEqualTo(1.5);
        assertThat(LabelNoise.A.sigmaAcross(50)).isEqualTo(1.5);
        assertThat(LabelNoise.B.sigmaAlong(400)).isEqualTo(1.5);
        // 0.03 * 66.6667 = 2; sqrt(2.25 + 4) = 2.5
        assertThat(LabelNoise.C.sigmaAlong(200 / 3.0)).isCloseTo(2.5, within(1e-12));
        assertThat(LabelNoise.C.sigmaAcross(200 / 3.0)).isCloseTo(2.5 / 3, within(1e-12));
        assertThat(LabelNoise.D.sigmaAlong(200 / 3.0)).isCloseTo(2.5, within(1e-12));
    }

    /// Without a normal error only the bias is left: 1 px along (-0.6, -0.8) for the upper ends and
    /// along (0.6, 0.8) for the lower ones.
    @Test
    void theBiasOfDPointsOutOfTheBarAtEveryEnd() {
        Target noisy = LabelNoise.D.apply(PLATE, SCHEMA, new Constant(0));
        for (int i = 0; i < 4; i++) {
            double way = i == 0 || i == 3 ? -1 : 1;
            assertThat(error(noisy, PLATE, i).distance(new Point(0.6 * way, 0.8 * way)))
                    .isLessThan(1e-12);
        }
    }

    /// One deviation along and across: for TL out is (-0.6, -0.8), across is (0.8, -0.6).
    @Test
    void theErrorOfCLiesAlongAndAcrossTheBar() {
        double along = Math.sqrt(1.5 * 1.5 + 1.5 * 1.5);
        Point expected =
                new Point(-0.6, -0.8).times(along).plus(new Point(0.8, -0.6).times(along / 3));
        Target noisy = LabelNoise.C.apply(PLATE, SCHEMA, new Constant(1));
        assertThat(error(noisy, PLATE, 0).distance(expected)).isLessThan(1e-12);
    }

    @Test
    void everythingButThePositionsStays() {
        Target noisy = LabelNoise.D.apply(PLATE, SCHEMA, new SplittableRandom(4));
        assertThat(noisy.id()).isEqualTo(PLATE.id());
        assertThat(noisy.classIndex()).isEqualTo(3);
        assertThat(noisy.keypoints().stream().map(Keypoint::visibility))
                .containsExactly(
                        Visibility.VISIBLE,
                        Visibility.VISIBLE,
                        Visibility.OCCLUDED,
                        Visibility.VISIBLE);
    }

    @Test
    void theSameSeedGivesTheSameLabel() {
        assertThat(LabelNoise.C.apply(PLATE, SCHEMA, new SplittableRandom(9)))
                .isEqualTo(LabelNoise.C.apply(PLATE, SCHEMA, new SplittableRandom(9)))
                .isNotEqualTo(LabelNoise.C.apply(PLATE, SCHEMA, new SplittableRandom(10)));
    }

    @Test
    void aPointWithoutAPositionStaysAndItsPartnerHasNoBias() {
        Target half =
                target(
                        Keypoint.UNLABELLED,
                        Keypoint.visible(130, 140),
                        Keypoint.visible(230, 140),
                        Keypoint.visible(200, 100));
        Target noisy = LabelNoise.D.apply(half, SCHEMA, new Constant(0));
        assertThat(noisy.keypoints().get(0)).isEqualTo(Keypoint.UNLABELLED);
        assertThat(error(noisy, half, 1).norm()).isZero();
        assertThat(error(noisy, half, 2).norm()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aBarWithoutLengthIsNoDivisionByZero() {
        Target flat =
                target(
                        Keypoint.visible(5, 5),
                        Keypoint.visible(5, 5),
                        Keypoint.visible(9, 5),
                        Keypoint.visible(9, 5));
        Target noisy = LabelNoise.D.apply(flat, SCHEMA, new SplittableRandom(2));
        assertThat(noisy.labelledPoints()).hasSize(4);
    }

    /// Mean, variance and outlier share against the formulas. With outlier share q and factor 5 the
    /// variance is `s² (1 + 24 q)` and the fourth moment `3 s⁴ (1 + 624 q)`; five standard errors
    /// are allowed, which a right implementation exceeds about once in a million seeds.
    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C", "D"})
    void momentsFollowTheFormulas(LabelNoise noise) {
        var random = new SplittableRandom(77);
        double[] sums = new double[6];
        for (int i = 0; i < LABELS; i++) {
            Target noisy = noise.apply(PLATE, SCHEMA, random);
            for (int k = 0; k < 4; k++) {
                double way = k == 0 || k == 3 ? -1 : 1;
                Point e = error(noisy, PLATE, k);
                double along = way * (0.6 * e.x() + 0.8 * e.y()) - noise.bias();
                double across = 0.8 * e.x() - 0.6 * e.y();
                sums[0] += along;
                sums[1] += along * along;
                sums[2] += across;
                sums[3] += across * across;
                sums[4] += along * across;
            }
        }
        double n = 4.0 * LABELS;
        double q = noise.outlierShare();
        double alongVariance = Math.pow(noise.sigmaAlong(50), 2) * (1 + 24 * q);
        double acrossVariance = Math.pow(noise.sigmaAcross(50), 2) * (1 + 24 * q);
        double spread = Math.sqrt((3 * (1 + 624 * q) / Math.pow(1 + 24 * q, 2) - 1) / n);
        assertThat(sums[0] / n).isCloseTo(0, within(5 * Math.sqrt(alongVariance / n)));
        assertThat(sums[2] / n).isCloseTo(0, within(5 * Math.sqrt(acrossVariance / n)));
        assertThat(sums[1] / n).isCloseTo(alongVariance, within(5 * spread * alongVariance));
        assertThat(sums[3] / n).isCloseTo(acrossVariance, within(5 * spread * acrossVariance));
        double product = Math.sqrt(alongVariance * acrossVariance);
        double mixed = Math.sqrt((1 + 624 * q) / Math.pow(1 + 24 * q, 2) / n);
        assertThat(sums[4] / n).isCloseTo(0, within(5 * mixed * product));
    }

    /// A normal error exceeds four standard deviations about once in 16,000, an outlier's with
    /// probability P(|z| > 0.8) = 0.4237.
    @Test
    void theShareOfLargeErrorsIsThatOfOutliers() {
        var random = new SplittableRandom(78);
        int large = 0;
        for (int i = 0; i < LABELS; i++) {
            Target noisy = LabelNoise.B.apply(PLATE, SCHEMA, random);
            for (int k = 0; k < 4; k++) {
                double across = error(noisy, PLATE, k).dot(new Point(0.8, -0.6));
                large += Math.abs(across) > 4 * 1.5 ? 1 : 0;
            }
        }
        double n = 4.0 * LABELS;
        double expected = 0.1 * 0.42371 + 0.9 * 6.334e-5;
        assertThat(large / n)
                .isCloseTo(expected, within(5 * Math.sqrt(expected * (1 - expected) / n)));
    }
}
