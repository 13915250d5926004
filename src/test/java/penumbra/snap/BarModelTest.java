package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class BarModelTest {

    private static final Point ORIGIN = new Point(20.3, 30.8);
    private static final Point AXIS = new Point(0.28, 0.96);

    private static double[] parameters(SplittableRandom random, double shear) {
        double[] p = new double[BarModel.COUNT];
        p[BarModel.ALONG] = random.nextGaussian();
        p[BarModel.ACROSS] = random.nextGaussian();
        p[BarModel.TURN] = 0.2 * random.nextGaussian();
        p[BarModel.LENGTH] = Math.log(5 + 10 * random.nextDouble());
        p[BarModel.SAG] = random.nextGaussian();
        p[BarModel.TILT] = 0.2 * random.nextGaussian();
        p[BarModel.BLUR_ALONG] = Math.log(1 + random.nextDouble());
        p[BarModel.BLUR_ACROSS] = Math.log(1 + random.nextDouble());
        p[BarModel.SHEAR] = shear;
        p[BarModel.WIDTH] = Math.log(0.7 + random.nextDouble());
        p[BarModel.HALO] = BarModel.logit(0.05 + 0.3 * random.nextDouble());
        p[BarModel.REACH] = Math.log(2 + 3 * random.nextDouble());
        p[BarModel.LIGHT] = random.nextGaussian();
        p[BarModel.BASE] = 0.02;
        p[BarModel.BASE_ALONG] = 0.01;
        p[BarModel.BASE_ACROSS] = -0.02;
        return p;
    }

    private static Point somewhere(SplittableRandom random) {
        return ORIGIN.plus(AXIS.times(24 * random.nextDouble() - 12))
                .plus(new Point(8 * random.nextDouble() - 4, 0));
    }

    private static double slope(BarModel model, double[] p, int parameter, Point at) {
        double h = 1e-3;
        double[] moved = p.clone();
        moved[parameter] = p[parameter] + h;
        model.set(moved);
        double after = model.light(at.x(), at.y());
        moved[parameter] = p[parameter] - h;
        model.set(moved);
        return (after - model.light(at.x(), at.y())) / (2 * h);
    }

    @Test
    void everyDerivativeIsThatOfTheLight() {
        SplittableRandom random = new SplittableRandom(1);
        BarModel model = new BarModel(ORIGIN, AXIS);
        for (int i = 0; i < 100; i++) {
            double[] p = parameters(random, 0);
            Point at = somewhere(random);
            for (int k = 0; k < BarModel.COUNT; k++) {
                double slope = slope(model, p, k, at);
                model.set(p);
                model.light(at.x(), at.y());
                assertThat(model.gradient()[k])
                        .as("parameter %d", k)
                        .isEqualTo(slope, within(1e-3 * Math.exp(p[BarModel.LIGHT]) + 1e-4));
            }
        }
    }

    @Test
    void blurAslantKeepsTheDerivativesByPlaceAndBrightness() {
        SplittableRandom random = new SplittableRandom(2);
        BarModel model = new BarModel(ORIGIN, AXIS);
        for (int i = 0; i < 100; i++) {
            double[] p = parameters(random, 0.3 * random.nextGaussian());
            Point at = somewhere(random);
            for (int k :
                    new int[] {
                        BarModel.ALONG,
                        BarModel.ACROSS,
                        BarModel.TURN,
                        BarModel.SHEAR,
                        BarModel.HALO,
                        BarModel.LIGHT
                    }) {
                double slope = slope(model, p, k, at);
                model.set(p);
                model.light(at.x(), at.y());
                assertThat(model.gradient()[k])
                        .as("parameter %d", k)
                        .isEqualTo(slope, within(1e-3 * Math.exp(p[BarModel.LIGHT]) + 1e-4));
            }
        }
    }

    @Test
    void theEndsLieHalfALengthFromTheMiddleOnTheAxis() {
        BarModel model = new BarModel(new Point(10, 20), new Point(0, 1));
        double[] p = new double[BarModel.COUNT];
        p[BarModel.ALONG] = 1.5;
        p[BarModel.ACROSS] = -2;
        p[BarModel.LENGTH] = Math.log(8);

        model.set(p);

        // The axis points down, so across is to the left: -2 across is 2 to the right.
        assertThat(model.end(-1).x()).isEqualTo(12, within(1e-12));
        assertThat(model.end(-1).y()).isEqualTo(13.5, within(1e-12));
        assertThat(model.end(1).x()).isEqualTo(12, within(1e-12));
        assertThat(model.end(1).y()).isEqualTo(29.5, within(1e-12));
        assertThat(model.direction()).isEqualTo(new Point(0, 1));
    }

    @Test
    void endsMoveAsTheirDerivativesSay() {
        SplittableRandom random = new SplittableRandom(3);
        BarModel model = new BarModel(ORIGIN, AXIS);
        double[] p = parameters(random, 0);
        double h = 1e-5;
        for (double sign : new double[] {-1, 1}) {
            for (int k = 0; k < BarModel.COUNT; k++) {
                double[] moved = p.clone();
                moved[k] += h;
                model.set(moved);
                Point after = model.end(sign);
                model.set(p);
                Point step = after.minus(model.end(sign)).times(1 / h);
                Point d = model.direction();
                assertThat(model.endAlong(sign)[k]).isEqualTo(step.dot(d), within(1e-3));
                assertThat(model.endAcross(sign)[k]).isEqualTo(d.cross(step), within(1e-3));
            }
        }
    }

    @Test
    void farFromTheBarOnlyTheBackgroundIsLeft() {
        BarModel model = new BarModel(new Point(0, 0), new Point(0, 1));
        double[] p = parameters(new SplittableRandom(4), 0);

        model.set(p);

        // 100 px along and 0 across: 0.02 + 0.01 * 100 / 10.
        assertThat(model.light(0, 100)).isEqualTo(0.12, within(1e-9));
    }
}
