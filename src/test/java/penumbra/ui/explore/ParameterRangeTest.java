package penumbra.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.text.Texts;
import penumbra.ui.NumberRange;

class ParameterRangeTest {

    @Test
    void everyNumberOfEveryLossHasARangeAroundItsUsualValueAndAName() {
        Set<String> seen = new HashSet<>();
        for (KeypointLoss loss : Losses.ALL) {
            for (Map.Entry<String, Object> entry : LossParameters.of(loss).entrySet()) {
                assertThat(Texts.of(LossForm.class, "parameter." + entry.getKey())).isNotBlank();
                if (entry.getValue() instanceof Double usual) {
                    seen.add(entry.getKey());
                    NumberRange range = ParameterRange.OF_LOSSES.get(entry.getKey());
                    assertThat(range).as(loss.id() + " " + entry.getKey()).isNotNull();
                    assertThat(usual).isBetween(range.least(), range.most());
                    assertThat(range.fromSlider(range.onSlider(usual)))
                            .isCloseTo(usual, within(1e-9));
                }
            }
        }
        assertThat(ParameterRange.OF_LOSSES.keySet()).isEqualTo(seen);
    }

    @Test
    void everyChoiceOfEveryLossHasAName() {
        Map<String, Object> choices = new HashMap<>();
        for (KeypointLoss loss : Losses.ALL) {
            LossParameters.of(loss)
                    .forEach((name, value) -> {
                        if (value instanceof Enum<?> chosen) {
                            for (Object each : chosen.getDeclaringClass().getEnumConstants()) {
                                choices.put(LossForm.word(name, each), each);
                            }
                        }
                    });
        }
        assertThat(choices.keySet())
                .isNotEmpty()
                .doesNotContain("GRID")
                .allMatch(w -> !w.isBlank());
    }

    @Test
    void everyLossTakesBothEndsOfItsRanges() {
        for (KeypointLoss loss : Losses.ALL) {
            LossParameters.of(loss)
                    .forEach((name, value) -> {
                        if (value instanceof Double) {
                            NumberRange range = ParameterRange.OF_LOSSES.get(name);
                            assertThatCode(
                                            () -> {
                                                LossParameters.with(
                                                        loss, Map.of(name, range.least()));
                                                LossParameters.with(
                                                        loss, Map.of(name, range.most()));
                                            })
                                    .as(loss.id() + " " + name)
                                    .doesNotThrowAnyException();
                        }
                    });
        }
    }
}
