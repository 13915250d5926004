package penumbra.ui.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointRowTest {

    private static final double EXACT = 236.14863725;

    @Test
    void aCoordinateThatWasNotTypedKeepsItsLastBit() {
        assertThat(PointRow.hundredths(EXACT)).isEqualTo("236.15");
        assertThat(PointRow.typed("236.15", EXACT)).isEqualTo(EXACT);
    }

    @Test
    void whatIsTypedCountsAsItStands() {
        assertThat(PointRow.typed("236.1499999", EXACT)).isEqualTo(236.1499999);
        assertThat(PointRow.typed(" -3.5 ", EXACT)).isEqualTo(-3.5);
        assertThat(PointRow.typed("1e2", EXACT)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,5", "NaN", "Infinity", "1e999"})
    void whatIsNoNumberChangesNothing(String text) {
        assertThat(PointRow.typed(text, EXACT)).isEqualTo(EXACT);
    }
}
