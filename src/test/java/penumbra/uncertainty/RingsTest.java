package penumbra.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class RingsTest {

    @Test
    void pointsLieOnThreeRingsAboutTheLabel() {
        Point label = new Point(10, 20);
        List<Point> points = Rings.points(label, 2);
        assertThat(points).hasSize(24);
        for (int i = 0; i < 24; i++) {
            assertThat(points.get(i).distance(label)).isCloseTo(2 * (i / 8 + 1), within(1e-14));
        }
        Point sum = points.stream().reduce(new Point(0, 0), Point::plus);
        assertThat(sum.times(1 / 24.0).distance(label)).isLessThan(1e-14);
        assertThat(points.get(1).distance(new Point(12, 20))).isLessThan(1e-14);
    }

    @Test
    void withoutSigmaAllPointsAreTheLabel() {
        Point label = new Point(10, 20);
        assertThat(Rings.points(label, 0)).hasSize(24).containsOnly(label);
    }

    @Test
    void ellipsesReachAsFarAsTheDeviationsOfTheirAxes() {
        EndNoise noise = new EndNoise(3, 1, new Point(0.6, 0.8));
        Point label = new Point(5, 5);
        List<Point> points = Rings.points(label, noise);
        assertThat(points.get(1).minus(label).distance(new Point(1.8, 2.4))).isLessThan(1e-14);
        for (int i = 0; i < 24; i++) {
            Point e = points.get(i).minus(label);
            double along = e.dot(noise.direction()) / 3;
            double across = e.dot(noise.normal());
            assertThat(Math.hypot(along, across)).isCloseTo(i / 8 + 1, within(1e-14));
        }
    }

    /// By hand: 8 (0.68 + 0.54 + 0.141) = 10.888 over Z 1.997, 8.976, and over 8 · 1.997.
    @Test
    void theLossAtTheLabelIsTheSumOfTheRings() {
        assertThat(Rings.PAPER.valueAtLabel()).isCloseTo(10.888 / 1.997, within(1e-14));
        assertThat(Rings.MEAN.valueAtLabel()).isCloseTo(10.888 / 8.976, within(1e-14));
        Rings ringMean = new Rings(RingWeights.PAPER, Normaliser.RING_MEAN);
        assertThat(ringMean.valueAtLabel()).isCloseTo(1.361 / 1.997, within(1e-14));
        assertThat(ringMean.labelWeight()).isCloseTo(1 / 1.997, within(1e-15));
        assertThat(ringMean.farSlope()).isCloseTo(1, within(1e-15));
    }

    @Test
    void thePresetOfThePlaneHasTheMassesOfItsRings() {
        assertThat(RingWeights.GAUSS_2D.first()).isCloseTo(0.3935, within(5e-5));
        assertThat(RingWeights.GAUSS_2D.second()).isCloseTo(0.4712, within(5e-5));
        assertThat(RingWeights.GAUSS_2D.third()).isCloseTo(0.1242, within(5e-5));
        assertThatThrownBy(() -> new RingWeights(-1, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RingWeights.PAPER.of(4))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noiseHasTheCovarianceOfItsAxes() {
        EndNoise noise = new EndNoise(3, 1, new Point(0.6, 0.8));
        assertThat(noise.covariance().sigma(noise.direction())).isCloseTo(3, within(1e-14));
        assertThat(noise.covariance().sigma(noise.normal())).isCloseTo(1, within(1e-14));
        assertThat(noise.scaled(2).along()).isEqualTo(6);
        assertThat(noise.within(12)).isEqualTo(new EndNoise(2, 1, noise.direction()));
        assertThat(noise.within(0).across()).isEqualTo(EndNoise.LEAST);
        assertThat(EndNoise.assumed(noise.direction(), 60))
                .isEqualTo(new EndNoise(1.5, 0.7, noise.direction()));
    }
}
