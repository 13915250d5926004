package penumbra.metric;

import java.util.List;

/// What metrics are computed of: pictures with labels and predictions, and what was found for what.
///
/// @param pictures labels and predictions
/// @param matches one for each labelled target of all pictures; those without a labelled keypoint
///   are left out
/// @param inputSide px by which normalised errors are divided
public record Evaluation(List<Picture> pictures, List<Match> matches, double inputSide) {

    public Evaluation {
        pictures = List.copyOf(pictures);
        matches = List.copyOf(matches);
    }

    public static Evaluation of(List<Picture> pictures, double inputSide) {
        return new Evaluation(
                pictures,
                pictures.stream()
                        .flatMap(p -> Match.of(p).stream())
                        .filter(m -> m.truth().hasLabel())
                        .toList(),
                inputSide);
    }

    /// Matches whose target was found.
    List<Match> found() {
        return matches.stream().filter(m -> m.prediction().isPresent()).toList();
    }
}
