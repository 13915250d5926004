package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.loss.KeypointLoss;
import penumbra.model.Schema;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.OutlineChart;
import penumbra.run.PlateResult;

class PlatePathTest {

    private static final List<Point> LABEL =
            List.of(
                    new Point(100, 100),
                    new Point(100, 140),
                    new Point(180, 140),
                    new Point(180, 100));

    /// Found so far off in both directions, picture px, at half a px of the input a px.
    private static PlateResult found(double off) {
        return new PlateResult(
                "a.png",
                0,
                0,
                LABEL,
                List.of(true, true, true, true),
                Optional.empty(),
                Optional.of(LABEL.stream().map(p -> p.plus(new Point(off, -off))).toList()),
                List.of(),
                0.9,
                60,
                0.5);
    }

    private static final PlateResult MISSED =
            new PlateResult(
                    "a.png",
                    0,
                    0,
                    LABEL,
                    List.of(true, true, true, true),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0,
                    60,
                    0.5);

    private static final PlatePath PATH =
            new PlatePath(Schema.ARMOR_PLATE, 640, List.of(found(8), MISSED, found(2)));

    private static Figure figure(List<Figure> figures, String label) {
        return figures.stream().filter(f -> f.label().equals(label)).findFirst().orElseThrow();
    }

    @Test
    void theWayIsThatOfTheFoundPointsInInputPxFromTheLabel() {
        KeypointLoss loss = PlatePath.loss("l1", "").orElseThrow();
        ContourChart map = PATH.contour(loss, 1);
        assertThat(figure(map.figures(), "way of the predictions over the epochs").points())
                .containsExactly(new Point(4, -4), new Point(1, -1));
        assertThat(figure(map.figures(), "prediction now").points())
                .containsExactly(new Point(1, -1));
    }

    @Test
    void theSurfaceIsTheLossOfTheRunWithItsParameters() {
        KeypointLoss usual = PlatePath.loss("helium", "").orElseThrow();
        KeypointLoss tuned = PlatePath.loss("helium", "alpha=0.9").orElseThrow();
        assertThat(tuned).isNotEqualTo(usual);
        assertThat(PATH.contour(tuned, 0).grid().values())
                .isNotEqualTo(PATH.contour(usual, 0).grid().values());
        ContourChart l1 = PATH.contour(PlatePath.loss("l1", "").orElseThrow(), 0);
        double x = l1.grid().xs()[3];
        double y = l1.grid().ys()[5];
        assertThat(l1.grid().value(5, 3)).isCloseTo(Math.abs(x) + Math.abs(y), within(1e-12));
    }

    @Test
    void theSquareIsWideEnoughForTheWay() {
        PlatePath far = new PlatePath(Schema.ARMOR_PLATE, 640, List.of(found(40), found(2)));
        double[] xs = far.contour(PlatePath.loss("l1", "").orElseThrow(), 0).grid().xs();
        assertThat(xs[xs.length - 1]).isGreaterThan(20);
    }

    @Test
    void theOutlineHasLabelAndPredictionInPicturePx() {
        OutlineChart outline = PATH.outline();
        assertThat(figure(outline.figures(), "label").points()).isEqualTo(LABEL);
        assertThat(figure(outline.figures(), "prediction now").points().getFirst())
                .isEqualTo(new Point(102, 98));
        assertThat(figure(outline.figures(), "way of TL").points())
                .containsExactly(new Point(108, 92), new Point(102, 98));
    }

    @Test
    void aLossThatIsNoFunctionOfOneKeypointHasNoSurface() {
        assertThat(PlatePath.loss("helium-paper", "")).isEmpty();
    }
}
