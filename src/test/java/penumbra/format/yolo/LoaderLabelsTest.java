package penumbra.format.yolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.format.yolo.LoaderLabels.Judgement;

/// The expected answers are those of the loader's own checks, run with NumPy 2.
class LoaderLabelsTest {

    private static final String ROW = "0 .5 .5 .2 .2 .4 .4 2 .6 .6 1";
    private final LoaderLabels loader = new LoaderLabels(new KeypointShape(2, 3), 3);
    private final LoaderLabels flat = new LoaderLabels(new KeypointShape(2, 2), 3);

    @Test
    void goodRowsComeInFileOrder() {
        Judgement j = judge("2 1 1 1 1 0 0 0 1 1 2\n" + ROW + "\n");
        assertThat(j.rejection()).isEmpty();
        assertThat(j.rows()).extracting(r -> r.values()[0]).containsExactly(2f, 0f);
        assertThat(j.rows()).extracting(LoaderLabels.Row::line).containsExactly(1, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", " \t\r\n \n", "\u00a0"})
    void nothingButWhiteSpaceIsABackground(String content) {
        Judgement j = judge(content);
        assertThat(j.rejection()).isEmpty();
        assertThat(j.rows()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " \nROW",
                "ROW\n \n",
                "\n\nROW\n\n\nROW2\n",
                "ROW\r\nROW2\r\n",
                "ROW\fROW2",
                "ROW",
                "\tROW \t\n"
            })
    void theseDifferencesInWhiteSpaceAreAccepted(String content) {
        assertThat(
                        judge(content.replace("ROW2", "1" + ROW.substring(1)).replace("ROW", ROW))
                                .rejection())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'ROW\n \nROW', 2, check-blank-line",
        "'ROW\n\t\n\nROW', 2, check-blank-line",
        "'\n\nROW\n0 1 2', 4, check-ragged",
        "'ROW\nROW 1', 2, check-ragged",
        "'# a comment\nROW', 1, check-number",
        "'ROW # left plate', 1, check-number",
        "'ROW\n0,.5,.5,.2,.2,.4,.4,2,.6,.6,1', 2, check-number",
        "'0 0,5 .5 .2 .2 .4 .4 2 .6 .6 1', 1, check-number",
        "'\ufeffROW', 1, check-bom",
        "'ROW x', 1, check-number",
        "'0 .5 .5 .2 .2', 1, check-columns",
        "'0 .5 .5 .2 .2 .4 .4 .6 .6', 1, check-columns",
        "'ROW 1', 1, check-columns"
    })
    void aLineThatIsNotARowOfNumbersDropsThePicture(String content, int line, String rule) {
        assertRejected(judge(content.replace("ROW", ROW)), line, rule);
    }

    @Test
    void bytesThatAreNotUtf8DropThePicture() {
        byte[] content = (ROW + " \u00b5").getBytes(StandardCharsets.ISO_8859_1);
        assertRejected(loader.judge(content), 0, "check-encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "1.01000001", "1", "-0.01", "-0.0100000001", "-0.0", "0"})
    void keypointsUpToTheToleranceAreAccepted(String value) {
        assertThat(judge("0 .5 .5 .2 .2 .4 " + value + " 2 .6 .6 1").rejection()).isEmpty();
        assertThat(judge("0 .5 .5 .2 .2 .4 .4 2 " + value + " .6 1").rejection()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.0100001, check-high",
        "1.02, check-high",
        "inf, check-high",
        "1e39, check-high",
        "-0.010000001, check-low",
        "-0.0101, check-low",
        "-inf, check-low",
        "nan, check-nan"
    })
    void keypointsBeyondTheToleranceDropThePicture(String value, String rule) {
        assertRejected(judge(ROW + "\n0 .5 .5 .2 .2 .4 .4 2 .6 " + value + " 1"), 2, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "inf", "1e39", "-0.01", "0"})
    void boxValuesHaveNoUpperLimit(String value) {
        assertThat(judge("0 .5 .5 " + value + " .2 .4 .4 2 .6 .6 1").rejection()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-0.0101, check-low", "-1, check-low", "nan, check-nan", "-inf, check-low"})
    void boxValuesHaveALowerLimit(String value, String rule) {
        assertRejected(judge("0 " + value + " .5 .2 .2 .4 .4 2 .6 .6 1"), 1, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "2", "1.5", "2.9", "2_", "-0.01"})
    void classesBelowTheCountPassEvenFractionalOnes(String cls) {
        assertThat(judge(cls.replace("_", "") + ROW.substring(1)).rejection()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "3, check-class",
        "3.5, check-class",
        "inf, check-class",
        "-1, check-low",
        "nan, check-nan"
    })
    void otherClassesDropThePicture(String cls, String rule) {
        assertRejected(judge(ROW + "\n" + cls + ROW.substring(1)), 2, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.5", "5", "inf", "-0.01"})
    void anyVisibilityFromTheToleranceUpPasses(String v) {
        assertThat(judge("0 .5 .5 .2 .2 .4 .4 " + v + " .6 .6 1").rejection()).isEmpty();
    }

    @Test
    void aVisibilityBelowTheToleranceDropsThePicture() {
        assertRejected(judge("0 .5 .5 .2 .2 .4 .4 -1 .6 .6 1"), 1, "check-low");
    }

    @Test
    void equalRowsAreTakenOnceAndThenAllRowsAreSorted() {
        Judgement j =
                judge(
                        "1"
                                + ROW.substring(1)
                                + "\n"
                                + ROW
                                + "\n"
                                + ROW
                                + "\n0 -0.005"
                                + ROW.substring(4));
        assertThat(j.duplicates()).isEqualTo(1);
        assertThat(j.rows()).extracting(LoaderLabels.Row::line).containsExactly(4, 2, 1);
    }

    @Test
    void rowsThatAreEqualIn32BitsAreEqual() {
        Judgement j = judge(ROW + "\n" + ROW.replace(".4", ".4000000001"));
        assertThat(j.duplicates()).isEqualTo(1);
        assertThat(judge(ROW + "\n" + ROW.replace(".4", ".400001")).duplicates()).isZero();
        assertThat(judge("0" + ROW.substring(1) + "\n-0" + ROW.substring(1)).duplicates())
                .isEqualTo(1);
    }

    @Test
    void withTwoDimensionsEveryPairIsACoordinate() {
        assertThat(flat.judge(bytes("0 .5 .5 .2 .2 .4 1.01 .6 .6")).rejection()).isEmpty();
        assertRejected(flat.judge(bytes("0 .5 .5 .2 .2 .4 .4 2 .6")), 1, "check-high");
        assertRejected(flat.judge(bytes("0 .5 .5 .2 .2 .4 .4 .6 .6 1")), 1, "check-columns");
    }

    @Test
    void theOrderOfTheChecksIsTheLoaders() {
        assertRejected(judge("0 nan .5 .2 .2 .4 .4 2 .6 1.5 1"), 1, "check-high");
        assertRejected(judge("9 .5 .5 .2 .2 .4 .4 2 .6 -0.5 1"), 1, "check-low");
        assertRejected(judge("9 .5 .5 .2 .2 .4 .4 2 .6 1.5"), 1, "check-columns");
    }

    private Judgement judge(String content) {
        return loader.judge(bytes(content));
    }

    private static void assertRejected(Judgement j, int line, String rule) {
        assertThat(j.rejection()).isPresent();
        assertThat(j.rejection().get().rule()).isEqualTo(rule);
        assertThat(j.rejection().get().line()).isEqualTo(line);
        assertThat(j.rows()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
