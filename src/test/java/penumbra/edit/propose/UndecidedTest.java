package penumbra.edit.propose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;

class UndecidedTest {

    private static Target plate(int classIndex, double x) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(x, 10),
                        Keypoint.visible(x, 30),
                        Keypoint.visible(x + 40, 30),
                        Keypoint.visible(x + 40, 10));
        return Target.of(classIndex, points, Optional.empty(), "");
    }

    private static Prediction found(Target target) {
        return new Prediction(target, Collections.nCopies(4, Optional.empty()), 0.5);
    }

    private static List<Prediction> undecided(Prediction prediction, Target... labels) {
        LabelledImage picture =
                new LabelledImage(
                        1, "a", new Size(200, 100), List.of(labels), LabelState.LABELLED, "");
        return Undecided.of(List.of(prediction), Set.of(), picture);
    }

    @Test
    void similarityIsThatOfOksWithTolerantSigmas() {
        // s² = 0.53 * 40 * 20 = 424, kappa = 1/2: exp(-d² / (2 * 424 / 4)) at d = 10 px.
        assertThat(Undecided.similarity(plate(0, 10), plate(0, 20)))
                .isCloseTo(Math.exp(-100 / 212.0), within(1e-12));
        Target nothing = plate(0, 0).withKeypoints(Collections.nCopies(4, Keypoint.UNLABELLED));
        assertThat(Undecided.similarity(nothing, plate(0, 0))).isZero();
    }

    @Test
    void aLabelOfTheSameClassAtTheSamePlaceSettlesIt() {
        Prediction prediction = found(plate(3, 10));
        assertThat(undecided(prediction)).containsExactly(prediction);
        assertThat(undecided(prediction, plate(3, 14))).isEmpty();
        assertThat(undecided(prediction, plate(2, 10))).containsExactly(prediction);
        assertThat(undecided(prediction, plate(3, 60))).containsExactly(prediction);
    }

    @Test
    void aLabelThatWasTakenFromItSettlesItWhereverItWentAndWhateverItBecame() {
        Prediction prediction = found(plate(3, 10));
        Target taken = plate(1, 100).withId(prediction.target().id());
        assertThat(undecided(prediction, taken)).isEmpty();
    }

    @Test
    void whatWasDismissedIsSettled() {
        Prediction prediction = found(plate(3, 10));
        LabelledImage picture =
                new LabelledImage(1, "a", new Size(200, 100), List.of(), LabelState.UNLABELLED, "");
        assertThat(Undecided.of(List.of(prediction), Set.of(prediction.target().id()), picture))
                .isEmpty();
    }
}
