package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.model.Keypoint;
import penumbra.model.Target;

class SceneStatisticsTest {

    private static Target plate(double width, double bar) {
        return new Target(
                new UUID(0, 0),
                0,
                List.of(
                        Keypoint.visible(0, 0),
                        Keypoint.visible(0, bar),
                        Keypoint.visible(width, bar + 2),
                        Keypoint.visible(width, 0)),
                Optional.empty(),
                "");
    }

    @Test
    void brightnessAndBrightShareAreCountedOverAllPixels() {
        SceneStatistics s =
                new SceneStatistics.Tally()
                        .add(new int[] {0xff000000, 0xff0000c8}, List.of())
                        .add(new int[] {0xff0000c9, 0xff060606}, List.of())
                        .statistics();
        assertThat(s.pictures()).isEqualTo(2);
        assertThat(s.brightness()).isCloseTo((200 + 201 + 18) / 12.0, within(1e-12));
        assertThat(s.brightShare()).isEqualTo(0.25);
        assertThat(s.barLength().second()).isNaN();
    }

    /// Bars (9 + 11) / 2 = 10, (19 + 21) / 2 = 20, (39 + 41) / 2 = 40; the middles are 1 px apart
    /// in height.
    @Test
    void quartilesAreInterpolatedBetweenPlates() {
        SceneStatistics s =
                new SceneStatistics.Tally()
                        .add(new int[1], List.of(plate(24, 9), plate(60, 19), plate(100, 39)))
                        .statistics();
        assertThat(s.plates()).isEqualTo(3);
        assertThat(s.barLength()).isEqualTo(new SceneStatistics.Quartiles(15, 20, 30));
        assertThat(s.plateWidth().second()).isCloseTo(Math.sqrt(3601), within(1e-12));
    }

    @Test
    void aComparisonNamesReferenceValueAndDeviation() {
        SceneStatistics s =
                new SceneStatistics.Tally()
                        .add(new int[] {0xff404040}, List.of(plate(24, 9)))
                        .statistics();
        List<SceneStatistics.Row> rows = s.against(s);
        assertThat(rows).hasSize(8).allSatisfy(r -> assertThat(r.value()).isEqualTo(r.reference()));
        assertThat(new SceneStatistics.Row("brightness", 32, 40).deviation()).isEqualTo(0.25);
        assertThat(new SceneStatistics.Row("brightness", 32, 40))
                .hasToString(
                        "mean brightness, 0 to 255  reference    32.000  here    40.000   +25.0 %");
    }
}
