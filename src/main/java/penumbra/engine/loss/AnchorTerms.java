package penumbra.engine.loss;

import penumbra.data.input.InputLabel;
import penumbra.engine.assign.CompleteIou;
import penumbra.engine.assign.TargetBox;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.Distances;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;
import penumbra.model.Keypoint;

/// The terms that only anchors with an object have, summed anchor after anchor; coordinates in
/// cells.
final class AnchorTerms {

    /// Distances beyond the last bin but one have no two bins around them.
    private static final double LARGEST_DISTANCE = HeadLayout.BINS - 1 - 0.01;

    private static final int SIDES = 4;

    private final HeadLoss loss;
    private final RawOutput raw;
    private final RawOutput gradient;
    private final Anchors anchors;
    private final Distances distances = new Distances();
    private final double perWeight;
    private final double perAnchor;
    private final double[] dx;
    private final double[] dy;
    private final double[] byX;
    private final double[] byY;
    private final boolean[] labelled;
    private double boxes;
    private double sides;
    private double poses;
    private double visibilities;

    /// @param normaliser what weighted sums are divided by
    /// @param positives what sums over anchors are divided by
    AnchorTerms(
            HeadLoss loss,
            RawOutput raw,
            RawOutput gradient,
            Anchors anchors,
            double normaliser,
            int positives) {
        this.loss = loss;
        this.raw = raw;
        this.gradient = gradient;
        this.anchors = anchors;
        this.perWeight = 1 / normaliser;
        this.perAnchor = 1.0 / positives;
        int k = raw.layout().keypoints();
        this.dx = new double[k];
        this.dy = new double[k];
        this.byX = new double[k];
        this.byY = new double[k];
        this.labelled = new boolean[k];
    }

    void add(int picture, int anchor, InputLabel target, double weight) {
        float stride = anchors.stride()[anchor];
        TargetBox px = HeadLoss.box(target);
        float x1 = px.x1() / stride;
        float y1 = px.y1() / stride;
        float x2 = px.x2() / stride;
        float y2 = px.y2() / stride;
        distances.read(raw, picture, anchor);
        box(picture, anchor, weight * perWeight, new float[] {x1, y1, x2, y2});
        keypoints(picture, anchor, target, (double) (x2 - x1) * (y2 - y1));
        if (raw.layout().dims() == 3) {
            visibility(picture, anchor);
        }
    }

    LossItems items(double score) {
        return new LossItems(
                loss.gains().box() * boxes,
                loss.gains().pose() * poses,
                loss.gains().visibility() * visibilities,
                score,
                loss.gains().distances() * sides);
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
        double boxFactor = loss.gains().box() * raw.batch() * weight;
        double sideFactor = loss.gains().distances() * raw.batch() * weight / SIDES;
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

    private void keypoints(int picture, int anchor, InputLabel target, double area) {
        float stride = anchors.stride()[anchor];
        for (int k = 0; k < dx.length; k++) {
            Keypoint keypoint = target.keypoints().get(k);
            labelled[k] = keypoint.labelled();
            dx[k] =
                    predicted(picture, anchor, k, 0, anchors.x()[anchor])
                            - (float) keypoint.at().x() / stride;
            dy[k] =
                    predicted(picture, anchor, k, 1, anchors.y()[anchor])
                            - (float) keypoint.at().y() / stride;
        }
        poses += perAnchor * loss.pose().evaluate(dx, dy, labelled, area, byX, byY);
        double factor = 2 * loss.gains().pose() * raw.batch() * perAnchor;
        for (int k = 0; k < dx.length; k++) {
            addTo(picture, anchor, k, 0, factor * byX[k]);
            addTo(picture, anchor, k, 1, factor * byY[k]);
        }
    }

    private double predicted(int picture, int anchor, int k, int d, float centre) {
        int at = raw.offset(picture, raw.layout().keypoint(k, d)) + anchor;
        return 2.0 * raw.values()[at] + (centre - 0.5);
    }

    private void visibility(int picture, int anchor) {
        double share = perAnchor / labelled.length;
        for (int k = 0; k < labelled.length; k++) {
            double logit = raw.values()[raw.offset(picture, raw.layout().keypoint(k, 2)) + anchor];
            double wanted = labelled[k] ? 1 : 0;
            visibilities += share * (Logistic.softplus(logit) - logit * wanted);
            double factor = loss.gains().visibility() * raw.batch() * share;
            addTo(picture, anchor, k, 2, factor * (Logistic.sigmoid(logit) - wanted));
        }
    }

    private void addTo(int picture, int anchor, int k, int d, double derivative) {
        int at = raw.offset(picture, raw.layout().keypoint(k, d)) + anchor;
        gradient.values()[at] += (float) derivative;
    }
}
