package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The expected values are what `float`, `str.split` and `str.splitlines` of CPython 3 answered.
class PythonTextTest {

    @ParameterizedTest
    @CsvSource({
        "1e-3, 0.001",
        "+0.5, 0.5",
        "1_0, 10",
        "1e1_0, 1e10",
        "1_000.0_1, 1000.01",
        "0_1, 1",
        "00.5, 0.5",
        ".5, 0.5",
        "5., 5",
        "5.e1, 50",
        "1E+2, 100",
        "infinity, Infinity",
        "inf, Infinity",
        "-Inf, -Infinity",
        "+INFINITY, Infinity",
        "nan, NaN",
        "-NaN, NaN",
        "1.0e400, Infinity",
        "-1e-400, -0.0",
        "\u0661.\uff15, 1.5"
    })
    void readsWhatPythonReads(String word, double expected) {
        assertThat(PythonText.number(word)).isEqualTo(OptionalDouble.of(expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "1__0", "_1", "1_", "1_.0", "1._0", "1e_1", "1_e1", "0x10", "0x1p3", "1f",
                "1d", "1.5L", "0b1", "1e", "1e+", "e5", ".e5", "1e5.0", "--1", "+-1", "+", "-",
                "1,0", "infinit", "nanx", "in f", "#", "1.2.3", "\ufeff0", "\u00bd", "1\u00a0"
            })
    void refusesWhatPythonRefuses(String word) {
        assertThat(PythonText.number(word)).isEmpty();
    }

    @Test
    void aVeryLongNumberIsStillANumber() {
        assertThat(PythonText.number("0." + "3".repeat(100_000)))
                .isEqualTo(OptionalDouble.of(1.0 / 3));
        assertThat(PythonText.number("1_".repeat(100_000))).isEmpty();
    }

    @Test
    void linesEndWhereSplitlinesEndsThem() {
        assertThat(
                        PythonText.lines(
                                "a\nb\r\nc\rd\fe\u000bf\u0085g\u2028h\u2029i\u001cj\u001dk\u001el"))
                .containsExactly("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l");
        assertThat(PythonText.lines("a\n\nb\n")).containsExactly("a", "", "b");
        assertThat(PythonText.lines("")).isEmpty();
        assertThat(PythonText.lines("a\u001fb c")).containsExactly("a\u001fb c");
    }

    @Test
    void wordsAreSeparatedByAnyWhiteSpace() {
        assertThat(PythonText.words(" \ta\u00a0b\u3000c\u001fd  e "))
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(PythonText.words(" \t")).isEmpty();
        assertThat(PythonText.words("a\u200bb")).containsExactly("a\u200bb");
    }

    @Test
    void onlyUtf8IsText() {
        assertThat(PythonText.decode("\u00e9".getBytes(StandardCharsets.UTF_8))).hasValue("\u00e9");
        assertThat(PythonText.decode("\u00e9".getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
        assertThat(PythonText.decode("x".getBytes(StandardCharsets.UTF_16))).isEmpty();
    }
}
