package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class YoloPoseTest {

    private static final List<Double> SIGMAS = List.of(0.25, 0.25);

    private static YoloPose.Anchor anchor(Point first, Point second, boolean secondLabelled) {
        return new YoloPose.Anchor(
                List.of(first, second),
                List.of(new Point(10, 10), new Point(14, 10)),
                List.of(true, secondLabelled),
                8);
    }

    /// e = d² / (0.25 · 8 · 2) = d² / 4: distances 1 and 2 give 0.25 and 1; f is 1, the mean over
    /// 2.
    @Test
    void theLossIsTheOneByHand() {
        YoloPose.Anchor both = anchor(new Point(11, 10), new Point(14, 12), true);
        double expected = (1 - Math.exp(-0.25) + 1 - Math.exp(-1)) / 2;
        assertThat(YoloPose.loss(List.of(both), SIGMAS).value()).isCloseTo(expected, within(2e-9));
    }

    /// One labelled point of two counts double, the other not at all.
    @Test
    void labelledPointsShareTheWeightOfAll() {
        YoloPose.Anchor one = anchor(new Point(11, 10), new Point(0, 0), false);
        PoseLoss.BatchValue value = YoloPose.loss(List.of(one), SIGMAS);
        assertThat(value.value()).isCloseTo(1 - Math.exp(-0.25), within(2e-9));
        assertThat(value.targets().getFirst().gradients().getLast()).isEqualTo(new Point(0, 0));
    }

    @Test
    void gradientsAreDifferenceQuotients() {
        Point at = new Point(11.3, 9.2);
        List<YoloPose.Anchor> batch = new ArrayList<>();
        batch.add(anchor(at, new Point(13, 10), true));
        batch.add(anchor(new Point(9, 9), new Point(13, 10), false));
        Gradients.check(
                p -> {
                    batch.set(0, anchor(p, new Point(13, 10), true));
                    PoseLoss.BatchValue value = YoloPose.loss(batch, SIGMAS);
                    Point g = value.targets().getFirst().gradients().getFirst();
                    return new LossValue(value.value(), g.x(), g.y());
                },
                at,
                1);
    }

    @Test
    void aCellsMiddleIsWhereARawZeroPointsHalfACellBefore() {
        assertThat(YoloPose.decode(new Point(0, 0), 7, 3)).isEqualTo(new Point(7, 3));
        assertThat(YoloPose.decode(new Point(0.25, 0.25), 7, 3)).isEqualTo(new Point(7.5, 3.5));
    }
}
