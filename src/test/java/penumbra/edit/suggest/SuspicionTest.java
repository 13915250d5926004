package penumbra.edit.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Schema;
import penumbra.model.Target;

class SuspicionTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;
    private final Target label = Plates.at(3, 100, 50);

    private Optional<Suspicion> of(Prediction... found) {
        return Suspicion.of(1, label, List.of(found), SCHEMA);
    }

    private Prediction moved(double dx, double dy, Optional<Covariance> covariance) {
        return Plates.found(Plates.moved(label, 2, new Point(dx, dy)), 0.9, covariance);
    }

    @Test
    void aDistanceIsMeasuredInDeviationsOfLabelAndPredictionTogether() {
        // Across the bar: label 0.7, prediction 2.4, together 2.5 px.
        Covariance wide = new Covariance(2.4 * 2.4, 0, 2.4 * 2.4);
        assertThat(of(moved(7, 0, Optional.of(wide)))).as("2.8 sigma").isEmpty();
        Suspicion far = of(moved(10, 0, Optional.of(wide))).orElseThrow();
        assertThat(far.sigmas()).isCloseTo(4, within(1e-12));
        assertThat(far.reason()).contains("BR").contains("10.00 px").contains("4.0");
        // Along the bar a label scatters by 1.5 px: sqrt(1.5² + 2.4²).
        Suspicion along = of(moved(0, 10, Optional.of(wide))).orElseThrow();
        assertThat(along.sigmas()).isCloseTo(10 / Math.hypot(1.5, 2.4), within(1e-12));
    }

    @Test
    void aPredictionThatDoesNotSayScattersLikeALabel() {
        Suspicion aside = of(moved(4, 0, Optional.empty())).orElseThrow();
        assertThat(aside.sigmas()).isCloseTo(4 / (0.7 * Math.sqrt(2)), within(1e-12));
        assertThat(of(moved(2, 0, Optional.empty()))).isEmpty();
    }

    @Test
    void anotherClassCountsAsWhatIsAsRare() {
        Prediction other = Plates.found(Plates.at(4, 100, 50), 1 - Math.exp(-8), Optional.empty());
        Suspicion suspicion = of(other).orElseThrow();
        assertThat(suspicion.sigmas()).isCloseTo(4, within(1e-9));
        assertThat(suspicion.reason()).contains("B3").contains("B4");
        assertThat(of(other, moved(0, 0, Optional.empty()))).as("one agrees").isEmpty();
    }

    @Test
    void whereNothingIsFoundThatIsSaidWithoutANumberAndComesLast() {
        assertThat(of().orElseThrow().sigmas()).isNaN();
        LabelledImage picture =
                Plates.picture(1, Plates.at(0, 10, 50), label, Plates.at(1, 300, 50));
        List<Suspicion> all =
                Suspicion.rank(
                        List.of(picture),
                        SCHEMA,
                        _ -> Optional.of(List.of(moved(9, 0, Optional.empty()))));
        assertThat(all).hasSize(3);
        assertThat(all.getFirst().target()).isEqualTo(label.id());
        assertThat(Suspicion.rank(List.of(picture), SCHEMA, _ -> Optional.empty()))
                .as("no network looked")
                .isEmpty();
        assertThat(
                        Suspicion.rank(
                                List.of(picture.withState(LabelState.REVIEWED, "")),
                                SCHEMA,
                                _ -> Optional.of(List.of())))
                .as("a person looked")
                .isEmpty();
    }

    @Test
    void rightLabelsAreSuspectedAsSeldomAsTheFormulaSays() {
        Random random = new Random(7);
        Covariance wide = new Covariance(4, 0, 4);
        int suspected = 0;
        int trials = 4000;
        for (int i = 0; i < trials; i++) {
            // Label and prediction of one point scatter as stated: along 1.5, across 0.7, and 2 px.
            Point off =
                    new Point(
                            random.nextGaussian() * Math.hypot(0.7, 2),
                            random.nextGaussian() * Math.hypot(1.5, 2));
            suspected += of(moved(off.x(), off.y(), Optional.of(wide))).isPresent() ? 1 : 0;
        }
        double expected = Math.exp(-4.5);
        double deviation = Math.sqrt(expected * (1 - expected) / trials);
        assertThat((double) suspected / trials).isCloseTo(expected, within(4 * deviation));
    }
}
