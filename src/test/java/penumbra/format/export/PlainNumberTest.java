package penumbra.format.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainNumberTest {

    @Test
    void aShareThatWasReadIsWrittenAsItWas() {
        for (String share : new String[] {"0.464", "0.63875", "0.489", "0.212425", "1", "-0.005"}) {
            for (int side : new int[] {1280, 1024, 640, 1080}) {
                double px = Double.parseDouble(share) * side;
                assertThat(PlainNumber.share(px, side)).isEqualTo(share);
            }
        }
    }

    @Test
    void aCoordinateComesBackFromItsShareExactlyOrAtTheNextDouble() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            int side = 1 + random.nextInt(5000);
            double px = random.nextDouble() * side;
            double back = Double.parseDouble(PlainNumber.share(px, side)) * side;
            assertThat(back).isBetween(Math.nextDown(px), Math.nextUp(px));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "0.1, 0.1",
        "100, 100",
        "1.5e-7, 0.00000015",
        "1e-5, 0.00001",
        "1e21, 1000000000000000000000",
        "-2.50, -2.5",
        "0.30000000000000004, 0.30000000000000004",
        "NaN, NaN",
        "-Infinity, -Infinity"
    })
    void isPlainAndShort(double value, String text) {
        assertThat(PlainNumber.of(value)).isEqualTo(text);
    }

    @Test
    void everyNumberReadsBackAsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(PlainNumber.of(value))).isEqualTo(value);
                assertThat(PlainNumber.of(value)).doesNotContainIgnoringCase("e");
            }
        }
    }
}
