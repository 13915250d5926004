package penumbra.engine.train;

import java.util.Locale;
import java.util.Optional;
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
import penumbra.engine.optim.Recipe;
import penumbra.engine.optim.Schedule;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;

/// What a run is made of, as its options say.
record RunSetup(
        YoloV8Pose network,
        Execution execution,
        HeadLoss loss,
        Schedule schedule,
        Average.Rule average,
        Fitness fitness) {

    /// @throws RunException naming an option that does not fit the data
    static RunSetup of(RunConfig config, TrainingData data) throws RunException {
        Fitness fitness = Fitness.byId(config.text(RunOption.FITNESS)).orElseThrow();
        if (fitness.needsTruth() && !data.hasTruth()) {
            throw new RunException(text("setup.truth", fitness.id()));
        }
        Schema schema = data.schema();
        HeadLayout head =
                new HeadLayout(schema.classes().size(), schema.keypointCount(), data.dims());
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
                schedule(config, data),
                new Average.Rule(
                        config.real(RunOption.EMA_DECAY), config.real(RunOption.EMA_STEPS)),
                fitness);
    }

    /// With a learning rate where one is said, also for an optimizer that was chosen by the length
    /// of the run.
    private static Schedule schedule(RunConfig config, TrainingData data) {
        int classes = data.schema().classes().size();
        Optional<Optimizer.Kind> asked =
                switch (config.text(RunOption.OPTIMIZER)) {
                    case "sgd" -> Optional.of(Optimizer.Kind.SGD);
                    case "adamw" -> Optional.of(Optimizer.Kind.ADAMW);
                    default -> Optional.empty();
                };
        Schedule usual = schedule(config, data, recipe(config, Optional.empty(), 1), classes);
        Optional<Double> said = config.realIfSaid(RunOption.LR0);
        if (asked.isEmpty() && said.isEmpty()) {
            return usual;
        }
        Optimizer.Kind kind = asked.orElse(usual.optimizer());
        double rate = kind == usual.optimizer() ? usual.recipe().rate() : usualRate(kind, classes);
        return schedule(
                config, data, recipe(config, Optional.of(kind), said.orElse(rate)), classes);
    }

    private static double usualRate(Optimizer.Kind kind, int classes) {
        return kind == Optimizer.Kind.SGD ? 0.01 : 0.01 / (4 + classes);
    }

    private static Schedule schedule(
            RunConfig config, TrainingData data, Recipe recipe, int classes) {
        return Schedule.of(
                recipe,
                data.training().size(),
                config.whole(RunOption.BATCH),
                config.whole(RunOption.EPOCHS),
                classes);
    }

    private static Recipe recipe(RunConfig config, Optional<Optimizer.Kind> kind, double rate) {
        return new Recipe(
                kind,
                rate,
                config.real(RunOption.LRF),
                config.flag(RunOption.COS_LR),
                config.real(RunOption.MOMENTUM),
                config.real(RunOption.WEIGHT_DECAY),
                config.real(RunOption.WARMUP_EPOCHS),
                config.whole(RunOption.WARMUP_LEAST),
                config.real(RunOption.WARMUP_MOMENTUM),
                config.text(RunOption.OPTIMIZER).equals("auto")
                        ? 0
                        : config.real(RunOption.WARMUP_BIAS_LR),
                config.whole(RunOption.NBS));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(RunSetup.class, key, arguments);
    }
}
