package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.AdaAnchor;
import penumbra.uncertainty.anchor.AlignmentBlend;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.Fusion;
import penumbra.uncertainty.anchor.OffsetField;
import penumbra.uncertainty.anchor.ScoredAnchor;

/// The candidates of one keypoint with their scores, and the anchors that the rule takes.
///
/// @param part of the map that was looked at
/// @param scored row by row; the score is that of the rule
/// @param anchors best first
record AnchorChoice(
        CellPart part,
        CellPrediction prediction,
        List<ScoredAnchor> scored,
        List<ScoredAnchor> anchors) {

    /// How confidence and accuracy become a score.
    enum Rule {
        MUL,
        ADD,
        /// The task-aligned metric with the keypoint's accuracy blended into the overlap of boxes.
        BLEND
    }

    /// @param sigma of the accuracy, cells
    /// @param count k
    /// @param blend m of BLEND
    record Order(Rule rule, double sigma, int count, double blend) {}

    /// @param part the cells to look at; at least one
    /// @param box of the target, cells
    static AnchorChoice of(CellPart part, CellPrediction prediction, Box box, Order order) {
        List<Candidate> candidates = prediction.candidates(part);
        Fusion fusion = order.rule() == Rule.ADD ? Fusion.ADD : Fusion.MUL;
        AdaAnchor anchor = new AdaAnchor(order.sigma(), 1, fusion, order.count());
        List<ScoredAnchor> scored = anchor.score(candidates, prediction.label());
        List<ScoredAnchor> chosen;
        if (order.rule() == Rule.BLEND) {
            scored = scored.stream().map(s -> blended(s, prediction, box, order.blend())).toList();
            chosen =
                    scored.stream()
                            .sorted(Comparator.comparingDouble(ScoredAnchor::score).reversed())
                            .limit(order.count())
                            .toList();
        } else {
            chosen = anchor.best(scored);
        }
        return new AnchorChoice(part, prediction, scored, chosen);
    }

    /// The box that goes with a predicted keypoint is the target's own, displaced as the keypoint.
    private static ScoredAnchor blended(
            ScoredAnchor scored, CellPrediction prediction, Box box, double blend) {
        Candidate candidate = scored.candidate();
        Point wrong = candidate.predicted().minus(prediction.label());
        Box displaced =
                new Box(box.x() + wrong.x(), box.y() + wrong.y(), box.width(), box.height());
        AlignmentBlend rule =
                new AlignmentBlend(
                        AlignmentBlend.DEFAULT.scoreExponent(),
                        AlignmentBlend.DEFAULT.accuracyExponent(),
                        blend);
        double metric = rule.metric(candidate.confidence(), box.iou(displaced), scored.accuracy());
        return new ScoredAnchor(candidate, scored.accuracy(), scored.logProduct(), metric);
    }

    /// From an anchor over its coarse to its refined point, cells.
    List<List<Point>> ways() {
        OffsetField local = prediction.local(part);
        Point origin = new Point(part.left(), part.top());
        List<List<Point>> ways = new ArrayList<>();
        for (ScoredAnchor anchor : anchors) {
            Point coarse = anchor.candidate().predicted();
            Point refined = local.refine(coarse.minus(origin)).plus(origin);
            Point cell = new Point(anchor.candidate().x(), anchor.candidate().y());
            ways.add(List.of(cell, coarse, refined));
        }
        return ways;
    }
}
