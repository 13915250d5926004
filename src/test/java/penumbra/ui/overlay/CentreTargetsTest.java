package penumbra.ui.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.uncertainty.heatmap.GaussianRadius;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.RadiusFormula;
import penumbra.uncertainty.heatmap.SigmaRule;

class CentreTargetsTest {

    /// 1024 px become 512, so that a cell of 4 input px is 8 picture px.
    private static final CellGrid GRID = CellGrid.of(new Size(1024, 768), 512, 4);

    private static CentreTargets targets(boolean centres, PickedPoints picked) {
        return new CentreTargets(
                GRID, centres, picked, 0.7, RadiusFormula.CORRECT, 1, SigmaRule.CODE);
    }

    /// 40 x 40 cells.
    private static Target square() {
        return Scenes.target(
                Keypoint.visible(80, 80),
                Keypoint.visible(80, 400),
                Keypoint.visible(400, 400),
                Keypoint.visible(400, 80));
    }

    @Test
    void theMapHasTheInputsCells() {
        assertThat(GRID.width()).isEqualTo(128);
        assertThat(GRID.height()).isEqualTo(96);
        assertThat(GRID.cell()).isEqualTo(8);
    }

    @Test
    void theRadiusIsThatOfTheFormulasExample() {
        CentreTargets.Extent extent =
                targets(false, PickedPoints.ALL).extent(square()).orElseThrow();
        assertThat(extent.width()).isEqualTo(40);
        assertThat(extent.cases().outside()).isCloseTo(3.904572, within(1e-6));
        assertThat(extent.cases().inside()).isCloseTo(3.266799, within(1e-6));
        assertThat(extent.cases().shifted()).isCloseTo(3.700591, within(1e-6));
        assertThat(extent.cases().ruling()).isEqualTo(GaussianRadius.Case.INSIDE);
        assertThat(extent.radius()).isEqualTo(3);
        assertThat(extent.sigma()).isCloseTo(7 / 6.0, within(1e-12));
    }

    @Test
    void gaussiansStandOnTheCellsOfPickedKeypointsOrOnTheCentre() {
        CentreTargets two = targets(false, new PickedPoints(Set.of(1, 2)));
        assertThat(two.spots(List.of(square())))
                .extracting(Heatmap.Spot::x, Heatmap.Spot::y)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(10, 10),
                        org.assertj.core.groups.Tuple.tuple(50, 10));
        assertThat(targets(true, PickedPoints.ALL).spots(List.of(square())))
                .extracting(Heatmap.Spot::x, Heatmap.Spot::y)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(30, 30));
        Heatmap map = two.map(two.spots(List.of(square())));
        assertThat(map.at(10, 10)).isEqualTo(1);
        assertThat(map.at(11, 10)).isCloseTo(Math.exp(-0.5 * 36 / 49), within(1e-12));
        assertThat(map.at(10, 50)).isZero();
    }

    @Test
    void aTargetWithoutAreaHasNoGaussian() {
        Keypoint here = Keypoint.visible(50, 50);
        Target point = Scenes.target(here, here, here, here);
        assertThat(targets(false, PickedPoints.ALL).spots(List.of(point))).isEmpty();
    }

    @Test
    void theReadOutMarksTheCaseThatRules() {
        OverlayScene scene = Scenes.of(true, Scenes.plate(400, 400));
        CenterNetOverlay overlay = new CenterNetOverlay();
        List<ReadOut> lines = overlay.readOuts(scene, overlay.defaults());
        // 1280 px become 512: a cell is 10 px, the box 6 x 3 cells.
        assertThat(lines).anySatisfy(l -> assertThat(l.value()).isEqualTo("6 × 3 cells"));
        assertThat(lines.stream().filter(l -> l.value().contains("rules"))).hasSize(1);
    }
}
