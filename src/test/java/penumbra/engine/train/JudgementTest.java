package penumbra.engine.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.engine.FoundPlate;
import penumbra.engine.ValidatedPicture;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;
import penumbra.run.Against;
import penumbra.run.PlateResult;
import penumbra.run.TrainingEvent;

class JudgementTest {

    private static final Path ROOT = Path.of("data").toAbsolutePath();

    private static ValidatedPicture picture(double labelledAt) {
        return FoundPlate.picture(ROOT.resolve("images/p.jpg"), labelledAt, true, 0.9);
    }

    private static PlaceErrors place(List<PlateResult> plates, Against against) {
        List<TargetErrors> errors =
                plates.stream()
                        .flatMap(p -> p.errors(against, Schema.ARMOR_PLATE.edges()).stream())
                        .toList();
        return PlaceErrors.of(errors, 640);
    }

    @Test
    void whatOverlapsTheTruthIsFoundForItHoweverItIsLabelled() {
        // 60 of 120 px to the side: a third of both boxes together overlaps, less than a half.
        List<ValidatedPicture> pictures = List.of(picture(0), picture(60));
        Judgement judged = Judgement.of(pictures, Schema.ARMOR_PLATE, 640);
        List<PlateResult> plates = Judgement.plates(pictures, ROOT);
        assertThat(plates).extracting(PlateResult::picture).containsOnly("images/p.jpg");

        TrainingEvent.Errors truth = judged.truth().orElseThrow();
        assertThat(truth.missed()).isZero();
        assertThat(truth.rmse()).isCloseTo(2, within(1e-9));
        assertThat(place(plates, Against.TRUTH).found()).isEqualTo(2);
        assertThat(place(plates, Against.TRUTH).rmse()).isCloseTo(2, within(1e-9));
        assertThat(place(plates, Against.TRUTH).aucPixels())
                .as("the plates tell of the run what its events tell")
                .isCloseTo(truth.auc(), within(1e-12));

        assertThat(judged.labels().missed()).isEqualTo(1);
        assertThat(place(plates, Against.LABELS).found()).isEqualTo(1);
        assertThat(place(plates, Against.LABELS).aucPixels())
                .isCloseTo(judged.labels().auc(), within(1e-12));
    }
}
