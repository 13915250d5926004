package penumbra.run.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DutyCycleTest {

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }

    @Test
    void workIsFollowedByRestUntilItWasItsShareOfTheTime() {
        DutyCycle tenth = new DutyCycle(0.1);
        assertThat(tenth.rest(millis(100), millis(100))).isEqualTo(millis(900));
        assertThat(tenth.rest(millis(100), millis(600))).isEqualTo(millis(400));
        assertThat(tenth.rest(millis(100), millis(1000))).isZero();
        assertThat(tenth.rest(millis(100), millis(5000))).isZero();
        // Two threads that both worked.
        assertThat(tenth.rest(millis(200), millis(100))).isEqualTo(millis(1900));
        assertThat(new DutyCycle(1).rest(millis(100), millis(100))).isZero();
    }

    @Test
    void overManyPiecesTheShareIsKeptHoweverLongEachTakes() {
        for (double share : new double[] {0.05, 0.1, 0.5}) {
            DutyCycle duty = new DutyCycle(share);
            SplittableRandom random = new SplittableRandom(3);
            Duration worked = Duration.ZERO;
            Duration elapsed = Duration.ZERO;
            for (int i = 0; i < 500; i++) {
                Duration piece = Duration.ofMillis(random.nextLong(1, 400));
                worked = worked.plus(piece);
                elapsed = elapsed.plus(piece);
                elapsed = elapsed.plus(duty.rest(worked, elapsed));
                assertThat((double) worked.toNanos() / elapsed.toNanos())
                        .isCloseTo(share, within(1e-6));
            }
        }
    }

    @Test
    void aShareIsAboveNothingAndAtMostAll() {
        for (double wrong : new double[] {0, -0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> new DutyCycle(wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
