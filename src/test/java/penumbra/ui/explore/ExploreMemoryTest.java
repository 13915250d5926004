package penumbra.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import penumbra.loss.LossParameters;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.Motion;
import penumbra.plot.loss.NetworkInput;
import tools.jackson.databind.json.JsonMapper;

class ExploreMemoryTest {

    private static ExploreState changed() {
        ExploreState state = new ExploreState();
        state.viewProperty().set(View.TARGET);
        state.choose("rice", true);
        state.choose("l1", false);
        state.tune("helium", "alpha", 0.25);
        state.tune("helium", "units", penumbra.uncertainty.SigmaUnits.TARGET);
        state.keypointProperty().set(2);
        state.inputProperty().set(new NetworkInput(960, 16));
        state.usualRangeProperty().set(false);
        state.rangeProperty().set(12.5);
        state.matchedProperty().set(true);
        state.tauProperty().set(0.3);
        state.motionProperty().set(new Motion(1, 45, 1.25, -3));
        state.excessProperty().set(true);
        state.arrowsProperty().set(true);
        state.angleProperty().set(new SurfaceChart.View(10, 50));
        return state;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asStored(Map<String, Object> noted) {
        return JsonMapper.shared()
                .readValue(JsonMapper.shared().writeValueAsString(noted), Map.class);
    }

    @Test
    void everythingComesBackFromAFile() {
        Map<String, Object> noted = ExploreMemory.note(changed());
        ExploreState again = new ExploreState();
        ExploreMemory.restore(again, asStored(noted));
        assertThat(ExploreMemory.note(again)).isEqualTo(noted);
        assertThat(again.tuned("helium")).isEqualTo(changed().tuned("helium"));
        assertThat(again.chosenProperty().get()).contains("rice").doesNotContain("l1");
        assertThat(again.angleProperty().get()).isEqualTo(new SurfaceChart.View(10, 50));
    }

    @Test
    void whatMeansNothingIsLeftOutAndTheRestIsTaken() {
        ExploreState state = new ExploreState();
        Map<String, Object> first = ExploreMemory.note(new ExploreState());
        ExploreMemory.restore(
                state,
                Map.of(
                        "view",
                        "sideways",
                        "losses",
                        Map.of("helium", Map.of("alpha", -1), "nobody", Map.of()),
                        "keypoint",
                        -3,
                        "side",
                        0,
                        "range",
                        "wide",
                        "tau",
                        0,
                        "motion",
                        List.of(1, 2, 0, 3),
                        "angle",
                        List.of(1),
                        "arrows",
                        true));
        state.arrowsProperty().set(false);
        assertThat(ExploreMemory.note(state)).isEqualTo(first);
        ExploreMemory.restore(state, Map.of("losses", Map.of("helium", Map.of("alpha", 0.5))));
        assertThat(LossParameters.of(state.tuned("helium"))).containsEntry("alpha", 0.5);
    }
}
