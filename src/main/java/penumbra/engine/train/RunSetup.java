package penumbra.engine.train;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import penumbra.engine.assign.Assigners;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.AdaAnchorMaps;
import penumbra.engine.heatmap.HeatmapPreset;
import penumbra.engine.heatmap.RadiusRule;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.KeypointContexts;
import penumbra.engine.loss.LossGains;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.Division;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.optim.Average;
import penumbra.engine.optim.Optimizer;
import penumbra.engine.optim.Recipe;
import penumbra.engine.optim.Schedule;
import penumbra.engine.torch.DeviceChoice;
import penumbra.engine.torch.Torch;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;
import penumbra.text.Texts;

/// What a run is made of, as its options say.
///
/// @param precision `fp32`, `bf16`, or `auto` for bf16 where the hardware multiplies it
/// @param settled whether running statistics are kept close to the network that learns
record RunSetup(
        Architecture network,
        String precision,
        LossPlan losses,
        Schedule schedule,
        Average.Rule average,
        boolean settled,
        Fitness fitness) {

    /// @throws RunException naming an option that does not fit the data
    static RunSetup of(RunConfig config, TrainingData data) throws RunException {
        Fitness fitness = Fitness.byId(config.text(RunOption.FITNESS)).orElseThrow();
        if (fitness.needsTruth() && !data.hasTruth()) {
            throw new RunException(text("setup.truth", fitness.id()));
        }
        Scale scale = Scale.valueOf(config.text(RunOption.MODEL).toUpperCase(Locale.ROOT));
        boolean pose = config.text(RunOption.HEAD).equals("pose");
        return new RunSetup(
                pose ? pose(scale, data) : heatmap(scale, preset(config), data.schema()),
                config.text(RunOption.PRECISION),
                pose ? losses(config, data) : heatmapLosses(config, data.schema()),
                schedule(config, data),
                new Average.Rule(
                        config.real(RunOption.EMA_DECAY), config.real(RunOption.EMA_STEPS)),
                config.flag(RunOption.SETTLE),
                fitness);
    }

    /// @param brainFloats whether the hardware multiplies them
    Execution execution(boolean brainFloats) {
        boolean brain = precision.equals("bf16") || precision.equals("auto") && brainFloats;
        return brain ? Execution.BRAIN : Execution.FAST;
    }

    /// How batches are divided: as said, else on the processor as far as it makes sense.
    ///
    /// @param parts begins its tasks at once
    static Division division(RunConfig config, Torch torch, Executor parts) {
        int asked = config.whole(RunOption.PARTS);
        int threads = config.threads();
        if (asked > 0) {
            return new Division(parts, asked, Math.max(1, threads / asked));
        }
        return torch.device().equals(DeviceChoice.CPU)
                ? Division.of(parts, config.whole(RunOption.BATCH), threads)
                : Division.NONE;
    }

    private static Architecture pose(Scale scale, TrainingData data) {
        Schema schema = data.schema();
        return new YoloV8Pose(
                scale,
                new HeadLayout(schema.classes().size(), schema.keypointCount(), data.dims()));
    }

    private static LossPlan losses(RunConfig config, TrainingData data) throws RunException {
        HeadLoss loss =
                new HeadLoss(
                        Assigners.byId(config.text(RunOption.ASSIGNER)).orElseThrow(),
                        new LossGains(
                                config.real(RunOption.BOX),
                                config.real(RunOption.KOBJ),
                                config.real(RunOption.CLS),
                                config.real(RunOption.DFL)),
                        PoseChoice.of(config, data),
                        KeypointContexts.of(data.schema()));
        String schedule = config.text(RunOption.SIGMA_SCHEDULE);
        if (!schedule.equals("none") && PoseWidth.of(loss, 1).isEmpty()) {
            throw new RunException(text("setup.width", config.text(RunOption.LOSS)));
        }
        return new LossPlan.Pose(
                loss, schedule, data.schema().keypointCount(), config.whole(RunOption.EPOCHS));
    }

    private static HeatmapPreset preset(RunConfig config) {
        return HeatmapPreset.byId(config.text(RunOption.HEATMAP))
                .orElseThrow()
                .withSigma(config.text(RunOption.SIGMA))
                .with(AdaAnchorMaps.byId(config.text(RunOption.ANCHORS)).orElseThrow())
                .with(RadiusRule.byId(config.text(RunOption.RADIUS)).orElseThrow())
                .withStride(config.whole(RunOption.MAP_STRIDE));
    }

    private static Architecture heatmap(Scale scale, HeatmapPreset preset, Schema schema) {
        return new YoloV8Heatmap(
                scale, preset.layout(schema.classes().size(), schema.keypointCount()));
    }

    private static LossPlan heatmapLosses(RunConfig config, Schema schema) {
        int side = config.whole(RunOption.IMGSZ);
        return new LossPlan.Heatmap(
                preset(config), new AnchorGrid(side, side), schema.keypointCount());
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
