package penumbra.uncertainty.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import penumbra.data.scene.LabelNoise;
import penumbra.geometry.Point;
import penumbra.model.AxisLaw;
import penumbra.model.Estimate;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;

/// Calibration against simulated annotators whose noise is known, on plates as a pinhole camera
/// sees them.
class CalibrationTest {

    private static final int REPEATS = 100;
    private static final int PAIRS = 300;

    /// One simulated measurement and what it should have found at the plates' median gap.
    private record Measured(Calibration calibration, double along, double across) {}

    private static final List<Measured> RUNS = new ArrayList<>();

    /// A plate 135 mm wide with bars of 56 mm, turned about the vertical, 1.3 to 8.3 m before a
    /// lens of 1250 px, leaning a little: gaps of 7 to 55 px.
    static Target plate(SplittableRandom random) {
        double distance = random.nextDouble(1.3, 8.3);
        double yaw = Math.toRadians(random.nextDouble(-60, 60));
        double lean = Math.toRadians(15 + 5 * random.nextGaussian());
        double centreX = random.nextDouble(200, 1000);
        double centreY = random.nextDouble(200, 800);
        List<Keypoint> points = new ArrayList<>();
        double[][] corners = {{-1, -1}, {-1, 1}, {1, 1}, {1, -1}};
        for (double[] c : corners) {
            double x = c[0] * 0.0675;
            double y = c[1] * 0.028;
            double depth = distance + x * Math.sin(yaw) + y * Math.sin(lean) * Math.cos(yaw);
            double u = 1250 * (x * Math.cos(yaw) - y * Math.sin(lean) * Math.sin(yaw)) / depth;
            double v = 1250 * y * Math.cos(lean) / depth;
            points.add(Keypoint.visible(centreX + u, centreY + v));
        }
        return new Target(new UUID(0, 0), 0, points, Optional.empty(), "");
    }

    private static List<NoisePair> pairs(LabelNoise noise, int count, SplittableRandom random) {
        List<NoisePair> pairs = new ArrayList<>();
        while (pairs.size() < count) {
            Target truth = plate(random);
            Target first = noise.apply(truth, Schema.ARMOR_PLATE, random);
            Target second = noise.apply(truth, Schema.ARMOR_PLATE, random);
            pairs.addAll(SecondLook.of(first, second, Schema.ARMOR_PLATE).pairs());
        }
        return pairs.subList(0, count);
    }

    @BeforeAll
    static void measure() {
        SplittableRandom random = new SplittableRandom(300);
        for (int i = 0; i < REPEATS; i++) {
            Calibration calibration =
                    Calibration.of(pairs(LabelNoise.C, PAIRS, random.split()), SizeLaw.GROWING);
            double gap = calibration.usualGap();
            RUNS.add(
                    new Measured(
                            calibration,
                            LabelNoise.C.sigmaAlong(gap),
                            LabelNoise.C.sigmaAcross(gap)));
        }
    }

    private static Estimate along(Measured run) {
        return run.calibration().along(run.calibration().usualGap());
    }

    private static Estimate across(Measured run) {
        return run.calibration().across(run.calibration().usualGap());
    }

    /// 300 pairs know a deviation to 4.1 % at best; outliers and the law of size take a little
    /// more. 10 % is about two such deviations, so 95 of 100 repeats should be nearer.
    @Test
    void sigmaAlongAndAcrossIsRecoveredWithinTenPercentFrom300Pairs() {
        Measured first = RUNS.getFirst();
        assertThat(along(first).value()).isCloseTo(first.along(), within(0.1 * first.along()));
        assertThat(across(first).value()).isCloseTo(first.across(), within(0.1 * first.across()));
        assertThat(RUNS.stream().filter(r -> isNear(along(r), r.along())).count())
                .isGreaterThanOrEqualTo(90);
        assertThat(RUNS.stream().filter(r -> isNear(across(r), r.across())).count())
                .isGreaterThanOrEqualTo(90);
    }

