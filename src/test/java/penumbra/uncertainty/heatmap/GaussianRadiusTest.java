package penumbra.uncertainty.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

class GaussianRadiusTest {

    private static GaussianRadius correct(double w, double h, double o) {
        return GaussianRadius.of(w, h, o, RadiusFormula.CORRECT);
    }

    @Test
    void squaresHaveTheRadiiByHand() {
        GaussianRadius r = correct(10, 10, 0.7);
        assertThat(r.inside()).isCloseTo(10 * (1 - Math.sqrt(0.7)) / 2, within(1e-14));
        assertThat(r.outside()).isCloseTo(10 * (1 / Math.sqrt(0.7) - 1) / 2, within(1e-14));
        assertThat(r.shifted()).isCloseTo(10 * (1 - Math.sqrt(1 - 0.3 / 1.7)), within(1e-14));
    }

    @Test
    void correctRadiiGiveTheOverlapBackAndTheInsideCaseRules() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 20_000; i++) {
            double w = Math.exp(random.nextDouble(-5, 7));
            double h = Math.exp(random.nextDouble(-5, 7));
            double o = random.nextDouble(0.001, 0.999);
            GaussianRadius r = correct(w, h, o);
            assertThat(GaussianRadius.overlapOutside(w, h, r.outside())).isCloseTo(o, within(1e-9));
            assertThat(GaussianRadius.overlapInside(w, h, r.inside())).isCloseTo(o, within(1e-9));
            assertThat(GaussianRadius.overlapShifted(w, h, r.shifted())).isCloseTo(o, within(1e-9));
            assertThat(r.least()).isEqualTo(r.inside());
            assertThat(r.ruling()).isEqualTo(GaussianRadius.Case.INSIDE);
        }
    }

    /// Small plates at R = 4, rounded down: the correct radius is 0 where the public code has 2.
    @Test
    void wholeCellsAreThoseOfTheSpecification() {
        assertThat(correct(15, 8, 0.7).cells(0)).isZero();
        assertThat(correct(15, 8, 0.7).cells(1)).isEqualTo(1);
        assertThat(GaussianRadius.of(15, 8, 0.7, RadiusFormula.LEGACY).cells(0)).isEqualTo(2);
        assertThat(correct(30, 15, 0.7).cells(0)).isEqualTo(1);
        assertThat(GaussianRadius.of(30, 15, 0.7, RadiusFormula.LEGACY).cells(0)).isEqualTo(5);
        assertThat(correct(50, 25, 0.7).cells(0)).isEqualTo(2);
        assertThat(GaussianRadius.of(50, 25, 0.7, RadiusFormula.LEGACY).cells(0)).isEqualTo(9);
        assertThat(GaussianRadius.of(50, 25, 0.7, RadiusFormula.NOTE_LITERAL).ruling())
                .isEqualTo(GaussianRadius.Case.OUTSIDE);
    }

    @Test
    void whatIsNoBoxOrNoOverlapIsRefused() {
        assertThat(correct(0, 10, 0.7).least()).isZero();
        assertThat(correct(10, 10, 1).least()).isZero();
        assertThatThrownBy(() -> correct(-1, 10, 0.7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> correct(Double.NaN, 10, 0.7))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> correct(10, 10, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Quad quad(double... xy) {
        return new Quad(
                new Point(xy[0], xy[1]),
                new Point(xy[2], xy[3]),
                new Point(xy[4], xy[5]),
                new Point(xy[6], xy[7]));
    }

    @Test
    void aRectangleAtAnyAngleHasTheInsideRadius() {
        double expected = correct(60, 30, 0.7).inside();
        assertThat(QuadRadius.of(quad(0, 0, 0, 30, 60, 30, 60, 0), 0.7))
                .isCloseTo(expected, within(1e-13));
        // Turned by the angle of (0.8, 0.6).
        assertThat(QuadRadius.of(quad(0, 0, -18, 24, 30, 60, 48, 36), 0.7))
                .isCloseTo(expected, within(1e-12));
    }

    /// A rhombus with half diagonals 4 and 3: height of a side from the middle 2.4, so an inset of
    /// r leaves the share (1 - r / 2.4)².
    @Test
    void aRhombusShrinksAboutItsMiddle() {
        Quad rhombus = quad(0, -3, -4, 0, 0, 3, 4, 0);
        assertThat(QuadRadius.of(rhombus, 0.49)).isCloseTo(2.4 * 0.3, within(1e-13));
        assertThatThrownBy(() -> QuadRadius.of(quad(0, 0, 4, 4, 0, 4, 4, 0), 0.7))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
