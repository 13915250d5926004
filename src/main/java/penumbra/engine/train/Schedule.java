package penumbra.engine.train;

import java.util.List;
import penumbra.engine.optim.Optimizer;

/// Learning rates, momentum and accumulation of every batch.
///
/// Source: Ultralytics 8.3.253. Epoch e of E has the factor lf(e) = (1 - e / E)(1 - lrf) + lrf, or
/// with a cosine (1 - cos(pi e / E)) / 2 (lrf - 1) + 1. While the batch's number i is at most the
/// warm-up's w = max(round(epochs of warm-up x batches), 100), t = i / w: rates rise from 0
/// (biases: from their own) to lr0 lf(e), momentum to its value, and the number of batches that add
/// up to one step from 1 to nominal / batch. Roundings are those of Python, half to even.
///
/// @param kind which optimizer
/// @param rate lr0
/// @param lastShare lrf
/// @param warmUpEpochs 0 for none
/// @param nominal pictures of a step
/// @param perEpoch batches in an epoch
/// @param closeMosaic last epochs that see pictures by themselves; of a short run at most the later
///   half, where the reference's rule would leave mosaics on to the end
record Schedule(
        Optimizer.Kind kind,
        double rate,
        double lastShare,
        boolean cosine,
        double momentum,
        double warmUpEpochs,
        double warmUpMomentum,
        double warmUpBiasRate,
        int nominal,
        int batch,
        int perEpoch,
        int epochs,
        int closeMosaic) {

    private static final int LEAST_WARM_UP = 100;

    /// What a batch is told.
    ///
    /// @param accumulate batches that make a step
    record At(Optimizer.Step step, int accumulate) {}

    /// @param index of the batch since the run began, from 0
    /// @param epoch from 0
    /// @param factor of all rates
    At at(int index, int epoch, double factor) {
        double reached = factor * rate * share(epoch);
        int warmUp = warmUp();
        if (index > warmUp) {
            return new At(
                    new Optimizer.Step(List.of(reached, reached, reached), momentum),
                    Math.max(1, (int) Math.rint((double) nominal / batch)));
        }
        double t = warmUp == 0 ? 1 : (double) index / warmUp;
        double bias = factor * warmUpBiasRate;
        double others = t * reached;
        return new At(
                new Optimizer.Step(
                        List.of(bias + t * (reached - bias), others, others),
                        warmUpMomentum + t * (momentum - warmUpMomentum)),
                Math.max(1, (int) Math.rint(1 + t * ((double) nominal / batch - 1))));
    }

    /// Whether an epoch may see mosaics.
    ///
    /// @param epoch from 0
    boolean mosaic(int epoch) {
        return epoch < Math.max(epochs - closeMosaic, Math.ceilDiv(epochs, 2));
    }

    private int warmUp() {
        return warmUpEpochs == 0
                ? -1
                : Math.max((int) Math.rint(warmUpEpochs * perEpoch), LEAST_WARM_UP);
    }

    private double share(int epoch) {
        return cosine
                ? (1 - Math.cos(Math.PI * epoch / epochs)) / 2 * (lastShare - 1) + 1
                : Math.max(1 - (double) epoch / epochs, 0) * (1 - lastShare) + lastShare;
    }
}
