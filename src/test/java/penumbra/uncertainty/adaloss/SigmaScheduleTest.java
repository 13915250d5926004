package penumbra.uncertainty.adaloss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SigmaScheduleTest {

    /// The losses of the golden case ADA-2A for one keypoint, none for the other.
    @Test
    void eachKeypointFollowsItsOwnLosses() {
        SigmaSchedule schedule = SigmaSchedule.begin(Adaloss.PAPER, 64, 2);
        for (double loss : new double[] {1, 0.8, 0.7, 0.65, 0.62, 0.6}) {
            schedule = schedule.next(List.of(loss, Double.NaN));
        }

        assertThat(schedule.sigmas().get(0)).isCloseTo(57.564662, within(1e-6));
        assertThat(schedule.sigmas().get(1)).isEqualTo(64);
        assertThat(schedule.common()).isCloseTo(Math.sqrt(57.564662 * 64), within(1e-6));
    }

    @Test
    void aScheduleGoesOnFromItsNumbersAsIfItHadNotStopped() {
        Random random = new Random(3);
        for (Adaloss rule : List.of(Adaloss.PAPER, Adaloss.SAFE, Adaloss.REL)) {
            SigmaSchedule schedule = SigmaSchedule.begin(rule, 32, 4);
            for (int epoch = 0; epoch < 40; epoch++) {
                SigmaSchedule resumed = SigmaSchedule.of(rule, schedule.numbers()).orElseThrow();
                assertThat(resumed).isEqualTo(schedule);
                List<Double> losses = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    losses.add(
                            random.nextInt(9) == 0
                                    ? Double.NaN
                                    : Math.pow(0.9, epoch) + 0.02 * random.nextDouble());
                }
                schedule = schedule.next(losses);
            }
            assertThat(schedule.sigmas()).allMatch(sigma -> sigma != 32);
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        List<Double> numbers =
                SigmaSchedule.begin(Adaloss.SAFE, 8, 2).next(List.of(1.0, 2.0)).numbers();

        assertThat(SigmaSchedule.of(Adaloss.SAFE, List.of())).isEmpty();
        for (int length = 1; length < numbers.size(); length++) {
            boolean whole = length == numbers.size() / 2;
            assertThat(SigmaSchedule.of(Adaloss.SAFE, numbers.subList(0, length)).isPresent())
                    .isEqualTo(whole);
        }
        assertThat(SigmaSchedule.of(Adaloss.SAFE, List.of(8.0, 8.0, 0.0, 99.0, 1.0))).isEmpty();
        assertThat(SigmaSchedule.of(Adaloss.SAFE, List.of(8.0, 8.0, 0.0, Double.NaN))).isEmpty();
    }

    @Test
    void lossesThatSettleNarrowALossWhichNeverGoesBelowItself() {
        for (String id : List.of("paper", "safe", "rel")) {
            SigmaSchedule schedule = SigmaSchedule.widening(id, 4).orElseThrow();
            assertThat(schedule.sigmas()).containsOnly(4.0);
            double before = 4;
            for (int epoch = 0; epoch < 200; epoch++) {
                double loss = 0.1 + Math.pow(0.97, epoch);
                schedule = schedule.next(List.of(loss, loss, loss, loss));
                assertThat(schedule.common()).isBetween(1 - 1e-12, before + 1e-12);
                before = schedule.common();
            }
            assertThat(before).as(id).isLessThan(2.5);
            assertThat(id.equals("rel") || before < 1 + 1e-9).as(id).isTrue();
        }
        assertThat(SigmaSchedule.widening("none", 4)).isEmpty();
    }

    @Test
    void anotherNumberOfLossesIsRefused() {
        assertThatThrownBy(() -> SigmaSchedule.begin(Adaloss.SAFE, 8, 2).next(List.of(1.0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
