package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.plot.ColourMap;
import penumbra.ui.Shortcut;
import penumbra.uncertainty.heatmap.GaussianRadius;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.RadiusFormula;
import penumbra.uncertainty.heatmap.SigmaRule;

/// The target map of CenterNet: a Gaussian of the size of its box at the cell of each keypoint, or
/// of each box's centre.
final class CenterNetOverlay implements Overlay<CenterNetOverlay.Settings> {

    /// What the Gaussians stand on.
    enum Where {
        KEYPOINTS,
        CENTRES
    }

    /// @param stride R, input px of a cell
    /// @param inputSide of the network, px
    /// @param minOverlap least overlap of a box whose corners moved by the radius
    /// @param leastRadius cells; with 0 a small plate has a single positive cell
    /// @param grid whether the borders of cells are drawn
    record Settings(
            Where where,
            PickedPoints keypoints,
            @Range(least = 0.05, most = 0.95) double minOverlap,
            RadiusFormula formula,
            @Range(least = 0, most = 4) int leastRadius,
            SigmaRule sigmaRule,
            @Range(least = 2, most = 32) int stride,
            @Range(least = 160, most = 1920) int inputSide,
            boolean grid,
            ColourMap colours) {}

    @Override
    public String id() {
        return "centernet";
    }

    @Override
    public Shortcut shortcut() {
        return Shortcut.OVERLAY_CENTERNET;
    }

    @Override
    public Settings defaults() {
        return new Settings(
                Where.KEYPOINTS,
                PickedPoints.ALL,
                0.7,
                RadiusFormula.CORRECT,
                1,
                SigmaRule.CODE,
                4,
                512,
                false,
                ColourMap.VIRIDIS);
    }

    @Override
    public boolean applies(Settings settings, String component) {
        return !component.equals("keypoints") || settings.where() == Where.KEYPOINTS;
    }

    @Override
    public boolean belowLabels() {
        return true;
    }

    @Override
    public String caption(Settings settings) {
        return text("caption", settings.stride());
    }

    @Override
    public Optional<Legend> legend(Settings settings) {
        return Optional.of(new Legend(settings.colours(), "0", text("high")));
    }

    private static CentreTargets targets(OverlayScene scene, Settings settings) {
        return new CentreTargets(
                CellGrid.of(scene.picture().size(), settings.inputSide(), settings.stride()),
                settings.where() == Where.CENTRES,
                settings.keypoints(),
                settings.minOverlap(),
                settings.formula(),
                settings.leastRadius(),
                settings.sigmaRule());
    }

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        CentreTargets targets = targets(scene, settings);
        List<Heatmap.Spot> spots = targets.spots(scene.picture().targets());
        double[] values = targets.map(spots).values();
        List<CellPart> parts = spots.stream().map(spot -> around(targets.grid(), spot)).toList();
        Painting map = HeatMap.fading(targets.grid(), values, parts, settings.colours());
        return sight -> {
            map.paint(sight);
            if (settings.grid()) {
                new CellLines(targets.grid()).paint(sight);
            }
            scene.selectedTarget().ifPresent(target -> radii(sight, targets, target));
        };
    }

    /// The cells where a Gaussian is not 0.
    private static CellPart around(CellGrid grid, Heatmap.Spot spot) {
        return CellPart.of(grid, new Box(spot.x(), spot.y(), 0, 0), spot.radius());
    }

    /// A circle of the radius that rules, before it is rounded to cells, around each place of the
    /// selected target.
    private static void radii(Sight sight, CentreTargets targets, Target target) {
        GraphicsContext g = sight.g();
        g.setStroke(Color.WHITE);
        g.setLineWidth(1);
        g.setLineDashes(3, 3);
        targets.extent(target)
                .ifPresent(extent -> {
                    double r = sight.onScreen(extent.cases().least() * targets.grid().cell());
                    for (Point place : targets.places(target)) {
                        Point at = sight.onScreen(place);
                        g.strokeOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
                    }
                });
        g.setLineDashes();
    }

    @Override
    public List<ReadOut> readOuts(OverlayScene scene, Settings settings) {
        CentreTargets targets = targets(scene, settings);
        double cell = targets.grid().cell();
        List<ReadOut> lines = new ArrayList<>();
        lines.add(
                ReadOut.of(
                        text("map"),
                        text(
                                "map.size",
                                targets.grid().width(),
                                targets.grid().height(),
                                Numbers.px(cell))));
        int collisions = Heatmap.collisions(targets.spots(scene.picture().targets()));
        if (collisions > 0) {
            lines.add(new ReadOut(text("collisions"), Integer.toString(collisions), true));
        }
        scene.selectedTarget()
                .flatMap(targets::extent)
                .ifPresent(extent -> addExtent(lines, extent, cell));
        return lines;
    }

    private void addExtent(List<ReadOut> lines, CentreTargets.Extent extent, double cell) {
        lines.add(ReadOut.of(text("box"), text("box.size", extent.width(), extent.height())));
        GaussianRadius cases = extent.cases();
        addCase(lines, cases, GaussianRadius.Case.OUTSIDE, cases.outside());
        addCase(lines, cases, GaussianRadius.Case.INSIDE, cases.inside());
        addCase(lines, cases, GaussianRadius.Case.SHIFTED, cases.shifted());
        lines.add(
                ReadOut.of(
                        text("used"),
                        text(
                                "used.value",
                                extent.radius(),
                                Numbers.three(extent.sigma()),
                                Numbers.px(extent.sigma() * cell))));
    }

    private void addCase(
            List<ReadOut> lines, GaussianRadius cases, GaussianRadius.Case each, double radius) {
        boolean rules = cases.ruling() == each;
        lines.add(
                ReadOut.of(
                        text("case." + each.name()),
                        text(rules ? "cells.ruling" : "cells", Numbers.three(radius))));
    }
}
