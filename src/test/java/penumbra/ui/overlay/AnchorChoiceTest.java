package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.InputFrame;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.ScoredAnchor;

class AnchorChoiceTest {

    private static final Point LABEL = new Point(10, 8);
    private static final Box BOX = new Box(8, 6, 6, 4);
    private static final CellPart PART = new CellPart(2, 1, 18, 16);

    private static MadeUpPrediction wrongBy(double dx, double dy) {
        return new MadeUpPrediction(LABEL, LABEL.plus(new Point(dx, dy)), 1.5);
    }

    private static AnchorChoice choice(AnchorChoice.Rule rule, double sigma, double blend) {
        return AnchorChoice.of(
                PART, wrongBy(4, 0), BOX, new AnchorChoice.Order(rule, sigma, 5, blend));
    }

    @Test
    void confidenceIsHighestWhereThePredictionBelievesAndThereItIsWrongByItsBelief() {
        Candidate believed = wrongBy(3, 0).at(13, 8);
        assertThat(believed.confidence()).isCloseTo(0.97, within(1e-12));
        assertThat(believed.predicted()).isEqualTo(new Point(13, 8));
        Candidate far = wrongBy(3, 0).at(-20, 8);
        assertThat(far.confidence()).isCloseTo(0.02, within(1e-9));
        assertThat(far.predicted().x()).as("a quarter short").isCloseTo(2.5, within(1e-9));
    }

    @Test
    void theLocalStepGoesTowardsTheLabelAndIsNeverLong() {
        MadeUpPrediction prediction = wrongBy(0, 0);
        var local = prediction.local(new CellPart(0, 0, 24, 20));
        assertThat(local.refine(new Point(11, 8))).isEqualTo(new Point(10.4, 8));
        assertThat(local.at(new Point(20, 8)).norm()).isCloseTo(2, within(1e-9));
    }

    @Test
    void aStrictSigmaTakesAnchorsThatAreRightALooseOneThoseThatAreSure() {
        ScoredAnchor strict = choice(AnchorChoice.Rule.MUL, 0.5, 0).anchors().getFirst();
        ScoredAnchor loose = choice(AnchorChoice.Rule.MUL, 16, 0).anchors().getFirst();
        assertThat(loose.candidate().x()).as("the believed cell").isEqualTo(14);
        assertThat(strict.candidate().predicted().distance(LABEL))
                .isLessThan(loose.candidate().predicted().distance(LABEL));
    }

    @Test
    void anchorsAreBestFirstAndAsManyAsAskedFor() {
        for (AnchorChoice.Rule rule : AnchorChoice.Rule.values()) {
            List<ScoredAnchor> anchors = choice(rule, 4, 0.5).anchors();
            assertThat(anchors).hasSize(5);
            assertThat(anchors).isSortedAccordingTo((a, b) -> Double.compare(b.score(), a.score()));
        }
        AnchorChoice.Order all = new AnchorChoice.Order(AnchorChoice.Rule.MUL, 4, 60, 0);
        CellPart few = new CellPart(9, 8, 3, 2);
        assertThat(AnchorChoice.of(few, wrongBy(0, 0), BOX, all).anchors()).hasSize(6);
    }

    @Test
    void theBlendIsThatOfOverlapAndAccuracy() {
        AnchorChoice boxes = choice(AnchorChoice.Rule.BLEND, 4, 0);
        ScoredAnchor believed =
                boxes.scored().stream()
                        .filter(s -> s.candidate().x() == 14 && s.candidate().y() == 8)
                        .findFirst()
                        .orElseThrow();
        // Displaced by 4 of 6 cells: 2 x 4 in common of 40 in all, so an overlap of 0.2.
        assertThat(believed.score()).isCloseTo(Math.sqrt(0.97) * Math.pow(0.2, 6), within(1e-9));
        ScoredAnchor points =
                choice(AnchorChoice.Rule.BLEND, 4, 1).scored().stream()
                        .filter(s -> s.candidate().x() == 14 && s.candidate().y() == 8)
                        .findFirst()
                        .orElseThrow();
        assertThat(points.score()).isCloseTo(Math.sqrt(0.97) * Math.exp(-6 * 0.5), within(1e-9));
    }

    @Test
    void waysLeadFromTheCellOverTheCoarseToTheRefinedPoint() {
        AnchorChoice choice = choice(AnchorChoice.Rule.MUL, 4, 0);
        for (int i = 0; i < choice.anchors().size(); i++) {
            Candidate candidate = choice.anchors().get(i).candidate();
            List<Point> way = choice.ways().get(i);
            assertThat(way.get(0)).isEqualTo(new Point(candidate.x(), candidate.y()));
            assertThat(way.get(1)).isEqualTo(candidate.predicted());
            assertThat(way.get(2).distance(LABEL)).isLessThan(way.get(1).distance(LABEL));
        }
    }

    @Test
    void thePartOfTheMapStaysOnIt() {
        CellGrid grid = new CellGrid(new InputFrame(1), 4, 40, 30);
        assertThat(CellPart.of(grid, new Box(3, 2, 4, 2), 1)).isEqualTo(new CellPart(2, 1, 7, 5));
        assertThat(CellPart.of(grid, new Box(-50, -50, 10, 10), 5))
                .isEqualTo(new CellPart(0, 0, 1, 1));
        assertThat(CellPart.of(grid, new Box(38, 28, 50, 50), 0))
                .isEqualTo(new CellPart(38, 28, 2, 2));
    }

    @Test
    void partsThatTouchBecomeOneAndOthersStay() {
        CellPart a = new CellPart(0, 0, 4, 4);
        CellPart b = new CellPart(10, 0, 4, 4);
        CellPart bridge = new CellPart(4, 2, 6, 1);
        CellPart far = new CellPart(30, 30, 2, 2);
        assertThat(CellPart.apart(List.of(a, b, far))).containsExactlyInAnyOrder(a, b, far);
        assertThat(CellPart.apart(List.of(a, b, far, bridge)))
                .containsExactlyInAnyOrder(new CellPart(0, 0, 14, 4), far);
    }

    @Test
    void decadesRunFromAThousandthToOne() {
        assertThat(AnchorPainter.decades(1)).isEqualTo(1);
        assertThat(AnchorPainter.decades(0.1)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(AnchorPainter.decades(0.001)).isCloseTo(0, within(1e-12));
        assertThat(AnchorPainter.decades(0)).isZero();
    }

    @Test
    void draggingTheHandleMovesTheBelief() {
        AdaAnchorOverlay overlay = new AdaAnchorOverlay();
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 300));
        Point handle = overlay.handles(scene, overlay.defaults()).getFirst();
        assertThat(handle).isEqualTo(new Point(408, 294));
        AdaAnchorOverlay.Settings dragged =
                overlay.dragged(scene, overlay.defaults(), 0, new Point(390, 320));
        assertThat(dragged.error()).isEqualTo(new Point(-10, 20));
        assertThat(overlay.handles(scene, dragged).getFirst()).isEqualTo(new Point(390, 320));
        assertThat(overlay.handles(Scenes.of(false, Scenes.plate(1, 1)), dragged)).isEmpty();
    }
}
