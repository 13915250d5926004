package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.uncertainty.SigmaUnits;

class LossParametersTest {

    private static final KeypointLoss HELIUM = Losses.byId("helium").orElseThrow();

    static Stream<KeypointLoss> losses() {
        return Losses.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("losses")
    void everyParameterReadsBackFromItsText(KeypointLoss loss) {
        Map<String, Object> values = LossParameters.of(loss);
        assertThat(LossParameters.with(loss, values)).isEqualTo(loss);
        assertThat(values.values())
                .allMatch(v -> v instanceof Double || v instanceof Boolean || v instanceof Enum);
    }

    @Test
    void nestedPartsAreFlat() {
        assertThat(LossParameters.of(HELIUM))
                .containsEntry("alpha", 0.05)
                .containsEntry("units", SigmaUnits.GRID)
                .containsEntry("third", 0.047)
                .containsEntry("enforceNonOverlap", false);
    }

    @Test
    void aChangeReachesItsPartAndLeavesTheOthers() {
        KeypointLoss changed =
                LossParameters.with(
                        HELIUM,
                        Map.of("beta", "0.2", "units", "pixel", "enforceNonOverlap", "true"));
        Map<String, Object> values = LossParameters.of(changed);
        assertThat(values)
                .containsEntry("beta", 0.2)
                .containsEntry("units", SigmaUnits.PIXEL)
                .containsEntry("enforceNonOverlap", true)
                .containsEntry("alpha", 0.05);
    }

    @Test
    void wrongNamesAndValuesAreNamed() {
        assertThatThrownBy(() -> LossParameters.with(HELIUM, Map.of("gamma", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("helium has no parameter gamma");
        assertThatThrownBy(() -> LossParameters.with(HELIUM, Map.of("units", "miles")))
                .hasMessage("units cannot be miles");
        assertThatThrownBy(() -> LossParameters.with(HELIUM, Map.of("alpha", "x")))
                .hasMessage("alpha cannot be x");
        assertThatThrownBy(() -> LossParameters.with(HELIUM, Map.of("alpha", -1)))
                .hasMessageContaining("alpha");
    }
}