    private static boolean isNear(Estimate estimate, double truth) {
        return Math.abs(estimate.value() / truth - 1) < 0.1;
    }

    @Test
    void estimatesAreNotBiasedByOutliers() {
        double along = RUNS.stream().mapToDouble(r -> along(r).value() / r.along()).sum() / REPEATS;
        double across =
                RUNS.stream().mapToDouble(r -> across(r).value() / r.across()).sum() / REPEATS;
        assertThat(along).isCloseTo(1, within(0.03));
        assertThat(across).isCloseTo(1, within(0.03));
        double share =
                RUNS.stream().mapToDouble(r -> r.calibration().outlierShare()).sum() / REPEATS;
        // Either of two looks is an outlier in 5 %.
        assertThat(share).isCloseTo(1 - 0.95 * 0.95, within(0.03));
    }

    @Test
    void theStatedIntervalHoldsTheTruthIn90To99Of100Repeats() {
        assertThat(RUNS.stream().filter(r -> along(r).holds(r.along())).count())
                .isBetween(90L, 99L);
        assertThat(RUNS.stream().filter(r -> across(r).holds(r.across())).count())
                .isBetween(90L, 99L);
    }

    @Test
    void aCommonErrorIsInvisibleButARelativeBiasIsMeasured() {
        SplittableRandom random = new SplittableRandom(12);
        List<NoisePair> biased = new ArrayList<>();
        for (NoisePair p : pairs(LabelNoise.A, 400, random)) {
            biased.add(new NoisePair(p.along() + 1.2, p.across() - 0.5, p.gap()));
        }
        Calibration calibration = Calibration.of(biased, SizeLaw.CONSTANT);
        assertThat(calibration.biasAlong().holds(1.2)).isTrue();
        assertThat(calibration.biasAcross().holds(-0.5)).isTrue();
        // 95 % of a mean of 400 differences with deviation 1.5 sqrt(2).
        double half = 1.96 * 1.5 * Math.sqrt(2.0 / 400);
        assertThat(calibration.biasAlong().high() - calibration.biasAlong().value())
                .isCloseTo(half, within(0.15 * half));
        assertThat(calibration.along(20).value()).isCloseTo(1.5, within(0.15));
        assertThat(calibration.outlierShare()).isZero();
        assertThat(calibration.outliers()).isEmpty();
    }

    @Test
    void pairsToLookAtAgainAreTheGrossOnes() {
        List<NoisePair> pairs = new ArrayList<>(pairs(LabelNoise.A, 100, new SplittableRandom(13)));
        pairs.set(17, new NoisePair(30, 4, 25));
        pairs.set(60, new NoisePair(-2, 22, 25));
        Calibration calibration = Calibration.of(pairs, SizeLaw.CONSTANT);
        assertThat(calibration.outliers()).contains(17, 60).hasSizeLessThan(6);
        assertThat(calibration.along(25).value()).isCloseTo(1.5, within(0.3));
    }

    /// Without a bias, outliers or a law of size the fit is `sqrt(Σ (D - mean)² / 2n)`, and its
    /// interval that of a normal deviation, 1 / sqrt(2 n) of it.
    @Test
    void withoutOutliersTheFitIsTheMomentsOfTheDifferences() {
        List<NoisePair> pairs = pairs(LabelNoise.A, 500, new SplittableRandom(14));
        Calibration calibration = Calibration.of(pairs, SizeLaw.CONSTANT);
        double mean = pairs.stream().mapToDouble(NoisePair::along).sum() / 500;
        double sum = pairs.stream().mapToDouble(p -> Math.pow(p.along() - mean, 2)).sum();
        assertThat(calibration.along(20).value()).isCloseTo(Math.sqrt(sum / 1000), within(1e-6));
        Estimate across = calibration.across(20);
        assertThat(Math.log(across.high() / across.value()))
                .isCloseTo(1.96 / Math.sqrt(1000), within(0.12 * 1.96 / Math.sqrt(1000)));
    }

