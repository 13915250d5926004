package penumbra.uncertainty.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

class KeypointAccuracyTest {

    private static final List<Keypoint> LABELS =
            List.of(Keypoint.visible(10, 10), Keypoint.visible(50, 10), Keypoint.UNLABELLED);

    private static List<Point> predicted(double firstOff, double secondOff) {
        return List.of(
                new Point(10 + firstOff, 10), new Point(50, 10 + secondOff), new Point(1e9, -1e9));
    }

    /// kappa² A = 1600 / 16 = 100: distances 10 and 20 give exp(-1/2) and exp(-2).
    @Test
    void itIsTheMeanOverLabelledKeypoints() {
        assertThat(KeypointAccuracy.BOX.of(predicted(10, 20), LABELS, 1600).orElseThrow())
                .isCloseTo((Math.exp(-0.5) + Math.exp(-2)) / 2, within(1e-12));
        assertThat(KeypointAccuracy.BOX.of(predicted(0, 0), LABELS, 1600)).hasValue(1);
    }

    /// The nearer one alone counts far out: exponents -2450 and -5000.
    @Test
    void itsLogarithmDoesNotUnderflow() {
        assertThat(KeypointAccuracy.BOX.of(predicted(700, 1000), LABELS, 1600)).hasValue(0);
        assertThat(KeypointAccuracy.BOX.logarithm(predicted(700, 1000), LABELS, 1600).orElseThrow())
                .isCloseTo(-2450 - Math.log(2), within(1e-9));
    }

    @Test
    void withoutLabelsThereIsNone() {
        assertThat(
                        KeypointAccuracy.BOX.of(
                                List.of(new Point(0, 0)), List.of(Keypoint.UNLABELLED), 1600))
                .isEmpty();
    }

    @Test
    void aBoxWithoutAreaAndAKappaOfNothing() {
        assertThat(
                        KeypointAccuracy.BOX.of(
                                List.of(new Point(3, 0)), List.of(Keypoint.visible(3, 0)), 0))
                .hasValue(1);
        assertThatThrownBy(() -> new KeypointAccuracy(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
