package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Normaliser;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;
import penumbra.uncertainty.TargetScale;

/// The Helium family: its properties, limits and forms.
class HeliumTest {

    private static final Helium MEAN = helium(Normaliser.MEAN);
    private static final Helium PAPER = helium(Normaliser.PAPER);
    private static final Rice RICE = new Rice(SigmaLaw.PAPER);

    private static Helium helium(Normaliser normaliser) {
        return new Helium(SigmaLaw.PAPER, new Rings(RingWeights.PAPER, normaliser), Norm.L2, 0);
    }

    private static List<Point> residuals(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            points.add(new Point(random.nextDouble(-6, 6), random.nextDouble(-6, 6)));
        }
        return points;
    }

    private static Point turned(Point p, double angle) {
        return new Point(
                p.x() * Math.cos(angle) - p.y() * Math.sin(angle),
                p.x() * Math.sin(angle) + p.y() * Math.cos(angle));
    }

    @Test
    void thePrintedNormaliserIsAGainOnly() {
        double gain = 8.976 / 1.997;
        for (Point e : residuals(50)) {
            assertThat(PAPER.at(e, 1.3).value())
                    .isCloseTo(gain * MEAN.at(e, 1.3).value(), within(1e-12));
        }
        assertThat(Rings.PAPER.farSlope()).isCloseTo(4.494742, within(1e-6));
        assertThat(Rings.MEAN.farSlope()).isCloseTo(1, within(1e-15));
    }

    @Test
    void theMiddleOfTwoPlacesCostsNoMoreThanTheirMean() {
        List<Point> places = residuals(200);
        for (int i = 0; i + 1 < places.size(); i++) {
            Point a = places.get(i);
            Point b = places.get(i + 1);
            double ends = (MEAN.at(a, 1).value() + MEAN.at(b, 1).value()) / 2;
            assertThat(MEAN.at(a.plus(b).times(0.5), 1).value()).isLessThanOrEqualTo(ends + 1e-12);
        }
    }

    @Test
    void anEighthOfATurnChangesNothing() {
        for (Point e : residuals(50)) {
            LossValue here = MEAN.at(e, 1.7);
            LossValue there = MEAN.at(turned(e, Math.PI / 4), 1.7);
            assertThat(there.value()).isCloseTo(here.value(), within(1e-12));
            assertThat(there.gradient().distance(turned(here.gradient(), Math.PI / 4)))
                    .isLessThan(1e-12);
        }
    }

    /// H(d) = d + 0.48641 sigma² / d + O(d⁻³); at d = 20 and sigma 1 MATHS gives 20.02434.
    @Test
    void farOutItIsTheDistance() {
        assertThat(MEAN.at(new Point(20, 0), 1).value()).isCloseTo(20.02434, within(5e-5));
        for (double d : List.of(50.0, 200.0, 1000.0)) {
            double rest = MEAN.at(new Point(d, 0), 1).value() - d - 0.48641 / d;
            assertThat(Math.abs(rest)).isLessThan(1e-5 / d + 2 / (d * d * d));
        }
    }

    @Test
    void slopesNearTheLabelAreTheListedOnes() {
        double[][] listed = {
            {0.25, 0.205}, {0.5, 0.301}, {1.5, 0.75}, {2, 0.85}, {3, 0.94}, {5, 0.98}
        };
        for (double[] row : listed) {
            // A tenth of a degree off the ring points, where a slope jumps.
            double slope = MEAN.at(turned(new Point(row[0], 0), 0.002), 1).slope();
            assertThat(slope).as("at " + row[0]).isCloseTo(row[1], within(0.02));
        }
    }

    @Test
    void withoutSigmaItIsEuclid() {
        for (Point e : residuals(20)) {
            assertThat(MEAN.at(e, 0).value()).isCloseTo(e.norm(), within(1e-12));
            assertThat(RICE.at(e, 0).value()).isEqualTo(e.norm());
        }
    }

    @Test
    void riceIsWithinTheStatedBoundOfTheWeightedMeanEverywhere() {
        double largest = 0;
        for (int i = 0; i <= 400; i++) {
            for (int j = 0; j < 8; j++) {
                Point e = turned(new Point(i * 0.02, 0), j * Math.PI / 32);
                double gap = MEAN.at(e, 1).value() - RICE.at(e, 1).value();
                largest = Math.max(largest, Math.abs(gap));
            }
        }
        assertThat(largest).isLessThanOrEqualTo(0.0404).isGreaterThan(0.04);
    }

    /// Numbers of the specification, from an independent implementation.
    @Test
    void riceHasItsClosedFormOnBothSidesOfTheSeries() {
        assertThat(RICE.at(new Point(0, 0), 1).value()).isCloseTo(1.2533141373155, within(1e-13));
        assertThat(RICE.at(new Point(50, 0), 1).value())
                .isCloseTo(50.01000100059996, within(1e-11));
        // x / 2 passes 30, where series and asymptote meet, at d = sqrt(120); the slope there is
        // 1 - sigma² / (2 d²) and terms of d⁻⁴.
        double d = Math.sqrt(120);
        double below = RICE.at(new Point(d - 1e-6, 0), 1).value();
        double above = RICE.at(new Point(d + 1e-6, 0), 1).value();
        assertThat((above - below) / 2e-6).isCloseTo(1 - 1 / 240.0, within(1e-4));
        Gradients.check(e -> RICE.at(e, 1), new Point(d, 0), 1);
    }

    @Test
    void equalDeviationsMakeAllFormsOne() {
        LabelContext even = new LabelContext(scale(100), EndNoise.isotropic(1.5));
        HeliumElliptic elliptic = new HeliumElliptic(Rings.MEAN, 0);
        HeliumMahalanobis maha = new HeliumMahalanobis(Rings.MEAN, 1.5, 0);
        HeliumPrecision precision = new HeliumPrecision(SigmaLaw.CALIBRATED, Rings.MEAN, 1.5, 0);
        for (Point e : residuals(50)) {
            double value = MEAN.at(e, 1.5).value();
            assertThat(elliptic.at(e, even).value()).isCloseTo(value, within(1e-12));
            assertThat(maha.at(e, even).value()).isCloseTo(value, within(1e-12));
            assertThat(precision.at(e, even).value()).isCloseTo(value, within(1e-12));
        }
    }

    /// In px the law of the source is below 1e-300 for a gap of 7,000 px.
    @Test
    void aVanishingSigmaLeavesEveryFormFinite() {
        LabelContext label = new LabelContext(scale(8000), EndNoise.isotropic(1));
        SigmaLaw pixel = SigmaLaw.PAPER.in(SigmaUnits.PIXEL);
        assertThat(pixel.sigma(label)).isZero();
        List<KeypointLoss> forms =
                List.of(
                        new Helium(pixel, Rings.MEAN, Norm.L2, 0),
                        new Rice(pixel),
                        new HeliumPrecision(pixel, Rings.MEAN, 1, 0));
        for (KeypointLoss form : forms) {
            assertThat(form.at(new Point(0, 0), label).slope()).isCloseTo(0, within(1e-9));
            assertThat(form.at(new Point(3, 4), label).value()).isFinite().isPositive();
        }
    }

    @Test
    void ellipsesTurnWithTheBar() {
        HeliumElliptic elliptic = new HeliumElliptic(Rings.MEAN, 0);
        HeliumMahalanobis maha = new HeliumMahalanobis(Rings.MEAN, 1, 0);
        for (Point e : residuals(50)) {
            for (double angle : List.of(0.3, 1.1, 2.9)) {
                LabelContext flat =
                        new LabelContext(scale(100), new EndNoise(3, 1, new Point(1, 0)));
                LabelContext steep =
                        new LabelContext(
                                scale(100), new EndNoise(3, 1, turned(new Point(1, 0), angle)));
                assertThat(elliptic.at(turned(e, angle), steep).value())
                        .isCloseTo(elliptic.at(e, flat).value(), within(1e-12));
                assertThat(maha.at(turned(e, angle), steep).value())
                        .isCloseTo(maha.at(e, flat).value(), within(1e-12));
            }
        }
    }

    /// theta 0, along 2, across 1: z is (1, 0), (0, 2), (0, 1) and 0.
    @Test
    void theMahalanobisFormHasTheListedValues() {
        LabelContext label = new LabelContext(scale(100), new EndNoise(2, 1, new Point(1, 0)));
        HeliumMahalanobis maha = new HeliumMahalanobis(Rings.MEAN, 1, 0);
        assertThat(maha.at(new Point(2, 0), label).value()).isCloseTo(1.5141325, within(5e-8));
        assertThat(maha.at(new Point(0, 2), label).value()).isCloseTo(2.2567136, within(5e-8));
        assertThat(maha.at(new Point(0, 1), label).value()).isCloseTo(1.5141325, within(5e-8));
        assertThat(maha.at(new Point(0, 0), label).value()).isCloseTo(1.2130125, within(5e-8));
    }

    @Test
    void sumOfAbsoluteCoordinatesIsAnotherNorm() {
        Helium l1 = new Helium(SigmaLaw.PAPER, Rings.MEAN, Norm.L1, 0);
        assertThat(l1.at(new Point(3, -4), 0).value()).isCloseTo(7, within(1e-14));
        Point near = new Point(0.3, 0.05);
        Gradients.check(e -> l1.at(e, 1), near, 1);
    }

    @Test
    void onTheLevelOfATargetTheSumIsBent() {
        LabelContext label = new LabelContext(scale(24), EndNoise.isotropic(1));
        Helium inner = new Helium(SigmaLaw.PAPER.in(SigmaUnits.CALIBRATED), Rings.MEAN, Norm.L2, 0);
        SmoothL1Helium whole = new SmoothL1Helium(inner, 10, SmoothL1Helium.Level.TARGET);
        List<KeypointResidual> points =
                List.of(
                        new KeypointResidual(new Point(1, 0.2), true, label),
                        new KeypointResidual(new Point(-0.5, 2), true, label),
                        new KeypointResidual(new Point(9, 9), false, label));
        double sum =
                inner.at(new Point(1, 0.2), label).value()
                        + inner.at(new Point(-0.5, 2), label).value();
        TargetValue value = whole.target(points, Reduction.MEAN);
        assertThat(value.value()).isCloseTo(sum * sum / 20, within(1e-14));
        Point expected = inner.at(new Point(1, 0.2), label).gradient().times(sum / 10);
        assertThat(value.gradients().getFirst().distance(expected)).isLessThan(1e-15);
        assertThat(value.gradients().getLast()).isEqualTo(new Point(0, 0));
    }

    @Test
    void calibratedOksAnnealsFromTheBoxToTheNoise() {
        LabelContext label =
                new LabelContext(
                        new TargetScale(24, 24, 1600, 8, 640), new EndNoise(2, 1, new Point(0, 1)));
        Point e = new Point(0, 6);
        // From half of 40 px to 3 · 2 px: z is 6 / 20, 6 / sqrt(120), 6 / 6.
        double[][] expected = {{0, 0.3}, {0.5, 6 / Math.sqrt(120)}, {1, 1}};
        for (double[] row : expected) {
            assertThat(new CalibratedOks(3, row[0]).at(e, label).value())
                    .isCloseTo(-Math.expm1(-row[1] * row[1] / 2), within(1e-14));
        }
    }

    private static TargetScale scale(double gap) {
        return new TargetScale(gap, gap, gap * gap, 8, 640);
    }
}
