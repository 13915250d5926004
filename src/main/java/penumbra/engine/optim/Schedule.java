package penumbra.engine.optim;

import java.util.List;

/// Learning rates, momentum, accumulation and moments of stepping, iteration by iteration.
///
/// Source: Ultralytics 8.3.253, `BaseTrainer`. With iteration n = i + batches epoch, counted from
/// 0, and the rate r(e) = rate f(e) of epoch e, f falling from 1 to the final share along a line or
/// half a cosine: while n <= w, w the warm-up's iterations, t = n / w goes from 0 to 1, biases have
/// lerp(t, bias rate, r(e)), all others t r(e), SGD's momentum is lerp(t, start, momentum) and
/// lerp(t, 1, nominal / batch) batches, rounded half to even, are gathered for a step; thereafter
/// r(e), the momentum and nominal / batch. What was gathered at the end of an epoch carries over.
///
/// @param recipe names its optimizer
/// @param batch pictures at once
/// @param batches in an epoch
public record Schedule(Recipe recipe, int epochs, int batch, int batches) {

    /// The iteration of the latest step before there was one.
    public static final int NONE = -1;

    private static final double ADAM_MOMENTUM = 0.9;

    public Schedule {
        if (recipe.optimizer().isEmpty() || epochs < 1 || batch < 1 || batches < 1) {
            throw new IllegalArgumentException(
                    epochs + " epochs of " + batches + " batches of " + batch);
        }
    }

    /// For a run over that many pictures, the last batch of an epoch as small as it comes.
    public static Schedule of(Recipe recipe, int pictures, int batch, int epochs, int classes) {
        return new Schedule(
                recipe.decided(pictures, batch, epochs, classes),
                epochs,
                batch,
                Math.ceilDiv(pictures, batch));
    }

    public Optimizer.Kind optimizer() {
        return recipe.optimizer().orElseThrow();
    }

    /// Weight decay of convolutions for batches of this size.
    public double decay() {
        return recipe.decay() * batch * gathered(1) / recipe.nominalBatch();
    }

    /// Iterations of the whole run.
    public int iterations() {
        return epochs * batches;
    }

    /// Whether a step follows the batch of that iteration.
    ///
    /// @param last iteration of the latest step, or [#NONE]
    public boolean due(int iteration, int last) {
        return iteration - last >= accumulated(iteration);
    }

    /// How many batches are gathered for a step.
    public int accumulated(int iteration) {
        return gathered(progress(iteration));
    }

    private int gathered(double progress) {
        double target = recipe.nominalBatch() / (double) batch;
        return Math.max(1, (int) Math.rint(between(progress, 1, target)));
    }

    /// Rates of biases, of convolutions and of normalisations, and the momentum.
    public Optimizer.Step step(int iteration) {
        double progress = progress(iteration);
        double rate = recipe.rate() * share(iteration / batches);
        double others = between(progress, 0, rate);
        return new Optimizer.Step(
                List.of(between(progress, recipe.warmUpBiasRate(), rate), others, others),
                optimizer() == Optimizer.Kind.SGD
                        ? between(progress, recipe.warmUpMomentum(), recipe.momentum())
                        : ADAM_MOMENTUM);
    }

    /// 0 at the start of warm-up, 1 from its end on.
    private double progress(int iteration) {
        if (recipe.warmUpEpochs() == 0) {
            return 1;
        }
        double length = Math.max(Math.rint(recipe.warmUpEpochs() * batches), recipe.warmUpLeast());
        return Math.min(iteration / length, 1);
    }

    private double share(int epoch) {
        double last = recipe.finalShare();
        double passed = epoch / (double) epochs;
        return recipe.cosine()
                ? (1 - Math.cos(Math.PI * passed)) / 2 * (last - 1) + 1
                : Math.max(1 - passed, 0) * (1 - last) + last;
    }

    private static double between(double progress, double from, double to) {
        return progress == 1 ? to : from + progress * (to - from);
    }
}
