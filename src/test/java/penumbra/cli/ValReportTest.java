package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.data.input.ValidationFrame;
import penumbra.engine.ValidatedPicture;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.metric.Detection;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// One plate of 120 x 40 px in a picture of 1280 x 1024 px, found 2 px too low; its labels are 1 px
/// to the right of the truth.
class ValReportTest {

    private static final Size PICTURE = new Size(1280, 1024);
    private static final ValidationFrame FRAME =
            ValidationFrame.of(PICTURE, 640, new Size(672, 544));
    private static final ValReport.Asked ASKED =
            new ValReport.Asked(Path.of("w"), Path.of("d"), "val", 640, 0.001, 0.7, 0.25);

    private static List<Point> plate(double dx, double dy) {
        return Stream.of(
                        new Point(100, 200),
                        new Point(100, 240),
                        new Point(220, 240),
                        new Point(220, 200))
                .map(p -> p.plus(new Point(dx, dy)))
                .toList();
    }

    private static Target target(double dx) {
        return Target.of(
                8,
                plate(dx, 0).stream().map(p -> Keypoint.visible(p.x(), p.y())).toList(),
                Optional.of(new Box(100 + dx, 200, 120, 40)),
                "");
    }

    private static ValidatedPicture picture(Optional<List<Target>> truth, double score) {
        Detection found =
                new Detection(
                        8,
                        score,
                        plate(0, 2).stream().map(FRAME::toInput).toList(),
                        FRAME.toInput(new Box(100, 202, 120, 40)));
        return new ValidatedPicture(
                new LoadedPicture(Path.of("p.jpg"), PICTURE, List.of(target(1)), truth),
                FRAME,
                List.of(found));
    }

    private static ValReport report(ValidatedPicture picture, Schema schema) {
        return ValReport.of(ASKED, List.of(picture), schema, List.of());
    }

    @Test
    void errorsAreAgainstTheLabelsAndAgainstTheTruthAndTheNoiseBetweenThemIsSaid() {
        ValReport report =
                report(picture(Optional.of(List.of(target(0))), 0.9), Schema.ARMOR_PLATE);
        assertThat(report.labels().all().rmse()).isCloseTo(Math.sqrt(5), within(1e-9));
        assertThat(report.truth().all().rmse()).isCloseTo(2, within(1e-9));
        assertThat(report.truth().all().rmseInput()).isCloseTo(1, within(1e-9));
        assertThat(report.noise().source()).isEqualTo("truth");
        assertThat(report.noise().labels()).isCloseTo(1, within(1e-9));
        assertThat(report.noise().clean()).isCloseTo(2, within(1e-9));
        assertThat(report.boxes().map50()).isCloseTo(1, within(0.01));
        assertThat(report.labels().classes()).containsOnlyKeys("RG");
        assertThat(report.labels().sizes()).containsOnlyKeys("64 px and more");
        assertThat(report.labels().keypoints()).containsOnlyKeys("TL", "BL", "BR", "TR");
        // Lower ends lie 2 px beyond their bar, upper ones 2 px short of it.
        assertThat(report.truth().keypoints().get("BL").outwards()).isCloseTo(2, within(1e-9));
        assertThat(report.truth().keypoints().get("TL").outwards()).isCloseTo(-2, within(1e-9));
        assertThat(report.truth().curve().get(2).share()).isZero();
        assertThat(report.truth().curve().get(4).share()).isEqualTo(1);
        assertThat(report.metrics()).doesNotContainKey("oks-measured");
    }

    /// sigma 0.01 of sqrt(4800) = 69.3 px: labels scatter by 0.693 px.
    @Test
    void measuredSigmasSayWhatTheLabelsHideWhereThereIsNoTruth() {
        Schema plate = Schema.ARMOR_PLATE;
        Schema measured =
                new Schema(
                        plate.keypoints(),
                        plate.edges(),
                        plate.flip(),
                        List.of(0.01, 0.01, 0.01, 0.01),
                        plate.classes());
        ValReport report = report(picture(Optional.empty(), 0.9), measured);
        assertThat(report.truth()).isNull();
        assertThat(report.noise().source()).isEqualTo("sigmas");
        assertThat(report.noise().labels()).isCloseTo(Math.sqrt(0.48), within(1e-9));
        assertThat(report.noise().clean()).isCloseTo(Math.sqrt(5 - 0.48), within(1e-9));
        assertThat(report.metrics()).containsKeys("oks-measured", "pose-map-measured");
        assertThat(report(picture(Optional.empty(), 0.9), plate).noise()).isNull();
    }

    @Test
    void predictionsBelowThePointScoreCountForPrecisionOnly() {
        ValReport report = report(picture(Optional.empty(), 0.1), Schema.ARMOR_PLATE);
        assertThat(report.labels().all().found()).isZero();
        assertThat(report.labels().all().rmse()).isNaN();
        assertThat(report.boxes().map50()).isCloseTo(1, within(0.01));
        assertThat(report.noise()).isNull();
    }
}
