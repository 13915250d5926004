package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.uncertainty.anchor.ScoredAnchor;

/// Paints the map of candidates of one target, chosen anchors, and the ways that lead from them to
/// its keypoints.
final class AnchorPainter implements Painting {

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
    private static final double CROSS = 8;

    private final CellGrid grid;
    private final Target target;
    private final Optional<HeatMap> map;
    private final List<Point> labels;
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<List<Point>> ways = new ArrayList<>();

    /// A chosen cell, picture px.
    ///
    /// @param share of its score in the best one of its keypoint
    private record Anchor(Point at, double share) {}

    /// @param grid of the candidates
    /// @param choices of the target's keypoints, at least one
    /// @param withWays whether the ways are drawn
    AnchorPainter(
            CellGrid grid,
            Target target,
            List<AnchorChoice> choices,
            AdaAnchorOverlay.Settings settings,
            boolean withWays) {
        this.grid = grid;
        this.target = target;
        map = map(grid, choices, settings);
        labels = choices.stream().map(c -> inPicture(c.prediction().label())).toList();
        for (AnchorChoice choice : choices) {
            double best = choice.anchors().getFirst().score();
            for (ScoredAnchor anchor : choice.anchors()) {
                Point cell = new Point(anchor.candidate().x(), anchor.candidate().y());
                anchors.add(new Anchor(inPicture(cell), best > 0 ? anchor.score() / best : 1));
            }
            if (withWays) {
                choice.ways()
                        .reversed()
                        .forEach(way -> ways.add(way.stream().map(this::inPicture).toList()));
            }
        }
    }

    /// The map of all keypoints, where they overlap the larger value.
    private static Optional<HeatMap> map(
            CellGrid grid, List<AnchorChoice> choices, AdaAnchorOverlay.Settings settings) {
        if (settings.shown() == AdaAnchorOverlay.Shown.NONE) {
            return Optional.empty();
        }
        CellPart part = choices.getFirst().part();
        double[] values = new double[part.width() * part.height()];
        for (AnchorChoice choice : choices) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.max(values[i], value(choice.scored().get(i), settings));
            }
        }
        return Optional.of(HeatMap.even(grid, part, values, settings.colours(), MAP_ALPHA));
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

    @Override
    public void paint(Sight sight) {
        if (!sight.holds(target, (AnchorCandidates.MARGIN + 1) * grid.cell())) {
            return;
        }
        map.ifPresent(m -> m.paint(sight));
        if (!ways.isEmpty()) {
            Arrow.paint(sight.g(), arrows(sight, 0), COARSE);
            Arrow.paint(sight.g(), arrows(sight, 1), REFINED);
            sight.fill(discs(sight, 1), HALO);
        }
        sight.fill(discs(sight, 0), ANCHOR);
        crosses(sight);
    }

    private List<Arrow> arrows(Sight sight, int leg) {
        return ways.stream()
                .map(way ->
                        new Arrow(sight.onScreen(way.get(leg)), sight.onScreen(way.get(leg + 1))))
                .toList();
    }

    /// A cross on each label.
    private void crosses(Sight sight) {
        GraphicsContext g = sight.g();
        g.setStroke(TRUTH);
        g.setLineWidth(1.5);
        g.beginPath();
        for (Point label : labels) {
            Point at = sight.onScreen(label);
            g.moveTo(at.x() - CROSS, at.y() - CROSS);
            g.lineTo(at.x() + CROSS, at.y() + CROSS);
            g.moveTo(at.x() - CROSS, at.y() + CROSS);
            g.lineTo(at.x() + CROSS, at.y() - CROSS);
        }
        g.stroke();
    }

    /// What can be dragged.
    ///
    /// @param inPicture picture px
    static void handle(Sight sight, Point inPicture) {
        Point at = sight.onScreen(inPicture);
        double[] x = {at.x(), at.x() + 7, at.x(), at.x() - 7};
        double[] y = {at.y() - 7, at.y(), at.y() + 7, at.y()};
        GraphicsContext g = sight.g();
        g.setFill(HALO);
        g.fillPolygon(x, y, 4);
        g.setStroke(COARSE);
        g.setLineWidth(1.75);
        g.strokePolygon(x, y, 4);
    }

    /// Discs whose areas are the shares that the anchors' scores have of the best.
    ///
    /// @param border that is added to each radius
    private List<Disc> discs(Sight sight, double border) {
        double largest = Math.min(LARGEST, SHARE_OF_CELL * sight.onScreen(grid.cell()));
        List<Disc> discs = new ArrayList<>();
        for (Anchor anchor : anchors) {
            double radius = Math.max(LEAST, largest * Math.sqrt(anchor.share())) + border;
            discs.add(new Disc(sight.onScreen(anchor.at()), radius));
        }
        return discs;
    }

    /// @param node cells, whole numbers being the middles of cells
    private Point inPicture(Point node) {
        return grid.toPicture(node.plus(new Point(0.5, 0.5)));
    }
}
