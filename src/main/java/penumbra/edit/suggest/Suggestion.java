package penumbra.edit.suggest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// An unlabelled picture and how much is to be learned from labelling it.
///
/// @param gain number of plates in it that a person is expected to put right: the sum of what is to
///   be gained from each ([PlateGain])
/// @param reason the strongest one, in words
public record Suggestion(long imageId, double gain, String reason) {

    /// The unlabelled pictures that a network looked at and found something in, those with the most
    /// to gain first.
    ///
    /// @param found what a network found in a picture; empty where none looked or nothing was found
    /// @param exposure mean brightness of a picture, 0 to 1, where it was measured
    public static List<Suggestion> rank(
            List<LabelledImage> pictures,
            Schema schema,
            Function<LabelledImage, List<Prediction>> found,
            Function<LabelledImage, OptionalDouble> exposure) {
        Novelty known = new Novelty(pictures, exposure);
        List<Suggestion> suggestions = new ArrayList<>();
        for (LabelledImage picture : pictures) {
            List<PlateGain> gains =
                    picture.targets().isEmpty()
                            ? found.apply(picture).stream()
                                    .map(p -> PlateGain.of(p, picture, schema, known))
                                    .sorted(Comparator.comparingDouble(g -> -g.gain()))
                                    .toList()
                            : List.of();
            if (!gains.isEmpty()) {
                suggestions.add(of(picture, gains, schema));
            }
        }
        suggestions.sort(Comparator.comparingDouble(s -> -s.gain()));
        return List.copyOf(suggestions);
    }

    private static Suggestion of(LabelledImage picture, List<PlateGain> gains, Schema schema) {
        PlateGain first = gains.getFirst();
        double sum = gains.stream().mapToDouble(PlateGain::gain).sum();
        String reason =
                Texts.of(Suggestion.class, "suggestion", sum, gains.size(), first.reason(schema));
        return new Suggestion(picture.id(), sum, reason);
    }
}
