package penumbra.edit.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import penumbra.edit.propose.Undecided;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelScatter;

/// A label that does not go together with what a network found there.
///
/// Place: the largest Mahalanobis distance of a keypoint, `m² = dᵀ (C_label + C_found)⁻¹ d`, d from
/// the prediction to the label in picture px, C_label as the project's labels scatter and C_found
/// as the prediction has it, or like another label where it does not say. If both are right and
/// scatter normally, m exceeds s with probability `exp(-s² / 2)`: 3 with 1.1 %.
///
/// Class: another one at the same place, with the score as the chance that the network is right; it
/// counts as the m that would be exceeded as rarely, `sqrt(-2 ln(1 - score))`.
///
/// @param target the label
/// @param found the prediction at its place (OKS with sigmas 1/K at 0.5 or more); empty when the
///   network found none
/// @param sigmas m; NaN when nothing was found there
/// @param reason in words
public record Suspicion(
        long imageId, UUID target, Optional<Prediction> found, double sigmas, String reason) {

    /// Labels are suspicious from here.
    public static final double LEAST = 3;

    /// Suspicious labels of pictures that a network looked at and nobody reviewed, the most
    /// suspicious first, and behind them those where it found nothing.
    ///
    /// @param found what a network found in a picture; empty when none looked
    public static List<Suspicion> rank(
            List<LabelledImage> pictures,
            Schema schema,
            Function<LabelledImage, Optional<List<Prediction>>> found) {
        List<Suspicion> suspicions = new ArrayList<>();
        for (LabelledImage picture : pictures) {
            if (picture.state() != LabelState.REVIEWED) {
                found.apply(picture)
                        .ifPresent(predictions ->
                                picture.targets().stream()
                                        .flatMap(t ->
                                                of(picture.id(), t, predictions, schema).stream())
                                        .forEach(suspicions::add));
            }
        }
        suspicions.sort(
                Comparator.comparingDouble(s -> Double.isNaN(s.sigmas()) ? 0 : -s.sigmas()));
        return List.copyOf(suspicions);
    }

    /// What is suspicious about a label; empty when nothing is.
    static Optional<Suspicion> of(
            long imageId, Target label, List<Prediction> predictions, Schema schema) {
        if (label.labelledPoints().isEmpty()) {
            return Optional.empty();
        }
        String name = schema.classNames().get(label.classIndex());
        Optional<Prediction> there =
                predictions.stream()
                        .filter(p -> Undecided.similarity(label, p.target()) >= Undecided.SAME)
                        .max(
                                Comparator.comparing((Prediction p) ->
                                                p.target().classIndex() == label.classIndex())
                                        .thenComparing(
                                                p -> Undecided.similarity(label, p.target())));
        if (there.isEmpty()) {
            String missed = Texts.of(Suspicion.class, "suspicion.missed", name);
            return Optional.of(new Suspicion(imageId, label.id(), there, Double.NaN, missed));
        }
        Suspicion suspicion = compared(imageId, label, there.get(), name, schema);
        boolean otherClass = there.get().target().classIndex() != label.classIndex();
        return Optional.of(suspicion).filter(s -> otherClass || s.sigmas() >= LEAST);
    }

    private static Suspicion compared(
            long imageId, Target label, Prediction found, String name, Schema schema) {
        if (found.target().classIndex() != label.classIndex()) {
            double rare = Math.sqrt(-2 * Math.log(1 - Math.min(found.score(), 1 - 1e-9)));
            String other = schema.classNames().get(found.target().classIndex());
            String reason =
                    Texts.of(Suspicion.class, "suspicion.class", name, other, 100 * found.score());
            return new Suspicion(imageId, label.id(), Optional.of(found), rare, reason);
        }
        List<Optional<EndNoise>> scatter = LabelScatter.of(label, schema);
        double most = 0;
        int worst = 0;
        for (int k = 0; k < scatter.size(); k++) {
            if (scatter.get(k).isPresent()) {
                double m = distance(label, found, k, scatter.get(k).get().covariance());
                if (m > most) {
                    most = m;
                    worst = k;
                }
            }
        }
        Point from = found.target().keypoints().get(worst).at();
        double px = from.distance(label.keypoints().get(worst).at());
        String reason =
                Texts.of(
                        Suspicion.class,
                        "suspicion.place",
                        name,
                        schema.keypoints().get(worst),
                        px,
                        most);
        return new Suspicion(imageId, label.id(), Optional.of(found), most, reason);
    }

    private static double distance(Target label, Prediction found, int k, Covariance noise) {
        Keypoint there = found.target().keypoints().get(k);
        if (!there.labelled()) {
            return 0;
        }
        Covariance c = noise.plus(found.covariances().get(k).orElse(noise));
        return c.mahalanobis(label.keypoints().get(k).at().minus(there.at()));
    }
}