    @Test
    void theLawThatMadeThePairsForetellsThemBest() {
        SplittableRandom random = new SplittableRandom(15);
        assertThat(Calibration.likeliest(drawn(SizeLaw.GROWING, random), 5))
                .isEqualTo(SizeLaw.GROWING);
        assertThat(Calibration.likeliest(drawn(SizeLaw.EXPONENTIAL, random), 5))
                .isEqualTo(SizeLaw.EXPONENTIAL);
    }

    private static double sigma(SizeLaw law, double gap) {
        return switch (law) {
            case CONSTANT -> 1.5;
            case EXPONENTIAL -> 3 * Math.exp(-0.03 * gap);
            case GROWING -> Math.hypot(0.5, 0.06 * gap);
        };
    }

    private static List<NoisePair> drawn(SizeLaw law, SplittableRandom random) {
        List<NoisePair> pairs = new ArrayList<>();
        for (int i = 0; i < 800; i++) {
            double gap = random.nextDouble(5, 60);
            double s = sigma(law, gap) * Math.sqrt(2);
            pairs.add(new NoisePair(s * random.nextGaussian(), s / 3 * random.nextGaussian(), gap));
        }
        return pairs;
    }

    @Test
    void lawsOfSizeHaveTheirParametersBack() {
        SplittableRandom random = new SplittableRandom(16);
        AxisLaw falling =
                Calibration.of(drawn(SizeLaw.EXPONENTIAL, random), SizeLaw.EXPONENTIAL).lawAlong();
        // Of 800 pairs the logarithm of alpha is known to about 0.06 and beta to 0.0016.
        assertThat(falling.atZero()).isCloseTo(3, within(0.36));
        assertThat(falling.decay()).isCloseTo(0.03, within(0.0032));
        AxisLaw growing =
                Calibration.of(drawn(SizeLaw.GROWING, random), SizeLaw.GROWING).lawAlong();
        assertThat(growing.atZero()).isCloseTo(0.5, within(0.2));
        assertThat(growing.growth()).isCloseTo(0.06, within(0.006));
        assertThat(growing.sigma(50)).isCloseTo(Math.hypot(0.5, 3), within(0.25));
    }

    @Test
    void whatLossesUseIsTheFitAtTheTargetsSize() {
        Calibration calibration = RUNS.getFirst().calibration();
        EndNoise noise = calibration.noise(new Point(0, 1), 20);
        assertThat(noise.along()).isEqualTo(calibration.along(20).value());
        assertThat(noise.across()).isEqualTo(calibration.across(20).value());
        double gap = calibration.usualGap();
        assertThat(calibration.oksSigma(40))
                .isEqualTo(
                        Math.hypot(calibration.along(gap).value(), calibration.across(gap).value())
                                / 40,
                        within(1e-15));
    }

    @Test
    void tooFewPairsAreRefusedAndEqualSizesHaveNoLaw() {
        List<NoisePair> few = pairs(LabelNoise.A, 19, new SplittableRandom(1));
        assertThatThrownBy(() -> Calibration.of(few, SizeLaw.CONSTANT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("19");
        SplittableRandom random = new SplittableRandom(2);
        List<NoisePair> equal = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            equal.add(new NoisePair(random.nextGaussian(), random.nextGaussian(), 24));
        }
        for (SizeLaw law : SizeLaw.values()) {
            Estimate estimate = Calibration.of(equal, law).along(24);
            assertThat(estimate.value()).isCloseTo(Math.sqrt(0.5), within(0.2));
            assertThat(estimate.low()).isFinite().isLessThan(estimate.value());
        }
    }

    @Test
    void twoLooksThatAgreeExactlyAreNoReasonToFail() {
        List<NoisePair> same = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            same.add(new NoisePair(0, 0, 20 + i));
        }
        for (SizeLaw law : SizeLaw.values()) {
            assertThat(Calibration.of(same, law).along(30).value()).isBetween(0.0, 1e-3);
        }
    }
}
