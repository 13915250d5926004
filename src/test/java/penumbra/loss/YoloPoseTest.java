package penumbra.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

class YoloPoseTest {

    private static final YoloPose TERM = new YoloPose(List.of(0.25, 0.25), 1);

    /// In cells: labels at (10, 10) and (14, 10), area 8.
    private static List<KeypointResidual> anchor(
            Point first, Point second, boolean secondLabelled) {
        LabelContext label =
                new LabelContext(new TargetScale(4, 4, 8, 1, 80), EndNoise.isotropic(1));
        return List.of(
                new KeypointResidual(first.minus(new Point(10, 10)), true, label),
                new KeypointResidual(second.minus(new Point(14, 10)), secondLabelled, label));
    }

    /// e = d² / (0.25 · 8 · 2) = d² / 4: distances 1 and 2 give 0.25 and 1; f is 1, the mean over
    /// 2.
    @Test
    void theLossIsTheOneByHand() {
        List<KeypointResidual> both = anchor(new Point(11, 10), new Point(14, 12), true);
        double expected = (1 - Math.exp(-0.25) + 1 - Math.exp(-1)) / 2;
        assertThat(TERM.of(List.of(both)).value()).isCloseTo(expected, within(2e-9));
    }

    /// One labelled point of two counts double, the other not at all.
    @Test
    void labelledPointsShareTheWeightOfAll() {
        List<KeypointResidual> one = anchor(new Point(11, 10), new Point(0, 0), false);
        PoseTerm.BatchValue value = TERM.of(List.of(one));
        assertThat(value.value()).isCloseTo(1 - Math.exp(-0.25), within(2e-9));
        assertThat(value.targets().getFirst().gradients().getLast()).isEqualTo(new Point(0, 0));
    }

    @Test
    void gradientsAreDifferenceQuotients() {
        Point at = new Point(11.3, 9.2);
        List<List<KeypointResidual>> batch = new ArrayList<>();
        batch.add(anchor(at, new Point(13, 10), true));
        batch.add(anchor(new Point(9, 9), new Point(13, 10), false));
        Gradients.check(
                p -> {
                    batch.set(0, anchor(p, new Point(13, 10), true));
                    PoseTerm.BatchValue value = TERM.of(batch);
                    Point g = value.targets().getFirst().gradients().getFirst();
                    return new LossValue(value.value(), g.x(), g.y());
                },
                at,
                1);
    }

    /// The same in px, eight to a cell.
    @Test
    void theLossHasNoUnit() {
        List<KeypointResidual> cells = anchor(new Point(11, 10), new Point(14, 12), true);
        LabelContext px =
                new LabelContext(
                        new TargetScale(32, 32, 512, 8, 640), cells.getFirst().label().noise());
        List<KeypointResidual> pixels =
                cells.stream()
                        .map(p -> new KeypointResidual(p.residual().times(8), true, px))
                        .toList();
        PoseTerm.BatchValue inCells = TERM.of(List.of(cells));
        PoseTerm.BatchValue inPixels = TERM.of(List.of(pixels));
        assertThat(inPixels.value()).isEqualTo(inCells.value());
        assertThat(inPixels.targets().getFirst().gradients().getFirst().times(8))
                .isEqualTo(inCells.targets().getFirst().gradients().getFirst());
    }

    @Test
    void anAnchorWithoutLabelsCountsInTheMean() {
        List<KeypointResidual> one = anchor(new Point(11, 10), new Point(14, 10), true);
        List<KeypointResidual> none =
                one.stream()
                        .map(p -> new KeypointResidual(p.residual(), false, p.label()))
                        .toList();
        assertThat(TERM.of(List.of(one, none)).value())
                .isCloseTo(TERM.of(List.of(one)).value() / 2, within(1e-12));
    }

    @Test
    void theReferencesSigmasAreCocosForItsSeventeenKeypointsElseOneOverK() {
        assertThat(YoloPose.stock(4, 3).sigmas()).containsOnly(0.25);
        assertThat(YoloPose.stock(17, 2).sigmas()).containsOnly(1 / 17.0);
        assertThat(YoloPose.stock(17, 3).sigmas()).contains(0.107, 0.026);
    }

    @Test
    void aCellsMiddleIsWhereARawZeroPointsHalfACellBefore() {
        assertThat(YoloPose.decode(new Point(0, 0), 7, 3)).isEqualTo(new Point(7, 3));
        assertThat(YoloPose.decode(new Point(0.25, 0.25), 7, 3)).isEqualTo(new Point(7.5, 3.5));
    }
}
