package penumbra.ui.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.model.AxisLaw;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;
import penumbra.model.Target;
import penumbra.ui.overlay.Measurements.Pair;

class LookPairsTest {

    private static Target plate(double dx, String annotator) {
        return new Target(
                new UUID(1, 1),
                0,
                List.of(
                        Keypoint.visible(100 + dx, 100),
                        Keypoint.visible(100 + dx, 140),
                        Keypoint.visible(200 + dx, 140),
                        Keypoint.visible(200 + dx, 100)),
                Optional.empty(),
                annotator);
    }

    private static final BlindLook LOOK =
            BlindLook.of(7, Instant.EPOCH, plate(0, "Ada"), plate(1, "Ben"));

    @Test
    void everyKeypointLabelledTwiceIsAPairOfItsPicture() {
        List<Pair> pairs = LookPairs.of(List.of(LOOK), Schema.ARMOR_PLATE).apply(7);
        assertThat(pairs).hasSize(4);
        assertThat(pairs.getFirst())
                .isEqualTo(new Pair(new Point(100, 100), new Point(101, 100), Optional.empty()));
        assertThat(LookPairs.of(List.of(LOOK), Schema.ARMOR_PLATE).apply(8)).isEmpty();
    }

    @Test
    void withACalibrationPairsHaveTheProjectsNoiseAlongTheirBar() {
        AxisLaw along = new AxisLaw(SizeLaw.CONSTANT, 1, 0, 40, 4);
        AxisLaw across = new AxisLaw(SizeLaw.CONSTANT, 1, 0, 40, 0.25);
        Schema calibrated =
                Schema.ARMOR_PLATE.calibrated(
                        new LabelNoise(
                                along, across, List.of(), 40, List.of(), List.of(), Instant.EPOCH),
                        0.05);
        Pair pair = LookPairs.of(List.of(LOOK), calibrated).apply(7).getFirst();
        assertThat(pair.noise().orElseThrow().major()).isCloseTo(2, within(1e-12));
        assertThat(pair.noise().orElseThrow().minor()).isCloseTo(0.5, within(1e-12));
        assertThat(Math.abs(Math.sin(pair.noise().orElseThrow().angle())))
                .as("upright bars")
                .isCloseTo(1, within(1e-12));
    }
}
