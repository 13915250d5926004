package penumbra.edit.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.edit.check.PlateCheck;
import penumbra.edit.check.PlateWarning;
import penumbra.geometry.Covariance;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelScatter;

/// How much is to be learned from a person's look at one plate that a network proposes: the doubts
/// about it, each 0 to 1, as if each alone were a chance that the network is wrong.
///
/// - score: `1 - score`
/// - place: `σ² / (σ² + σ_L²)`, σ² the mean variance of a coordinate of its keypoints as the
///   prediction has it, σ_L² that of labels; 1/2 where the network is as sure as a person, 0 where
///   the prediction does not say
/// - geometry: 1/2 where its shape has a warning
/// - novelty: half of what [Novelty] says, because the unfamiliar may be found all the same
///
/// gain = `1 - Π (1 - doubt)`.
///
/// @param sigma of a coordinate as predicted, picture px; NaN where the prediction does not say
/// @param warning about its shape, if any
/// @param unlike in what it differs most from the labelled plate that is most like it; empty where
///   none of its class is labelled
record PlateGain(
        Prediction prediction,
        double score,
        double place,
        double geometry,
        double novelty,
        double sigma,
        Optional<PlateWarning> warning,
        Optional<PlateDescriptor.Trait> unlike) {

    private static final double HALF = 0.5;

    static PlateGain of(
            Prediction prediction, LabelledImage picture, Schema schema, Novelty known) {
        double predicted = predictedVariance(prediction);
        double label = labelVariance(prediction, schema);
        Optional<PlateWarning> warning =
                PlateCheck.of(prediction.target(), schema, picture.size(), List.of()).stream()
                        .filter(w -> !(w instanceof PlateWarning.PointOutside))
                        .findFirst();
        Optional<PlateDescriptor> looks = known.describe(prediction.target(), picture);
        double unlike = looks.map(known::of).orElse(0.0);
        return new PlateGain(
                prediction,
                1 - prediction.score(),
                Double.isNaN(predicted) ? 0 : predicted / (predicted + label),
                warning.isPresent() ? HALF : 0,
                HALF * unlike,
                Math.sqrt(predicted),
                warning,
                looks.flatMap(known::most));
    }

    double gain() {
        return 1 - (1 - score) * (1 - place) * (1 - geometry) * (1 - novelty);
    }

    /// What raises the most doubt, in words.
    String reason(Schema schema) {
        double most = Math.max(Math.max(score, place), Math.max(geometry, novelty));
        String name = schema.classNames().get(prediction.target().classIndex());
        if (most == geometry && warning.isPresent()) {
            return Texts.of(PlateGain.class, "gain.geometry", name, warning.get().text());
        }
        if (most == place) {
            return Texts.of(PlateGain.class, "gain.place", name, sigma);
        }
        if (most == score) {
            return Texts.of(PlateGain.class, "gain.score", name, 100 * prediction.score());
        }
        String key = unlike.map(t -> t.name().toLowerCase(Locale.ROOT)).orElse("class");
        return Texts.of(PlateGain.class, "gain.novel." + key, name);
    }

    private static double predictedVariance(Prediction prediction) {
        return prediction.covariances().stream()
                .flatMap(Optional::stream)
                .mapToDouble(PlateGain::variance)
                .average()
                .orElse(Double.NaN);
    }

    private static double labelVariance(Prediction prediction, Schema schema) {
        return LabelScatter.of(prediction.target(), schema).stream()
                .flatMap(Optional::stream)
                .map(EndNoise::covariance)
                .mapToDouble(PlateGain::variance)
                .average()
                .orElse(1);
    }

    /// Of one coordinate.
    private static double variance(Covariance c) {
        return (c.xx() + c.yy()) / 2;
    }
}
