package penumbra.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class SigmaLawTest {

    private static LabelContext label(double dMin, double stride) {
        return LabelContext.assumed(
                new TargetScale(dMin, 2 * dMin, dMin * dMin * 9, stride, 640), new Point(1, 0));
    }

    /// The table of units: sigma in px by the gap in px.
    @ParameterizedTest
    @CsvSource({
        "6, 0.027, 0.371, 0.771, 1.57, 31.97, 17.6, 0.278",
        "12, 0.015, 0.344, 0.742, 1.54, 31.94, 9.64, 0.516",
        "20, 0.0068, 0.312, 0.706, 1.50, 31.9, 4.33, 0.779",
        "40, 0.0009, 0.243, 0.623, 1.41, 31.8, 0.586, 1.213",
        "80, 1.7e-5, 0.147, 0.485, 1.25, 31.6, 0.011, 1.472",
        "200, 1e-10, 0.033, 0.229, 0.856, 31.0, 6.6e-8, 0.821"
    })
    void unitsMeanWhatTheTableSays(
            double d,
            double pixel,
            double grid8,
            double grid16,
            double grid32,
            double norm,
            double hybrid,
            double target) {
        check(SigmaUnits.PIXEL, d, 8, pixel);
        check(SigmaUnits.GRID, d, 8, grid8);
        check(SigmaUnits.GRID, d, 16, grid16);
        check(SigmaUnits.GRID, d, 32, grid32);
        check(SigmaUnits.NORM, d, 8, norm);
        check(SigmaUnits.HYBRID, d, 8, hybrid);
        check(SigmaUnits.TARGET, d, 8, target);
    }

    /// The table has two to four digits.
    private static void check(SigmaUnits units, double d, double stride, double expected) {
        assertThat(SigmaLaw.PAPER.in(units).sigma(label(d, stride)))
                .as(units + " at " + d)
                .isCloseTo(expected, within(0.051 * expected));
    }

    @Test
    void targetUnitsNeverLetRingsMeet() {
        SigmaLaw law = new SigmaLaw(5, 0.01, SigmaUnits.TARGET, ScaleMeasure.D_MIN, 8, false);
        for (double d : List.of(0.5, 3.0, 30.0, 300.0)) {
            assertThat(SigmaLaw.ringsDisjoint(d, law.sigma(label(d, 8)))).isTrue();
        }
    }

    @Test
    void calibratedIsTheMeasuredNoiseHeldToASixthOfTheGap() {
        EndNoise noise = new EndNoise(4, 1, new Point(0, 1));
        LabelContext wide = new LabelContext(label(60, 8).scale(), noise);
        assertThat(SigmaLaw.CALIBRATED.sigma(wide)).isEqualTo(2);
        LabelContext narrow = new LabelContext(label(6, 8).scale(), noise);
        assertThat(SigmaLaw.CALIBRATED.sigma(narrow)).isEqualTo(1);
    }

    @Test
    void theMeasureIsTheChosenLength() {
        LabelContext label = label(10, 8);
        double[] lengths = {10, 20, 30};
        for (ScaleMeasure measure : ScaleMeasure.values()) {
            SigmaLaw law = new SigmaLaw(1, 0.1, SigmaUnits.PIXEL, measure, 8, false);
            assertThat(law.sigma(label))
                    .isCloseTo(Math.exp(-0.1 * lengths[measure.ordinal()]), within(1e-15));
        }
    }

    /// From W(6 alpha beta) / beta on, rings stay apart; just before they meet.
    @Test
    void ringsAreDisjointFromTheStatedGapOn() {
        for (double alpha : List.of(0.01, 0.05, 3.0)) {
            for (double beta : List.of(0.0, 0.1, 2.0)) {
                SigmaLaw law =
                        new SigmaLaw(alpha, beta, SigmaUnits.PIXEL, ScaleMeasure.D_MIN, 8, false);
                double from = law.disjointFrom();
                assertThat(6 * law.at(from)).isCloseTo(from, within(1e-14 * from));
                assertThat(SigmaLaw.ringsDisjoint(from * 1.001, law.at(from * 1.001))).isTrue();
                assertThat(SigmaLaw.ringsDisjoint(from * 0.999, law.at(from * 0.999))).isFalse();
            }
        }
    }

    @Test
    void valuesThatMeanNothingAreRefused() {
        assertThatThrownBy(
                        () -> new SigmaLaw(0, 0.1, SigmaUnits.GRID, ScaleMeasure.D_MIN, 8, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> new SigmaLaw(1, -0.1, SigmaUnits.GRID, ScaleMeasure.D_MIN, 8, false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TargetScale(1, 1, -1, 8, 640))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EndNoise(1, 1, new Point(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTargetsScaleComesFromItsLabelledPoints() {
        Target plate =
                Target.of(
                        0,
                        List.of(
                                Keypoint.visible(100, 100),
                                Keypoint.visible(100, 124),
                                Keypoint.visible(160, 126),
                                Keypoint.visible(160, 101)),
                        Optional.empty(),
                        "");
        TargetScale scale = TargetScale.of(plate, Schema.ARMOR_PLATE, 16, 640);
        assertThat(scale).isEqualTo(new TargetScale(24, 24.5, 60 * 26, 16, 640));
        List<Keypoint> points = new ArrayList<>(plate.keypoints());
        points.set(0, Keypoint.UNLABELLED);
        TargetScale three =
                TargetScale.of(plate.withKeypoints(points), Schema.ARMOR_PLATE, 16, 640);
        assertThat(three.dMin()).isEqualTo(25);
        assertThat(three.barLength()).isEqualTo(25);
        Target blank = Target.of(0, List.of(Keypoint.UNLABELLED), Optional.empty(), "");
        assertThat(TargetScale.of(blank, Schema.plain(List.of("a"), List.of()), 8, 640).dMin())
                .isZero();
    }

    @Test
    void withFewerThanTwoPointsTheShorterSideOfTheBoxIsTheGap() {
        assertThat(SmallestGap.of(List.of(new Point(3, 3)))).isEmpty();
        assertThat(SmallestGap.of(List.of(new Point(3, 3)), new Box(0, 0, 60, 26))).isEqualTo(26);
        assertThat(SmallestGap.of(List.of(new Point(0, 0), new Point(3, 4), new Point(6, 8))))
                .hasValue(5);
    }
}
