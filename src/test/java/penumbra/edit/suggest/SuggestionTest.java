package penumbra.edit.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;

class SuggestionTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;
    private static final LabelledImage LABELLED = Plates.picture(1, Plates.at(3, 100, 50));

    private static List<Suggestion> rank(Map<Long, List<Prediction>> found) {
        List<LabelledImage> pictures =
                List.of(LABELLED, Plates.picture(2), Plates.picture(3), Plates.picture(4));
        return Suggestion.rank(
                pictures, SCHEMA, image -> found.getOrDefault(image.id(), List.of()));
    }

    private static Prediction sure(double score) {
        return Plates.found(Plates.at(3, 100, 50), score, Optional.empty());
    }

    @Test
    void aPlateLikeALabelledOneIsDoubtedAsMuchAsItsScoreSays() {
        List<Suggestion> suggestions = rank(Map.of(2L, List.of(sure(0.9))));
        assertThat(suggestions).hasSize(1);
        assertThat(suggestions.getFirst().imageId()).isEqualTo(2);
        assertThat(suggestions.getFirst().gain()).isCloseTo(0.1, within(1e-12));
        assertThat(suggestions.getFirst().reason()).contains("B3").contains("90 %");
    }

    @Test
    void whatIsExpectedToBeWrongAddsUpAndLabelledPicturesAreLeftOut() {
        List<Suggestion> suggestions =
                rank(
                        Map.of(
                                1L, List.of(sure(0.1)),
                                2L, List.of(sure(0.5)),
                                3L, List.of(sure(0.7), sure(0.6)),
                                4L, List.of()));
        assertThat(suggestions).extracting(Suggestion::imageId).containsExactly(3L, 2L);
        assertThat(suggestions.getFirst().gain()).isCloseTo(0.7, within(1e-12));
    }

    @Test
    void aScatterLikeThatOfLabelsCountsAsHalfADoubt() {
        // Along 1.5 and across 0.7 px: the mean variance of a coordinate is 1.37 px².
        Prediction unsure =
                Plates.found(
                        Plates.at(3, 100, 50), 0.8, Optional.of(new Covariance(1.37, 0, 1.37)));
        Suggestion suggestion = rank(Map.of(2L, List.of(unsure))).getFirst();
        assertThat(suggestion.gain()).isCloseTo(1 - 0.8 * 0.5, within(1e-9));
        assertThat(suggestion.reason()).contains("1.17 px");
    }

    @Test
    void anUnknownClassIsHalfADoubtAndADistantPlateLess() {
        Prediction other = Plates.found(Plates.at(4, 100, 50), 0.9, Optional.empty());
        Suggestion unknown = rank(Map.of(2L, List.of(other))).getFirst();
        assertThat(unknown.gain()).isCloseTo(1 - 0.9 * 0.5, within(1e-12));
        assertThat(unknown.reason()).contains("no plate of this class is labelled yet");
        // A quarter of the width away: d = 1, novelty 1 - 1/e, of which half counts.
        Prediction aside = Plates.found(Plates.at(3, 200, 50), 0.9, Optional.empty());
        Suggestion away = rank(Map.of(2L, List.of(aside))).getFirst();
        double half = (1 - Math.exp(-1)) / 2;
        assertThat(away.gain()).isCloseTo(1 - 0.9 * (1 - half), within(1e-12));
    }

    @Test
    void aShapeWithAWarningIsHalfADoubtAndSaysWhich() {
        Prediction bent =
                Plates.found(
                        Plates.moved(Plates.at(3, 100, 50), 1, new Point(0, 12)),
                        0.95,
                        Optional.empty());
        Suggestion suggestion = rank(Map.of(2L, List.of(bent))).getFirst();
        assertThat(suggestion.gain()).isGreaterThan(1 - 0.95 * 0.5);
        assertThat(suggestion.reason()).contains("1.60");
    }
}
