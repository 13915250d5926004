package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.engine.FoundPlate;
import penumbra.engine.ValidatedPicture;
import penumbra.model.Schema;

/// A plate that is found 2 px too low; its labels are 1 px to the right of the truth.
class ValReportTest {

    private static final ValReport.Asked ASKED =
            new ValReport.Asked(Path.of("w"), Path.of("d"), "val", 640, 0.001, 0.7, 0.25);

    private static ValidatedPicture picture(boolean truth, double score) {
        return FoundPlate.picture(Path.of("p.jpg"), 1, truth, score);
    }

    private static ValReport report(ValidatedPicture picture, Schema schema) {
        return ValReport.of(ASKED, List.of(picture), schema, List.of());
    }

    @Test
    void errorsAreAgainstTheLabelsAndAgainstTheTruthAndTheNoiseBetweenThemIsSaid() {
        ValReport report = report(picture(true, 0.9), Schema.ARMOR_PLATE);
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
        ValReport report = report(picture(false, 0.9), measured);
        assertThat(report.truth()).isNull();
        assertThat(report.noise().source()).isEqualTo("sigmas");
        assertThat(report.noise().labels()).isCloseTo(Math.sqrt(0.48), within(1e-9));
        assertThat(report.noise().clean()).isCloseTo(Math.sqrt(5 - 0.48), within(1e-9));
        assertThat(report.metrics()).containsKeys("oks-measured", "pose-map-measured");
        assertThat(report(picture(false, 0.9), plate).noise()).isNull();
    }

    @Test
    void predictionsBelowThePointScoreCountForPrecisionOnly() {
        ValReport report = report(picture(false, 0.1), Schema.ARMOR_PLATE);
        assertThat(report.labels().all().found()).isZero();
        assertThat(report.labels().all().rmse()).isNaN();
        assertThat(report.boxes().map50()).isCloseTo(1, within(0.01));
        assertThat(report.noise()).isNull();
    }
}
