package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.ScoredAnchor;

/// Paints the map of candidates, chosen anchors, and the ways that lead from them to a keypoint.
///
/// @param g of the canvas, screen px
/// @param grid of the candidates
record AnchorPainter(GraphicsContext g, OverlayScene scene, CellGrid grid) {

    private static final Color ANCHOR = Color.WHITE;
    private static final Color HALO = Color.color(0, 0, 0, 0.6);
    private static final Color COARSE = Color.web("#ffd166");
    private static final Color REFINED = Color.web("#5eead4");
    private static final Color TRUTH = Color.web("#ff5d8f");

    /// Decades that the colours of accuracy and score cover.
    private static final double DECADES = 3;

    /// The map below discs and arrows is so opaque.
    private static final double MAP_ALPHA = 0.5;

    /// Radius of the best anchor's disc, screen px, unless its cell is smaller.
    private static final double LARGEST = 5;

    private static final double LEAST = 0.75;
    private static final double SHARE_OF_CELL = 0.4;

    /// The map of all keypoints of a target, where they overlap the larger value.
    void map(List<AnchorChoice> choices, AdaAnchorOverlay.Settings settings) {
        if (settings.shown() == AdaAnchorOverlay.Shown.NONE) {
            return;
        }
        AnchorChoice any = choices.getFirst();
        double[] values = new double[any.width() * any.height()];
        for (AnchorChoice choice : choices) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], value(choice.scored().get(i), settings));
            }
        }
        double alpha = g.getGlobalAlpha();
        g.setGlobalAlpha(MAP_ALPHA * alpha);
        new HeatPainter(g, scene, grid)
                .part(
                        any.left(),
                        any.top(),
                        any.width(),
                        any.height(),
                        (x, y) ->
                                OptionalDouble.of(
                                        values[(y - any.top()) * any.width() + x - any.left()]),
                        settings.colours());
        g.setGlobalAlpha(alpha);
    }

    private static double value(ScoredAnchor scored, AdaAnchorOverlay.Settings settings) {
        return switch (settings.shown()) {
            case CONFIDENCE -> scored.candidate().confidence();
            case ACCURACY -> decades(scored.accuracy());
            case SCORE ->
                    settings.rule() == AnchorChoice.Rule.ADD
                            ? scored.score() / 2
                            : decades(scored.score());
            case NONE -> 0;
        };
    }

    /// 0 at 0.001 and below, 1 at 1.
    static double decades(double value) {
        return Math.clamp(1 + Math.log10(value) / DECADES, 0, 1);
    }

    /// From each anchor an arrow to the coarse and on to the refined point.
    void ways(AnchorChoice choice) {
        for (List<Point> way : choice.ways().reversed()) {
            Point coarse = onScreen(way.get(1));
            Arrow.paint(g, onScreen(way.get(0)), coarse, COARSE);
            Arrow.paint(g, coarse, onScreen(way.get(2)), REFINED);
        }
        Disc.fill(g, discs(choice, 1), HALO);
    }

    /// The anchors, and a cross on the label.
    void anchors(AnchorChoice choice) {
        Disc.fill(g, discs(choice, 0), ANCHOR);
        Point at = onScreen(choice.prediction().label());
        g.setStroke(TRUTH);
        g.setLineWidth(1.5);
        g.strokeLine(at.x() - 5, at.y() - 5, at.x() + 5, at.y() + 5);
        g.strokeLine(at.x() - 5, at.y() + 5, at.x() + 5, at.y() - 5);
    }

    /// What can be dragged.
    ///
    /// @param inPicture picture px
    void handle(Point inPicture) {
        Point at = scene.onScreen(inPicture);
        double[] x = {at.x(), at.x() + 7, at.x(), at.x() - 7};
        double[] y = {at.y() - 7, at.y(), at.y() + 7, at.y()};
        g.setFill(HALO);
        g.fillPolygon(x, y, 4);
        g.setStroke(COARSE);
        g.setLineWidth(1.75);
        g.strokePolygon(x, y, 4);
    }

    /// Discs whose areas are the shares that the anchors' scores have of the best.
    ///
    /// @param border that is added to each radius
    private List<Disc> discs(AnchorChoice choice, double border) {
        double best = choice.anchors().getFirst().score();
        double largest = Math.min(LARGEST, SHARE_OF_CELL * scene.onScreen(grid.cell()));
        List<Disc> discs = new ArrayList<>();
        for (ScoredAnchor anchor : choice.anchors()) {
            double share = best > 0 ? anchor.score() / best : 1;
            double radius = Math.max(LEAST, largest * Math.sqrt(share)) + border;
            Point cell = new Point(anchor.candidate().x(), anchor.candidate().y());
            discs.add(new Disc(onScreen(cell), radius));
        }
        return discs;
    }

    /// @param node cells, whole numbers being the middles of cells
    private Point onScreen(Point node) {
        return scene.onScreen(grid.toPicture(node.plus(new Point(0.5, 0.5))));
    }
}
