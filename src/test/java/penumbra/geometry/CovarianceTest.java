package penumbra.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CovarianceTest {

    @Test
    void alongAndAcrossADiagonal() {
        // Along (3, 4)/5 with 5, across with 1: 25 dd' + 1 nn' by hand.
        Covariance c = Covariance.alongAcross(new Point(3, 4), 5, 1);

        assertThat(c.xx()).isEqualTo(25 * 0.36 + 0.64, within(1e-12));
        assertThat(c.xy()).isEqualTo(24 * 0.48, within(1e-12));
        assertThat(c.yy()).isEqualTo(25 * 0.64 + 0.36, within(1e-12));
        assertThat(c.sigma(new Point(3, 4))).isEqualTo(5, within(1e-12));
        assertThat(c.sigma(new Point(-4, 3))).isEqualTo(1, within(1e-12));
        assertThat(c.major()).isEqualTo(5, within(1e-12));
        assertThat(c.minor()).isEqualTo(1, within(1e-12));
        assertThat(c.angle()).isEqualTo(Math.atan2(4, 3), within(1e-12));
    }

    @Test
    void anUprightBarIsLongerDownThanAside() {
        Covariance c = Covariance.alongAcross(new Point(0, -7), 2, 0.5);

        assertThat(c).isEqualTo(new Covariance(0.25, 0, 4));
        assertThat(c.angle()).isEqualTo(Math.PI / 2);
    }

    @Test
    void aCircleIsTheSameInEveryDirection() {
        Covariance c = Covariance.isotropic(1.5);

        assertThat(c).isEqualTo(new Covariance(2.25, 0, 2.25));
        assertThat(c.sigma(new Point(1, 2))).isEqualTo(1.5, within(1e-12));
        assertThat(c.angle()).isZero();
        assertThat(c.major()).isEqualTo(1.5);
        assertThat(c.minor()).isEqualTo(1.5);
    }

    @Test
    void variancesAddAndDeviationsScale() {
        Covariance c = new Covariance(1, 0.5, 2);

        assertThat(c.plus(new Covariance(3, -1, 4))).isEqualTo(new Covariance(4, -0.5, 6));
        assertThat(c.scaled(3)).isEqualTo(new Covariance(9, 4.5, 18));
    }

    @Test
    void theAxesOfAnyEllipseAreTheExtremesOfItsDeviation() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 300; i++) {
            double turn = Math.PI * (random.nextDouble() - 0.5);
            double along = 5 * random.nextDouble();
            double across = 5 * random.nextDouble();
            Point d = new Point(Math.cos(turn), Math.sin(turn));
            Covariance c = Covariance.alongAcross(d, along, across);

            assertThat(c.major()).isEqualTo(Math.max(along, across), within(1e-9));
            assertThat(c.minor()).isEqualTo(Math.min(along, across), within(1e-6));
            Point major = new Point(Math.cos(c.angle()), Math.sin(c.angle()));
            assertThat(c.sigma(major)).isEqualTo(c.major(), within(1e-9));
            assertThat(c.sigma(d)).isEqualTo(along, within(1e-6));
        }
    }

    @Test
    void aPointWithoutUncertaintyIsAllowed() {
        assertThat(Covariance.isotropic(0).major()).isZero();
        assertThat(Covariance.alongAcross(new Point(1, 1), 2, 0).minor())
                .isEqualTo(0, within(1e-7));
    }

    @Test
    void whatIsNoCovarianceIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Covariance(-1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Covariance(1, 1.1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Covariance(1, 0, Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.alongAcross(new Point(0, 0), 1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Covariance.alongAcross(new Point(1, 0), -1, 1));
    }

    @Test
    void aDifferenceIsMeasuredInDeviationsOfItsDirection() {
        Covariance tilted = Covariance.alongAcross(new Point(3, 4), 5, 2);
        assertThat(tilted.mahalanobis(new Point(6, 8))).isCloseTo(2, within(1e-12));
        assertThat(tilted.mahalanobis(new Point(-8, 6))).isCloseTo(5, within(1e-12));
        assertThat(tilted.mahalanobis(new Point(0, 0))).isZero();
        assertThat(new Covariance(1, 0, 0).mahalanobis(new Point(0, 1))).isInfinite();
    }

    @Test
    void placesScatterAroundTheirMean() {
        // Mean (2, 1); offsets (-2, -1), (1, -1), (1, 2).
        Covariance scatter =
                Covariance.of(List.of(new Point(0, 0), new Point(3, 0), new Point(3, 3)));
        assertThat(scatter).isEqualTo(new Covariance(3, 1.5, 3));
    }
}
