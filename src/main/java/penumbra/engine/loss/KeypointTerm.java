package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.RawOutput;
import penumbra.geometry.Point;
import penumbra.loss.KeypointResidual;
import penumbra.loss.PoseTerm;
import penumbra.model.Keypoint;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

/// Carries a keypoint term over the raw outputs: residuals in input px out of them, derivatives
/// back into them. The term itself is the plain-double code that everything else computes with.
///
/// Shapes: n positives of K keypoints each; the term is asked once for all of them.
record KeypointTerm(
        PoseTerm term,
        KeypointContexts contexts,
        RawOutput raw,
        RawOutput gradient,
        Anchors anchors) {

    /// @param value of the term
    /// @param tally distances of the labelled keypoints from their labels, as shares of the square
    ///   root of the box's area (at least one cell): free of what the term makes of them, so that a
    ///   schedule which widens the term does not see itself
    record Value(double value, KeypointTally tally) {}

    /// The term's value; its derivatives are added.
    Value add(List<Positive> positives) {
        if (positives.isEmpty()) {
            return new Value(0, KeypointTally.empty(raw.layout().keypoints()));
        }
        Map<InputLabel, List<LabelContext>> labels = new IdentityHashMap<>();
        List<List<KeypointResidual>> batch = new ArrayList<>(positives.size());
        for (Positive positive : positives) {
            List<LabelContext> label =
                    labels.computeIfAbsent(positive.target(), t -> contexts.of(t, 1, side()));
            batch.add(residuals(positive, label));
        }
        PoseTerm.BatchValue value = term.of(batch);
        for (int i = 0; i < positives.size(); i++) {
            Positive positive = positives.get(i);
            // A raw number counts twice in cells, and what is minimised is B times the items.
            double factor = 2.0 * anchors.stride()[positive.anchor()] * raw.batch();
            List<Point> gradients = value.targets().get(i).gradients();
            for (int k = 0; k < gradients.size(); k++) {
                addTo(positive, k, 0, factor * gradients.get(k).x());
                addTo(positive, k, 1, factor * gradients.get(k).y());
            }
        }
        return new Value(value.value(), tally(batch));
    }

    private KeypointTally tally(List<List<KeypointResidual>> batch) {
        double[] sums = new double[raw.layout().keypoints()];
        int[] counts = new int[sums.length];
        for (List<KeypointResidual> anchor : batch) {
            for (int k = 0; k < sums.length; k++) {
                KeypointResidual at = anchor.get(k);
                if (at.labelled()) {
                    TargetScale scale = at.label().scale();
                    double side = Math.max(Math.sqrt(scale.area()), scale.stride());
                    sums[k] += at.residual().norm() / side;
                    counts[k]++;
                }
            }
        }
        return KeypointTally.of(sums, counts);
    }

    private int side() {
        return Math.max(raw.grid().rows(), raw.grid().columns());
    }

    private List<KeypointResidual> residuals(Positive positive, List<LabelContext> labels) {
        int stride = anchors.stride()[positive.anchor()];
        List<KeypointResidual> residuals = new ArrayList<>(labels.size());
        for (int k = 0; k < labels.size(); k++) {
            Keypoint keypoint = positive.target().keypoints().get(k);
            LabelContext label = labels.get(k);
            residuals.add(
                    new KeypointResidual(
                            keypoint.labelled()
                                    ? predicted(positive, k).minus(keypoint.at())
                                    : keypoint.at(),
                            keypoint.labelled(),
                            new LabelContext(label.scale().onGrid(stride, side()), label.noise())));
        }
        return residuals;
    }

    private Point predicted(Positive positive, int k) {
        return raw.keypoint(positive.picture(), positive.anchor(), k, anchors);
    }

    private int at(Positive positive, int k, int d) {
        return raw.offset(positive.picture(), raw.layout().keypoint(k, d)) + positive.anchor();
    }

    private void addTo(Positive positive, int k, int d, double derivative) {
        gradient.values()[at(positive, k, d)] +=
                (float) Math.clamp(derivative, -Float.MAX_VALUE, Float.MAX_VALUE);
    }
}
