package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class EmitterProfileTest {

    /// The error function is good to 1.5e-7; the third moment adds some of its errors up.
    private static final double EXACT = 2e-6;

    private static EmitterProfile at(double x, double k, double q, double p) {
        EmitterProfile profile = new EmitterProfile();
        profile.evaluate(x, k, q, p);
        return profile;
    }

    /// The convolution by the midpoint rule.
    private static double summed(double x, double k, double q, double p) {
        int n = 20_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double s = -1 + (i + 0.5) * 2 / n;
            double z = (x - s) / k;
            sum +=
                    (1 - q * s * s)
                            * (1 + p * s)
                            * Math.exp(-0.5 * z * z)
                            / (k * Math.sqrt(2 * Math.PI));
        }
        return sum * 2 / n;
    }

    @Test
    void aSharpBoxIsOneInsideAHalfAtItsEdgeAndNothingOutside() {
        assertThat(at(0, 0.01, 0, 0).value).isEqualTo(1, within(EXACT));
        assertThat(at(1, 0.01, 0, 0).value).isEqualTo(0.5, within(EXACT));
        assertThat(at(1.5, 0.01, 0, 0).value).isEqualTo(0, within(EXACT));
    }

    @Test
    void aSharpParabolaIsItsOwnBrightness() {
        // (1 - 0.8 * 0.25)(1 + 0.2 * 0.5) = 0.8 * 1.1
        assertThat(at(0.5, 0.001, 0.8, 0.2).value).isEqualTo(0.88, within(1e-5));
    }

    @Test
    void itIsTheConvolutionOfEmitterAndBlur() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 60; i++) {
            double x = 4 * random.nextDouble() - 2;
            double k = 0.05 + random.nextDouble();
            double q = random.nextDouble();
            double p = 0.6 * random.nextDouble() - 0.3;
            assertThat(at(x, k, q, p).value).isEqualTo(summed(x, k, q, p), within(EXACT));
        }
    }

    @Test
    void derivativesAreThoseOfTheValue() {
        SplittableRandom random = new SplittableRandom(2);
        double h = 1e-4;
        for (int i = 0; i < 60; i++) {
            double x = 4 * random.nextDouble() - 2;
            double k = 0.1 + random.nextDouble();
            double q = random.nextDouble();
            double p = 0.6 * random.nextDouble() - 0.3;
            EmitterProfile f = at(x, k, q, p);
            assertSlope(f.byX, summed(x - h, k, q, p), summed(x + h, k, q, p), h);
            assertSlope(f.byK, summed(x, k - h, q, p), summed(x, k + h, q, p), h);
            assertSlope(f.byQ, summed(x, k, q - h, p), summed(x, k, q + h, p), h);
            assertSlope(f.byP, summed(x, k, q, p - h), summed(x, k, q, p + h), h);
            assertSlope(f.byXX, at(x - h, k, q, p).byX, at(x + h, k, q, p).byX, h);
        }
    }

    private static void assertSlope(double slope, double before, double after, double h) {
        assertThat(slope).isEqualTo((after - before) / (2 * h), within(2e-4));
    }
}
