package penumbra.engine.loss;

import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.Assignment;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;

/// Binary cross-entropy of all class logits: softplus(x) - x t, derivative sigmoid(x) - t.
///
/// @param factor what the derivatives are multiplied with
record ScoreTerm(RawOutput raw, RawOutput gradient, double factor) {

    /// Adds the derivatives and gives the sum over all anchors and classes.
    double add(List<Assignment> assignments, List<List<InputLabel>> targets) {
        double sum = 0;
        for (int picture = 0; picture < raw.batch(); picture++) {
            sum += background(picture);
            sum -= positives(picture, assignments.get(picture), targets.get(picture));
        }
        return sum;
    }

    /// As if no anchor had an object.
    private double background(int picture) {
        int from = raw.offset(picture, raw.layout().score(0));
        int to = from + raw.layout().classes() * raw.grid().size();
        float[] x = raw.values();
        float[] by = gradient.values();
        double sum = 0;
        for (int i = from; i < to; i++) {
            // Softplus and sigmoid from one exponential: this loop is the loss's largest by far.
            double e = Math.exp(-Math.abs(x[i]));
            sum += Math.max(x[i], 0) + Logistic.logOfOnePlus(e);
            by[i] += (float) (factor * (x[i] >= 0 ? 1 : e) / (1 + e));
        }
        return sum;
    }

    private double positives(int picture, Assignment assignment, List<InputLabel> targets) {
        double sum = 0;
        for (int a = 0; a < assignment.object().length; a++) {
            if (assignment.object()[a] != Assignment.NONE) {
                int classIndex = targets.get(assignment.object()[a]).classIndex();
                int at = raw.offset(picture, raw.layout().score(classIndex)) + a;
                double target = assignment.weight()[a];
                sum += raw.values()[at] * target;
                gradient.values()[at] -= (float) (factor * target);
            }
        }
        return sum;
    }
}
