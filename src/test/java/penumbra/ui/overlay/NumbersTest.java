package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {

    @Test
    void threeDigitsAreShownWhateverTheSize() {
        assertThat(Numbers.three(0)).isEqualTo("0");
        assertThat(Numbers.three(24)).isEqualTo("24.0");
        assertThat(Numbers.three(0.0045359)).isEqualTo("0.00454");
        assertThat(Numbers.three(640)).isEqualTo("640");
        assertThat(Numbers.three(1.7e-5)).isEqualTo("1.70e-05");
        assertThat(Numbers.three(-2.5)).isEqualTo("-2.50");
        assertThat(Numbers.three(Double.NaN)).isEqualTo("-");
        assertThat(Numbers.three(Double.POSITIVE_INFINITY)).isEqualTo("∞");
    }

    @Test
    void factorsLoseZerosThatSayNothing() {
        assertThat(Numbers.factor(10)).isEqualTo("×10");
        assertThat(Numbers.factor(1)).isEqualTo("×1");
        assertThat(Numbers.factor(2.5)).isEqualTo("×2.50");
    }
}
