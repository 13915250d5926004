package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BarLightTest {

    @Test
    void aBarIsBrightestInItsMiddleAndFadesAlikeToBothEnds() {
        BarLight bar = new BarLight(Light.grey(1), 0.006, 0.9, 0);
        assertThat(bar.profile(0.5)).isEqualTo(1);
        assertThat(bar.profile(0.25)).isCloseTo(0.775, within(1e-12));
        assertThat(bar.profile(0)).isCloseTo(0.1, within(1e-12));
        for (double t = 0; t < 0.5; t += 0.05) {
            assertThat(bar.profile(t)).isCloseTo(bar.profile(1 - t), within(1e-12));
        }
    }

    @Test
    void theSlopeMakesTheLowerHalfBrighter() {
        BarLight bar = new BarLight(Light.grey(1), 0.006, 0.8, 0.1);
        assertThat(bar.profile(1)).isCloseTo(0.22, within(1e-12));
        assertThat(bar.profile(0)).isCloseTo(0.18, within(1e-12));
    }

    /// The slopes of many bars cancel, so no end is favoured.
    @Test
    void randomBarsGlowEverywhereAndFavourNoEnd() {
        var random = new SplittableRandom(5);
        double balance = 0;
        int n = 4000;
        for (int i = 0; i < n; i++) {
            BarLight bar = BarLight.random(Light.grey(1), random);
            for (double t = 0; t <= 1; t += 0.125) {
                assertThat(bar.profile(t)).isBetween(0.0, 1.13);
            }
            balance += (bar.profile(0.75) - bar.profile(0.25)) / n;
        }
        assertThat(balance).isCloseTo(0, within(0.004));
    }
}
