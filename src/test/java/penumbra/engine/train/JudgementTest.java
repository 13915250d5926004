package penumbra.engine.train;

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
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.run.Against;
import penumbra.run.PlateResult;
import penumbra.run.TrainingEvent;

class JudgementTest {

    private static final Path ROOT = Path.of("data").toAbsolutePath();
    private static final Size SIZE = new Size(640, 512);
    private static final ValidationFrame FRAME = ValidationFrame.of(SIZE, 640, new Size(672, 544));

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

    /// A plate whose label is off, and what a network finds 2 px below the truth.
    private static ValidatedPicture picture(double labelledAt) {
        Detection found =
                new Detection(
                        8,
                        0.9,
                        plate(0, 2).stream().map(FRAME::toInput).toList(),
                        FRAME.toInput(new Box(100, 202, 120, 40)));
        return new ValidatedPicture(
                new LoadedPicture(
                        ROOT.resolve("images/p.jpg"),
                        SIZE,
                        List.of(target(labelledAt)),
                        Optional.of(List.of(target(0)))),
                FRAME,
                List.of(found));
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
