package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ColourResponseTest {

    @Test
    void theCorrectionUndoesTheFilters() {
        for (int out = 0; out < 3; out++) {
            for (int in = 0; in < 3; in++) {
                double sum = 0;
                for (int raw = 0; raw < 3; raw++) {
                    sum +=
                            ColourResponse.correction(out, raw)
                                    * (double) ColourResponse.filter(raw, in);
                }
                assertThat(sum).isCloseTo(out == in ? 1 : 0, within(1e-6));
            }
        }
    }

    @Test
    void whiteStaysWhite() {
        for (int channel = 0; channel < 3; channel++) {
            double filters = 0;
            double correction = 0;
            for (int other = 0; other < 3; other++) {
                assertThat(ColourResponse.filter(channel, other)).isPositive();
                filters += ColourResponse.filter(channel, other);
                correction += ColourResponse.correction(channel, other);
            }
            assertThat(filters).isCloseTo(1, within(1e-6));
            assertThat(correction).isCloseTo(1, within(1e-6));
        }
    }
}
