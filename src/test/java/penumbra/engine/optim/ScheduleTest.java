package penumbra.engine.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.Golden;
import tools.jackson.databind.JsonNode;

class ScheduleTest {

    private static final Offset<Double> ROUNDING = within(1e-15);

    private static Recipe sgd(double warmUpEpochs, boolean cosine) {
        return new Recipe(
                Optional.of(Optimizer.Kind.SGD),
                0.01,
                0.01,
                cosine,
                0.937,
                5e-4,
                warmUpEpochs,
                100,
                0.8,
                0.1,
                64);
    }

    /// What the reference's trainer recorded, iteration by iteration.
    @ParameterizedTest
    @ValueSource(
            strings = {"auto_b8_e4", "sgd_b8_e4", "sgd_b16_e6_cos_close2", "sgd_b64_e3_nowarm"})
    void followsTheReferencesTrainer(String name) {
        JsonNode recorded = Golden.json("schedule/" + name);
        JsonNode args = recorded.get("args");
        Recipe recipe =
                args.get("optimizer").asString().equals("auto")
                        ? Recipe.REFERENCE
                        : sgd(
                                args.get("warmup_epochs").doubleValue(),
                                args.get("cos_lr").booleanValue());
        Schedule schedule =
                Schedule.of(
                        recipe,
                        recorded.get("n_train").intValue(),
                        args.get("batch").intValue(),
                        args.get("epochs").intValue(),
                        16);
        assertThat(schedule.optimizer().name())
                .isEqualToIgnoringCase(recorded.get("optimizer").asString());
        int last = Schedule.NONE;
        int steps = 0;
        int seen = 0;
        for (JsonNode row : recorded.get("rows")) {
            int iteration = row.get("it").intValue();
            assertThat(row.get("epoch").intValue()).isEqualTo(iteration / schedule.batches());
            if (schedule.due(iteration, last)) {
                last = iteration;
                steps++;
            }
            Optimizer.Step step = schedule.step(iteration);
            assertThat(schedule.accumulated(iteration)).isEqualTo(row.get("accumulate").intValue());
            assertThat(steps).isEqualTo(row.get("opt_steps").intValue());
            for (int group = 0; group < 3; group++) {
                assertThat(step.rates().get(group))
                        .isCloseTo(row.get("lr").get(group).doubleValue(), ROUNDING);
            }
            assertThat(step.momentum())
                    .isCloseTo(row.get("momentum").get(1).doubleValue(), ROUNDING);
            assertThat(schedule.decay()).isEqualTo(row.get("wd").get(1).doubleValue());
            seen++;
        }
        assertThat(seen).isEqualTo(schedule.iterations());
    }

    /// t = 25 / 100 of the warm-up in the second of 50 epochs, batches of 6 and 20 in an epoch.
    @Test
    void aQuarterOfTheWarmUpByHand() {
        Schedule schedule = Schedule.of(sgd(3, false), 120, 6, 50, 16);
        double rate = 0.01 * ((1 - 1 / 50.0) * 0.99 + 0.01);
        Optimizer.Step step = schedule.step(25);
        assertThat(step.rates().get(0)).isCloseTo(0.075 + rate / 4, ROUNDING);
        assertThat(step.rates().get(1)).isCloseTo(rate / 4, ROUNDING);
        assertThat(step.rates().get(2)).isEqualTo(step.rates().get(1));
        assertThat(step.momentum()).isCloseTo(0.83425, ROUNDING);
        assertThat(schedule.accumulated(25)).isEqualTo(3);
        assertThat(schedule.accumulated(100)).isEqualTo(11);
        assertThat(schedule.decay()).isCloseTo(5e-4 * 66 / 64, ROUNDING);
    }

    @Test
    void halvesAreRoundedToEven() {
        Schedule schedule = Schedule.of(sgd(3, false), 64, 16, 9, 16);
        assertThat(schedule.accumulated(16)).isEqualTo(1);
        assertThat(schedule.accumulated(17)).isEqualTo(2);
        assertThat(schedule.accumulated(50)).isEqualTo(2);
        assertThat(schedule.accumulated(51)).isEqualTo(3);
    }

    @Test
    void theRateFallsToItsShareAlongALineOrHalfACosine() {
        Schedule line = Schedule.of(sgd(0, false), 4, 2, 4, 16);
        Schedule cosine = Schedule.of(sgd(0, true), 4, 2, 4, 16);
        assertThat(line.step(0).rates()).containsOnly(0.01);
        assertThat(line.step(5).rates().get(1)).isCloseTo(0.00505, ROUNDING);
        assertThat(line.step(6).rates().get(1)).isCloseTo(0.002575, ROUNDING);
        assertThat(cosine.step(5).rates().get(1)).isCloseTo(0.00505, ROUNDING);
        assertThat(cosine.step(2).rates().get(1))
                .isCloseTo(0.01 * (1 - 0.99 * (1 - Math.sqrt(0.5)) / 2), ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({
        "640000, 8, 1, 16, ADAMW, 0.0005",
        "640001, 8, 1, 16, SGD, 0.01",
        "640000, 8, 2, 16, SGD, 0.01",
        "640000, 128, 2, 16, ADAMW, 0.0005",
        "640, 8, 9, 1, ADAMW, 0.002",
        "640, 8, 9, 2, ADAMW, 0.001667"
    })
    void longRunsTakeSgdAndShortOnesAdamWithARateForTheirClasses(
            int pictures, int batch, int epochs, int classes, Optimizer.Kind kind, double rate) {
        Schedule schedule = Schedule.of(Recipe.REFERENCE, pictures, batch, epochs, classes);
        assertThat(schedule.optimizer()).isEqualTo(kind);
        assertThat(schedule.recipe().rate()).isEqualTo(rate);
        assertThat(schedule.step(0).rates()).containsOnly(0.0);
    }

    @Test
    void whatIsGatheredCarriesOverTheEndOfAnEpoch() {
        Schedule schedule = Schedule.of(sgd(0, false), 10, 2, 4, 16);
        assertThat(schedule.accumulated(0)).isEqualTo(32);
        assertThat(schedule.due(30, Schedule.NONE)).isFalse();
        assertThat(schedule.due(31, Schedule.NONE)).isTrue();
        assertThat(schedule.due(62, 31)).isFalse();
    }

    @Test
    void noScheduleWithoutPicturesOrAnOptimizer() {
        assertThatThrownBy(() -> Schedule.of(sgd(3, false), 0, 8, 4, 16))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Schedule(Recipe.REFERENCE, 4, 8, 8))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
