package penumbra.edit.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;

class SuggestionTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;
    private static final LabelledImage LABELLED = Plates.picture(1, Plates.at(3, 100, 50));

    /// The labelled picture and another one have an eighth of the light of the others; of the last
    /// one nobody measured it.
    private static final Map<Long, OptionalDouble> EXPOSURES =
            Map.of(
                    1L, OptionalDouble.of(0.001),
                    2L, OptionalDouble.of(0.001),
                    3L, OptionalDouble.of(0.008),
                    4L, OptionalDouble.empty());

    private static List<Suggestion> rank(Map<Long, List<Prediction>> found) {
        List<LabelledImage> pictures =
                List.of(LABELLED, Plates.picture(2), Plates.picture(3), Plates.picture(4));
        return Suggestion.rank(
                pictures,
                SCHEMA,
                image -> found.getOrDefault(image.id(), List.of()),
                image -> EXPOSURES.get(image.id()));
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
        // Three stops brighter: novelty 1 - exp(-3), of which half counts.
        double known = 1 - (1 - Math.exp(-3)) / 2;
        assertThat(suggestions.getFirst().gain()).isCloseTo(2 - (0.7 + 0.6) * known, within(1e-12));
    }

    @Test
    void whatIsNewAboutAPlateIsSaidBeItsLightItsSizeOrItsPlace() {
        assertThat(rank(Map.of(3L, List.of(sure(0.99)))).getFirst().reason())
                .contains("as dark or bright");
        assertThat(rank(Map.of(4L, List.of(sure(0.99)))).getFirst().gain())
                .as("light that nobody measured is no news")
                .isCloseTo(0.01, within(1e-12));
        Prediction aside = Plates.found(Plates.at(3, 250, 50), 0.99, Optional.empty());
        assertThat(rank(Map.of(2L, List.of(aside))).getFirst().reason()).contains("near there");
        Target small =
                Target.of(
                        3,
                        List.of(
                                Keypoint.visible(115, 57.5),
                                Keypoint.visible(115, 62.5),
                                Keypoint.visible(125, 62.5),
                                Keypoint.visible(125, 57.5)),
                        Optional.empty(),
                        "");
        Suggestion tiny =
                rank(Map.of(2L, List.of(Plates.found(small, 0.99, Optional.empty())))).getFirst();
        assertThat(tiny.reason()).contains("as large or small");
        // A quarter of the side: two octaves.
        assertThat(tiny.gain()).isCloseTo(1 - 0.99 * (1 - (1 - Math.exp(-2)) / 2), within(1e-9));
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
