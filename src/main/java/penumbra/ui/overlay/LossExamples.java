package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/// Made-up loss histories on which Adaloss behaves in telling ways; the same on every machine. They
/// come from no training.
enum LossExamples {
    /// `0.1 + q^t`, without noise: the loss settles evenly.
    SETTLING,
    /// `0.1 + q^t` with 1 % noise.
    NOISY,
    /// Nothing is learned any more; 2 % noise.
    FLAT,
    /// A smaller learning rate at epoch 50, from where on the loss is constant.
    STEP,
    /// Of a run; comes from its file.
    RUN,
    /// Drawn or pasted.
    OWN;

    static final int EPOCHS = 100;

    private static final double FASTEST = 0.9;
    private static final double SLOWER = 0.015;

    /// @param own what was drawn or pasted
    LossHistory history(int keypoints, LossHistory own) {
        if (this == OWN) {
            return own;
        }
        List<List<Double>> columns = new ArrayList<>();
        for (int k = 0; k < keypoints; k++) {
            columns.add(column(k));
        }
        return new LossHistory(columns);
    }

    private List<Double> column(int k) {
        double q = FASTEST + SLOWER * Math.min(k, 4);
        Random noise = new Random(17 + 31L * k);
        return switch (this) {
            case SETTLING -> epochs(t -> 0.1 + Math.pow(q, t));
            case NOISY -> epochs(t -> (0.1 + Math.pow(q, t)) * (1 + 0.01 * noise.nextGaussian()));
            case FLAT -> epochs(_ -> 0.3 * (1 + 0.02 * noise.nextGaussian()));
            case STEP -> epochs(t -> t < 50 ? 0.2 + Math.pow(q, t) : 0.1);
            case OWN, RUN -> List.of();
        };
    }

    private static List<Double> epochs(IntToDoubleFunction loss) {
        List<Double> losses = new ArrayList<>();
        for (int t = 0; t < EPOCHS; t++) {
            losses.add(loss.applyAsDouble(t));
        }
        return losses;
    }
}
