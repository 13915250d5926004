package penumbra.engine.optim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/// How a run's learning rates, momentum and accumulation are chosen; [Schedule] follows it.
///
/// @param optimizer empty to choose by the length of the run, rate and momentum with it
/// @param rate learning rate after warm-up
/// @param finalShare of the rate, reached after the last epoch
/// @param cosine whether the rate falls along half a cosine; else along a line
/// @param momentum of SGD after warm-up
/// @param decay weight decay of convolutions, for batches of the nominal size
/// @param warmUpEpochs 0 for none
/// @param warmUpLeast iterations that a warm-up lasts at least
/// @param warmUpMomentum of SGD at the start of warm-up
/// @param warmUpBiasRate learning rate of biases at the start of warm-up; all others start at 0
/// @param nominalBatch pictures whose gradients are gathered for one step
public record Recipe(
        Optional<Optimizer.Kind> optimizer,
        double rate,
        double finalShare,
        boolean cosine,
        double momentum,
        double decay,
        double warmUpEpochs,
        int warmUpLeast,
        double warmUpMomentum,
        double warmUpBiasRate,
        int nominalBatch) {

    /// The defaults of Ultralytics 8.3.253.
    public static final Recipe REFERENCE =
            new Recipe(Optional.empty(), 0.01, 0.01, false, 0.937, 5e-4, 3, 100, 0.8, 0.1, 64);

    private static final int LONG_RUN = 10_000;
    private static final double LONG_RATE = 0.01;
    private static final double LONG_MOMENTUM = 0.9;

    public Recipe {
        if (!(rate > 0 && finalShare >= 0 && momentum > 0 && momentum < 1 && decay >= 0)
                || !(warmUpEpochs >= 0 && warmUpMomentum > 0 && warmUpBiasRate >= 0)
                || warmUpLeast < 1
                || nominalBatch < 1) {
            throw new IllegalArgumentException("no recipe with rate " + rate + " and the rest");
        }
    }

    /// With the optimizer chosen: for more than 10,000 nominal batches SGD at rate 0.01, else AdamW
    /// at rate 0.002 * 5 / (4 + classes), to six decimals; biases warm up from 0 like all others. A
    /// recipe that names its optimizer stays as it is.
    ///
    /// @param pictures to train with
    /// @param batch pictures at once
    Recipe decided(int pictures, int batch, int epochs, int classes) {
        if (optimizer.isPresent()) {
            return this;
        }
        long each = Math.ceilDiv(pictures, Math.max(batch, nominalBatch));
        boolean lasting = each * epochs > LONG_RUN;
        double brief = 0.002 * 5 / (4 + classes);
        return new Recipe(
                Optional.of(lasting ? Optimizer.Kind.SGD : Optimizer.Kind.ADAMW),
                lasting
                        ? LONG_RATE
                        : new BigDecimal(brief).setScale(6, RoundingMode.HALF_EVEN).doubleValue(),
                finalShare,
                cosine,
                warmUpEpochs > 0 ? momentum : LONG_MOMENTUM,
                decay,
                warmUpEpochs,
                warmUpLeast,
                warmUpMomentum,
                0,
                nominalBatch);
    }
}
