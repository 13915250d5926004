package penumbra.engine.head;

/// The box of an anchor from the distributions of its distances to the four sides.
///
/// Each side has 16 logits; its distance in cells is the expectation of the bin number under their
/// softmax (X. Li et al., Generalized Focal Loss, NeurIPS 2020, eq. 4). One instance serves many
/// anchors one after another; not for several threads.
public final class Distances {

    private static final int SIDES = 4;

    private final double[] logit = new double[HeadLayout.BOX_CHANNELS];
    private final double[] probability = new double[HeadLayout.BOX_CHANNELS];
    private final double[] normaliser = new double[SIDES];
    private final double[] distance = new double[SIDES];

    /// Reads the distributions of an anchor.
    public void read(RawOutput raw, int picture, int anchor) {
        int at = raw.offset(picture, 0) + anchor;
        for (int i = 0; i < logit.length; i++, at += raw.grid().size()) {
            logit[i] = raw.values()[at];
        }
        for (int side = 0; side < SIDES; side++) {
            normalise(side);
        }
    }

    private void normalise(int side) {
        int first = side * HeadLayout.BINS;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = first; i < first + HeadLayout.BINS; i++) {
            largest = Math.max(largest, logit[i]);
        }
        double sum = 0;
        double weighted = 0;
        for (int i = first; i < first + HeadLayout.BINS; i++) {
            probability[i] = Math.exp(logit[i] - largest);
            sum += probability[i];
            weighted += (i - first) * probability[i];
        }
        for (int i = first; i < first + HeadLayout.BINS; i++) {
            probability[i] /= sum;
        }
        normaliser[side] = largest + Math.log(sum);
        distance[side] = weighted / sum;
    }

    /// Distance in cells: side 0 left, 1 top, 2 right, 3 bottom.
    public double distance(int side) {
        return distance[side];
    }

    /// Probability of a bin of a side.
    public double probability(int side, int bin) {
        return probability[side * HeadLayout.BINS + bin];
    }

    /// Logarithm of that probability, finite however small it is.
    public double logarithm(int side, int bin) {
        return logit[side * HeadLayout.BINS + bin] - normaliser[side];
    }

    /// The side's corner coordinate in cells, in single precision: x1, y1, x2, y2 for 0, 1, 2, 3.
    public float corner(int side, Anchors anchors, int anchor) {
        float centre = side % 2 == 0 ? anchors.x()[anchor] : anchors.y()[anchor];
        return side < 2 ? centre - (float) distance[side] : centre + (float) distance[side];
    }
}
