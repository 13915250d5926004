package penumbra.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassKeysTest {

    private static Optional<String> type(String keys, String current) {
        ClassKeys state = ClassKeys.IDLE;
        Optional<String> name = Optional.empty();
        for (String key : keys.split("")) {
            ClassKeys.Turn turn = state.press(key, current);
            state = turn.next();
            name = turn.name();
        }
        return name;
    }

    @ParameterizedTest
    @CsvSource({
        "R3, B1, R3",
        "BG, R1, BG",
        "RT, B1, RB",
        "BO, B1, BO",
        "N5, B1, N5",
        "P1, B1, P1",
        "4, R2, R4",
        "RB3, R1, B3"
    })
    void aColourAndASignNameAClass(String keys, String current, String expected) {
        assertThat(type(keys, current)).contains(expected);
    }

    @Test
    void aSignNeedsAColourAndAnotherKeyForgetsTheColour() {
        assertThat(ClassKeys.IDLE.press("G", "R1").taken()).isFalse();
        assertThat(ClassKeys.IDLE.press("T", "R1").taken()).isFalse();
        ClassKeys red = ClassKeys.IDLE.press("R", "B1").next();
        ClassKeys.Turn stray = red.press("Q", "B1");
        assertThat(stray.taken()).isFalse();
        assertThat(stray.next()).isEqualTo(ClassKeys.IDLE);
        assertThat(ClassKeys.IDLE.press("9", "R1").taken()).isFalse();
        assertThat(ClassKeys.IDLE.press("2", "drone").taken()).as("of no colour").isFalse();
    }
}
