package penumbra.engine.loss;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;

/// The loss of all class logits.
///
/// Plain: binary cross-entropy, softplus(x) - x t, derivative sigmoid(x) - t. Focal: T.-Y. Lin et
/// al., Focal Loss for Dense Object Detection, ICCV 2017, eq. 4 with gamma 2: `-(1 - p)² ln p` for
/// an anchor that has the class, `-p² ln(1 - p)` for any other; targets are 0 or 1.
///
/// @param factor what the derivatives are multiplied with
record ScoreTerm(RawOutput raw, RawOutput gradient, double factor, Form form) {

    enum Form {
        PLAIN,
        FOCAL
    }

    /// Adds the derivatives and gives the sum over all anchors and classes.
    double add(List<Positive> positives) {
        // Added up in order, so that it is the same sum every time.
        double sum = 0;
        for (double of :
                IntStream.range(0, raw.batch()).parallel().mapToDouble(this::absent).toArray()) {
            sum += of;
        }
        for (Positive positive : positives) {
            int channel = raw.layout().score(positive.target().classIndex());
            int at = raw.offset(positive.picture(), channel) + positive.anchor();
            sum += form == Form.PLAIN ? plain(at, positive.weight()) : focal(at);
        }
        return sum;
    }

    /// Of a picture, as if no anchor had an object.
    private double absent(int picture) {
        int from = raw.offset(picture, raw.layout().score(0));
        int to = from + raw.layout().classes() * raw.grid().size();
        return form == Form.PLAIN ? plain(from, to) : focal(from, to);
    }

    private double plain(int from, int to) {
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

    /// What a target score changes.
    private double plain(int at, double target) {
        gradient.values()[at] -= (float) (factor * target);
        return -raw.values()[at] * target;
    }

    private double focal(int from, int to) {
        float[] by = gradient.values();
        double sum = 0;
        for (int i = from; i < to; i++) {
            double x = raw.values()[i];
            double p = Logistic.sigmoid(x);
            sum += p * p * Logistic.softplus(x);
            by[i] += (float) (factor * slope(x));
        }
        return sum;
    }

    /// What an object changes: its own term for that of an anchor without.
    private double focal(int at) {
        double x = raw.values()[at];
        double p = Logistic.sigmoid(x);
        double q = Logistic.sigmoid(-x);
        gradient.values()[at] += (float) (factor * (-slope(-x) - slope(x)));
        return q * q * Logistic.softplus(-x) - p * p * Logistic.softplus(x);
    }

    /// Derivative of p² softplus(x) by x.
    private static double slope(double x) {
        double p = Logistic.sigmoid(x);
        return p * p * (p + 2 * Logistic.sigmoid(-x) * Logistic.softplus(x));
    }
}
