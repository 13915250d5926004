package penumbra.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoordinateFieldTest {

    @Test
    void aCoordinateIsShownToAHundredthRoundedAsByHand() {
        assertThat(CoordinateField.hundredths(236.14863725)).isEqualTo("236.15");
        assertThat(CoordinateField.hundredths(-0.125)).isEqualTo("-0.13");
        assertThat(CoordinateField.hundredths(12)).isEqualTo("12.00");
    }

    @Property
    void allDigitsLeadBackToTheSameBits(@ForAll double coordinate) {
        if (Double.isFinite(coordinate)) {
            String text = CoordinateField.exact(coordinate);
            assertThat(text).doesNotContain("E");
            assertThat(CoordinateField.number(text).orElseThrow() + 0.0)
                    .isEqualTo(coordinate + 0.0);
        }
    }

    @Test
    void whatIsTypedCountsAsItStands() {
        assertThat(CoordinateField.number("236.1499999")).contains(236.1499999);
        assertThat(CoordinateField.number(" -3.5 ")).contains(-3.5);
        assertThat(CoordinateField.number("1e2")).contains(100.0);
        assertThat(CoordinateField.number("12.25")).contains(12.25);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "NaN", "Infinity", "1e999", "0x10", "12 25"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(CoordinateField.number(text)).isEmpty();
    }
}
