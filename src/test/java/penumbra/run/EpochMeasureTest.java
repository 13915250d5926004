package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.run.TrainingEvent.Errors;
import penumbra.run.TrainingEvent.Scores;
import penumbra.run.TrainingEvent.Validation;

class EpochMeasureTest {

    private static final Errors LABELS =
            new Errors(10, 4, 1.5, 0.75, 1.25, 0.02, 1.4, 0.4, 0.8, 0.25);
    private static final Errors TRUTH = new Errors(10, 4, 1, 0.5, 0.9, 0.01, 0.9, 0.3, 0.9, 0.15);

    private static Validation validation(Optional<Errors> truth) {
        return new Validation(
                new LinkedHashMap<>(),
                new Scores(0.1, 0.2, 0.3, 0.4, 0.5),
                new Scores(0.6, 0.7, 0.8, 0.9, 0.95),
                LABELS,
                truth,
                0.33,
                true);
    }

    @Test
    void eachMeasureIsTheNumberThatItsNameSays() {
        Validation v = validation(Optional.of(TRUTH));
        assertThat(EpochMeasure.POSE_MAP.of(v, Against.LABELS)).isEqualTo(0.95);
        assertThat(EpochMeasure.POSE_MAP50.of(v, Against.TRUTH)).isEqualTo(0.8);
        assertThat(EpochMeasure.POSE_MAP75.of(v, Against.LABELS)).isEqualTo(0.9);
        assertThat(EpochMeasure.BOX_MAP.of(v, Against.LABELS)).isEqualTo(0.5);
        assertThat(EpochMeasure.BOX_MAP50.of(v, Against.LABELS)).isEqualTo(0.3);
        assertThat(EpochMeasure.BOX_MAP75.of(v, Against.LABELS)).isEqualTo(0.4);
        assertThat(EpochMeasure.FITNESS.of(v, Against.LABELS)).isEqualTo(0.33);
        assertThat(EpochMeasure.RMSE.of(v, Against.LABELS)).isEqualTo(1.5);
        assertThat(EpochMeasure.RMSE.of(v, Against.TRUTH)).isEqualTo(1);
        assertThat(EpochMeasure.RMSE_INPUT.of(v, Against.TRUTH)).isEqualTo(0.5);
        assertThat(EpochMeasure.MEDIAN.of(v, Against.LABELS)).isEqualTo(1.25);
        assertThat(EpochMeasure.NME.of(v, Against.LABELS)).isEqualTo(0.02);
        assertThat(EpochMeasure.ALONG.of(v, Against.LABELS)).isEqualTo(1.4);
        assertThat(EpochMeasure.ACROSS.of(v, Against.LABELS)).isEqualTo(0.4);
        assertThat(EpochMeasure.AUC.of(v, Against.TRUTH)).isEqualTo(0.9);
        assertThat(EpochMeasure.FAILURES.of(v, Against.LABELS)).isEqualTo(0.25);
        assertThat(EpochMeasure.FOUND.of(v, Against.LABELS)).isCloseTo(0.6, within(1e-15));
    }

    @Test
    void withoutTruthNothingIsSaidOfErrorsAgainstIt() {
        Validation v = validation(Optional.empty());
        for (EpochMeasure measure : EpochMeasure.values()) {
            assertThat(Double.isNaN(measure.of(v, Against.TRUTH)))
                    .as(measure.id())
                    .isEqualTo(measure.isOfErrors());
        }
        assertThat(Arrays.stream(EpochMeasure.values()).map(EpochMeasure::title))
                .doesNotHaveDuplicates();
    }
}
