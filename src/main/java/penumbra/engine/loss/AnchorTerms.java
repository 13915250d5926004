package penumbra.engine.loss;

import penumbra.engine.assign.CompleteIou;
import penumbra.engine.assign.TargetBox;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.Distances;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;

/// The box, distance and visibility terms, which only anchors with an object have, summed anchor
/// after anchor; coordinates in cells.
final class AnchorTerms {

    /// Distances beyond the last bin but one have no two bins around them.
    private static final double LARGEST_DISTANCE = HeadLayout.BINS - 1 - 0.01;

    private static final int SIDES = 4;

    private final LossGains gains;
    private final RawOutput raw;
    private final RawOutput gradient;
    private final Anchors anchors;
    private final Distances distances = new Distances();
    private final double perWeight;
    private final double perAnchor;
    private double boxes;
    private double sides;
    private double visibilities;

    /// @param normaliser what weighted sums are divided by
    /// @param positives what sums over anchors are divided by
    AnchorTerms(
            LossGains gains,
            RawOutput raw,
            RawOutput gradient,
            Anchors anchors,
            double normaliser,
            int positives) {
        this.gains = gains;
        this.raw = raw;
        this.gradient = gradient;
        this.anchors = anchors;
        this.perWeight = 1 / normaliser;
        this.perAnchor = 1.0 / positives;
    }

    void add(Positive positive) {
        int anchor = positive.anchor();
        float stride = anchors.stride()[anchor];
        TargetBox px = TargetBox.of(positive.target());
        float[] corners = {px.x1() / stride, px.y1() / stride, px.x2() / stride, px.y2() / stride};
        distances.read(raw, positive.picture(), anchor);
        box(positive.picture(), anchor, positive.weight() * perWeight, corners);
        if (raw.layout().dims() == 3) {
            visibility(positive);
        }
    }

    /// @param pose the keypoint term, gain applied
    /// @param score the class term, gain applied
    LossItems items(double pose, double score) {
        return new LossItems(
                gains.box() * boxes,
                pose,
                gains.visibility() * visibilities,
                score,
                gains.distances() * sides);
    }

    private void box(int picture, int anchor, double weight, float[] corners) {
        CompleteIou iou =
                CompleteIou.of(
                        distances.corner(0, anchors, anchor),
                        distances.corner(1, anchors, anchor),
                        distances.corner(2, anchors, anchor),
                        distances.corner(3, anchors, anchor),
                        corners[0],
                        corners[1],
                        corners[2],
                        corners[3]);
        boxes += weight * (1 - iou.value());
        // A longer distance moves the left and upper corner back.
        double[] byDistance = {iou.x1(), iou.y1(), -iou.x2(), -iou.y2()};
        double boxFactor = gains.box() * raw.batch() * weight;
        double sideFactor = gains.distances() * raw.batch() * weight / SIDES;
        for (int side = 0; side < SIDES; side++) {
            float centre = side % 2 == 0 ? anchors.x()[anchor] : anchors.y()[anchor];
            double wanted = side < 2 ? centre - corners[side] : corners[side] - centre;
            side(
                    picture,
                    anchor,
                    side,
                    Math.clamp(wanted, 0, LARGEST_DISTANCE),
                    weight / SIDES,
                    boxFactor * byDistance[side],
                    sideFactor);
        }
    }

    /// Distribution focal loss: cross-entropy with the two bins around the wanted distance, each by
    /// how near it is.
    ///
    /// @param byDistance derivative of the box term by this side's distance
    private void side(
            int picture,
            int anchor,
            int side,
            double wanted,
            double weight,
            double byDistance,
            double factor) {
        int low = (int) wanted;
        double lowShare = low + 1 - wanted;
        sides -=
                weight
                        * (lowShare * distances.logarithm(side, low)
                                + (1 - lowShare) * distances.logarithm(side, low + 1));
        int at = raw.offset(picture, side * HeadLayout.BINS) + anchor;
        for (int bin = 0; bin < HeadLayout.BINS; bin++, at += anchors.size()) {
            double p = distances.probability(side, bin);
            double share = bin == low ? lowShare : bin == low + 1 ? 1 - lowShare : 0;
            gradient.values()[at] +=
                    (float)
                            (byDistance * p * (bin - distances.distance(side))
                                    + factor * (p - share));
        }
    }

    private void visibility(Positive positive) {
        int keypoints = raw.layout().keypoints();
        double share = perAnchor / keypoints;
        for (int k = 0; k < keypoints; k++) {
            int channel = raw.layout().keypoint(k, 2);
            int at = raw.offset(positive.picture(), channel) + positive.anchor();
            double logit = raw.values()[at];
            double wanted = positive.target().keypoints().get(k).labelled() ? 1 : 0;
            visibilities += share * (Logistic.softplus(logit) - logit * wanted);
            double factor = gains.visibility() * raw.batch() * share;
            gradient.values()[at] += (float) (factor * (Logistic.sigmoid(logit) - wanted));
        }
    }
}
