package penumbra.engine.train;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Point;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.PoseLoss;
import penumbra.loss.PoseTerm;
import penumbra.loss.PoseTerms;
import penumbra.loss.YoloPose;
import penumbra.model.Schema;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

/// The keypoint term that a run asked for, its gain and units fitted to the data.
final class PoseChoice {

    private static final Point ALONG = new Point(0, 1);

    private PoseChoice() {}

    /// @throws RunException if the loss has no such parameter, or does not take the value
    static PoseTerm of(RunConfig config, TrainingData data) throws RunException {
        Schema schema = data.schema();
        LabelContext usual = usual(data, config.whole(RunOption.IMGSZ));
        PoseTerm term =
                PoseTerms.byId(
                                config.text(RunOption.LOSS),
                                new PoseTerms.Setting(
                                        schema.oksSigmas(), usual, schema.noise().isPresent()))
                        .orElseThrow();
        Map<String, String> changes = config.pairs(RunOption.LOSS_PARAM);
        Optional<Double> gain = config.realIfSaid(RunOption.POSE);
        return switch (term) {
            case YoloPose stock -> {
                if (!changes.isEmpty()) {
                    throw new RunException(
                            text("setup.loss-param.none", config.text(RunOption.LOSS)));
                }
                yield new YoloPose(stock.sigmas(), gain.orElse(stock.gain()));
            }
            case PoseLoss ours -> {
                PoseLoss changed =
                        new PoseLoss(
                                changed(ours, changes),
                                ours.units(),
                                ours.reduction(),
                                ours.gain());
                PoseLoss matched =
                        config.text(RunOption.GAINS).equals("matched")
                                ? changed.matched(usual)
                                : changed;
                yield new PoseLoss(
                        matched.loss(),
                        matched.units(),
                        matched.reduction(),
                        gain.orElse(matched.gain()));
            }
        };
    }

    private static KeypointLoss changed(PoseLoss ours, Map<String, String> changes)
            throws RunException {
        try {
            return LossParameters.with(ours.loss(), changes);
        } catch (IllegalArgumentException e) {
            throw new RunException(
                    text(
                            "setup.loss-param",
                            ours.loss().id(),
                            changes,
                            LossParameters.of(ours.loss())),
                    e);
        }
    }

    /// A target whose sizes are the medians of those to learn from, input px.
    private static LabelContext usual(TrainingData data, int side) {
        List<Sized> targets =
                data.training().stream()
                        .flatMap(p -> {
                            double gain = gain(p, side);
                            return p.labels().stream()
                                    .map(t ->
                                            TargetScale.of(
                                                    t, data.schema(), TargetScale.STRIDE, side))
                                    .map(scale -> new Sized(scale.scaled(gain), gain));
                        })
                        .toList();
        if (targets.isEmpty()) {
            return LabelContext.of(1);
        }
        double gap = median(targets, t -> t.scale().dMin());
        double gain = median(targets, Sized::gain);
        TargetScale scale =
                new TargetScale(
                        gap,
                        median(targets, t -> t.scale().barLength()),
                        median(targets, t -> t.scale().area()),
                        TargetScale.STRIDE,
                        side);
        EndNoise noise = EndNoise.of(data.schema().noise(), ALONG, gap / gain);
        return new LabelContext(scale, noise.scaled(gain));
    }

    /// @param scale input px
    /// @param gain input px of a picture px
    private record Sized(TargetScale scale, double gain) {}

    private static double gain(LoadedPicture picture, int side) {
        return (double) side / Math.max(picture.size().width(), picture.size().height());
    }

    private static double median(List<Sized> targets, ToDoubleFunction<Sized> of) {
        return targets.stream().mapToDouble(of).sorted().toArray()[targets.size() / 2];
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PoseChoice.class, key, arguments);
    }
}
