package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.model.AxisLaw;
import penumbra.model.Keypoint;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.ScaleMeasure;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;

class HeliumRingsTest {

    private static final Size PICTURE = new Size(1280, 1024);

    private static HeliumRings rings(Target target, SigmaUnits units, boolean keptApart) {
        SigmaLaw law = new SigmaLaw(0.05, 0.1, units, ScaleMeasure.D_MIN, 8, keptApart);
        return HeliumRings.of(target, Schema.ARMOR_PLATE, PICTURE, law, 8, 640);
    }

    /// A plate whose nearest keypoints are 48 px apart: 24 px in the input, the example of the
    /// formulas' table.
    private static Target plate() {
        return Scenes.target(
                Keypoint.visible(100, 100),
                Keypoint.visible(100, 148),
                Keypoint.visible(220, 148),
                Keypoint.visible(220, 100));
    }

    @Test
    void theLawWorksInInputPxAndSigmaComesBackInPicturePx() {
        // 2 picture px are one input px; sigma of 24 input px is 0.2963, 0.0045, 31.880, 2.9030.
        assertThat(rings(plate(), SigmaUnits.GRID, false).dMin()).isEqualTo(48);
        assertThat(rings(plate(), SigmaUnits.GRID, false).sigma()).isCloseTo(0.5927, within(1e-4));
        assertThat(rings(plate(), SigmaUnits.PIXEL, false).sigma())
                .isCloseTo(2 * 0.0045359, within(1e-6));
        assertThat(rings(plate(), SigmaUnits.NORM, false).sigma()).isCloseTo(63.76, within(1e-2));
        assertThat(rings(plate(), SigmaUnits.HYBRID, false).sigma()).isCloseTo(5.806, within(1e-3));
        assertThat(rings(plate(), SigmaUnits.TARGET, false).sigma())
                .isCloseTo(2 * 0.8890, within(1e-3));
    }

    @Test
    void ringsMeetWhenSixSigmaExceedTheGap() {
        assertThat(rings(plate(), SigmaUnits.GRID, false).overlapping()).isFalse();
        assertThat(rings(plate(), SigmaUnits.NORM, false).overlapping()).isTrue();
        HeliumRings held = rings(plate(), SigmaUnits.NORM, true);
        assertThat(held.sigma()).isCloseTo(8, within(1e-9));
        assertThat(held.overlapping()).isFalse();
    }

    @Test
    void calibratedRingsTakeTheNoiseThatTheProjectMeasured() {
        AxisLaw along = new AxisLaw(SizeLaw.GROWING, 1, 0.25, 48, 4);
        AxisLaw across = new AxisLaw(SizeLaw.CONSTANT, 1, 0, 48, 0.25);
        Schema measured =
                Schema.ARMOR_PLATE.calibrated(
                        new LabelNoise(
                                along, across, List.of(), 40, List.of(), List.of(), Instant.EPOCH),
                        0.05);
        SigmaLaw law = new SigmaLaw(0.05, 0.1, SigmaUnits.CALIBRATED, ScaleMeasure.D_MIN, 8, false);
        EndNoise noise =
                HeliumRings.of(plate(), measured, PICTURE, law, 8, 640)
                        .scatter()
                        .getFirst()
                        .orElseThrow();
        // At the reference gap of 48 px the variance is 4 (1 + 0.25).
        assertThat(noise.along()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(noise.across()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void calibratedRingsAreEllipsesAlongTheirBarPointingOutwards() {
        HeliumRings rings = rings(plate(), SigmaUnits.CALIBRATED, false);
        assertThat(rings.scatter().get(0).orElseThrow().along()).isEqualTo(1.5);
        assertThat(rings.scatter().get(0).orElseThrow().across()).isEqualTo(0.7);
        assertThat(rings.scatter().get(0).orElseThrow().direction().y()).isEqualTo(-1);
        assertThat(rings.scatter().get(1).orElseThrow().direction().y()).isEqualTo(1);
        assertThat(rings.sigma()).isCloseTo(Math.sqrt(1.5 * 0.7), within(1e-9));
    }

    @Test
    void whatIsNotLabelledHasNoRing() {
        Target partly =
                Scenes.target(
                        Keypoint.UNLABELLED,
                        Keypoint.visible(100, 148),
                        Keypoint.visible(220, 148),
                        Keypoint.visible(220, 100));
        HeliumRings rings = rings(partly, SigmaUnits.GRID, false);
        assertThat(rings.scatter().get(0)).isEmpty();
        assertThat(rings.scatter().subList(1, 4)).allMatch(java.util.Optional::isPresent);
        assertThat(rings.dMin()).isEqualTo(48);
    }

    @Test
    void theReadOutNamesGapSigmaAndTheirRatio() {
        OverlayScene scene = Scenes.of(true, plate());
        List<ReadOut> lines = new HeliumOverlay().readOuts(scene, new HeliumOverlay().defaults());
        assertThat(lines.get(0).value()).contains("48.0 px").contains("24.0");
        assertThat(lines.get(1).value()).contains("0.593 px").contains("0.296");
        assertThat(lines.get(2).value()).contains("0.0741");
        assertThat(lines.get(2).marked()).isFalse();
    }
}
