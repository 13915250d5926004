package penumbra.engine.train;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.KeypointContexts;
import penumbra.loss.CalibratedOks;
import penumbra.loss.HeliumElliptic;
import penumbra.loss.HeliumMahalanobis;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.PoseLoss;
import penumbra.loss.PoseTerm;
import penumbra.loss.YoloPose;

/// The keypoint term with a multiple of its width: the deviations of OKS, the scale of Helium's
/// rings, and where a loss takes the label noise for its width, that.
final class PoseWidth {

    private PoseWidth() {}

    /// Empty if the term has no width.
    static Optional<HeadLoss> of(HeadLoss loss, double factor) {
        return switch (loss.pose()) {
            case YoloPose stock ->
                    Optional.of(
                            with(
                                    loss,
                                    new YoloPose(
                                            stock.sigmas().stream().map(s -> s * factor).toList(),
                                            stock.gain())));
            case PoseLoss ours -> of(loss, ours, factor);
        };
    }

    private static Optional<HeadLoss> of(HeadLoss loss, PoseLoss ours, double factor) {
        Map<String, Object> parameters = LossParameters.of(ours.loss());
        String calibrated = String.valueOf(parameters.get("units"));
        if (calibrated.equals("CALIBRATED") || takesNoise(ours.loss())) {
            KeypointContexts contexts = loss.contexts();
            return Optional.of(
                    new HeadLoss(
                            loss.assigner(),
                            loss.gains(),
                            ours,
                            new KeypointContexts(
                                    contexts.edges(),
                                    (outwards, gap) ->
                                            contexts.noise().at(outwards, gap).scaled(factor))));
        }
        Map<String, Object> wider = new LinkedHashMap<>();
        for (String name : new String[] {"alpha", "sigma"}) {
            if (parameters.get(name) instanceof Double width) {
                wider.put(name, width * factor);
            }
        }
        return wider.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        with(
                                loss,
                                new PoseLoss(
                                        LossParameters.with(ours.loss(), wider),
                                        ours.units(),
                                        ours.reduction(),
                                        ours.gain())));
    }

    private static boolean takesNoise(KeypointLoss loss) {
        return loss instanceof CalibratedOks
                || loss instanceof HeliumElliptic
                || loss instanceof HeliumMahalanobis;
    }

    private static HeadLoss with(HeadLoss loss, PoseTerm term) {
        return new HeadLoss(loss.assigner(), loss.gains(), term, loss.contexts());
    }
}
