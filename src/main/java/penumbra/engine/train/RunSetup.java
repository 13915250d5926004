package penumbra.engine.train;

import java.util.Locale;
import penumbra.engine.assign.Assigners;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.KeypointContexts;
import penumbra.engine.loss.LossGains;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.optim.Average;
import penumbra.engine.optim.Optimizer;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;

/// What a run is made of, as its options say.
///
/// @param decay weight decay of convolutions, for the pictures of a step
record RunSetup(
        YoloV8Pose network,
        Execution execution,
        HeadLoss loss,
        Schedule schedule,
        double decay,
        Average.Rule average,
        Fitness fitness) {

    private static final int MANY_STEPS = 10_000;

    /// @throws RunException naming an option that does not fit the data
    static RunSetup of(RunConfig config, TrainingData data) throws RunException {
        Fitness fitness = Fitness.byId(config.text(RunOption.FITNESS)).orElseThrow();
        if (fitness.needsTruth() && !data.hasTruth()) {
            throw new RunException(text("setup.truth", fitness.id()));
        }
        Schema schema = data.schema();
        HeadLayout head =
                new HeadLayout(schema.classes().size(), schema.keypointCount(), data.dims());
        int batch = config.whole(RunOption.BATCH);
        int nominal = config.whole(RunOption.NBS);
        double accumulated = Math.max((int) Math.rint((double) nominal / batch), 1);
        return new RunSetup(
                new YoloV8Pose(
                        Scale.valueOf(config.text(RunOption.MODEL).toUpperCase(Locale.ROOT)), head),
                config.text(RunOption.PRECISION).equals("bf16") ? Execution.BRAIN : Execution.FAST,
                new HeadLoss(
                        Assigners.byId(config.text(RunOption.ASSIGNER)).orElseThrow(),
                        new LossGains(
                                config.real(RunOption.BOX),
                                config.real(RunOption.KOBJ),
                                config.real(RunOption.CLS),
                                config.real(RunOption.DFL)),
                        PoseChoice.of(config, data),
                        new KeypointContexts(
                                schema.edges(),
                                (direction, gap) -> EndNoise.of(schema.noise(), direction, gap))),
                schedule(config, data, head.classes()),
                config.real(RunOption.WEIGHT_DECAY) * batch * accumulated / nominal,
                new Average.Rule(
                        config.real(RunOption.EMA_DECAY), config.real(RunOption.EMA_STEPS)),
                fitness);
    }

    private static Schedule schedule(RunConfig config, TrainingData data, int classes) {
        int pictures = data.training().size();
        int batch = config.whole(RunOption.BATCH);
        int epochs = config.whole(RunOption.EPOCHS);
        String asked = config.text(RunOption.OPTIMIZER);
        boolean auto = asked.equals("auto");
        long steps = (long) Math.ceil((double) pictures / Math.max(batch, 64)) * epochs;
        Optimizer.Kind kind =
                asked.equals("sgd") || auto && steps > MANY_STEPS
                        ? Optimizer.Kind.SGD
                        : Optimizer.Kind.ADAMW;
        double usual =
                kind == Optimizer.Kind.SGD
                        ? 0.01
                        : Math.rint(0.002 * 5 / (4 + classes) * 1e6) / 1e6;
        return new Schedule(
                kind,
                config.realIfSaid(RunOption.LR0).orElse(usual),
                config.real(RunOption.LRF),
                config.flag(RunOption.COS_LR),
                config.real(RunOption.MOMENTUM),
                config.real(RunOption.WARMUP_EPOCHS),
                config.real(RunOption.WARMUP_MOMENTUM),
                auto ? 0 : config.real(RunOption.WARMUP_BIAS_LR),
                config.whole(RunOption.NBS),
                batch,
                Math.ceilDiv(pictures, batch),
                epochs,
                config.whole(RunOption.CLOSE_MOSAIC));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(RunSetup.class, key, arguments);
    }
}
