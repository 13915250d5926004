package penumbra.uncertainty.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class ThreeAnnotatorsTest {

    private static final Schema PLATE = Schema.ARMOR_PLATE;

    /// A plate with upright bars of 100 px whose ends lie off by the person's noise.
    private static Target plate(Random random, double along, double across, double bias) {
        double[][] ends = {{100, 100}, {100, 200}, {400, 200}, {400, 100}};
        List<Keypoint> points = new ArrayList<>();
        for (double[] end : ends) {
            double out = end[1] > 150 ? 1 : -1;
            points.add(
                    Keypoint.visible(
                            end[0] + across * random.nextGaussian(),
                            end[1] + along * random.nextGaussian() + out * bias));
        }
        return Target.of(0, points, Optional.empty(), "ann");
    }

    private static Target by(String who, Target first, Target labelled) {
        return new Target(
                first.id(), first.classIndex(), labelled.keypoints(), Optional.empty(), who);
    }

    private static List<BlindLook> looks(int plates) {
        Random random = new Random(5);
        List<BlindLook> looks = new ArrayList<>();
        for (int i = 0; i < plates; i++) {
            Target first = plate(random, 1, 0.5, 0);
            Target bea = by("bea", first, plate(random, 2, 0.5, 3));
            Target cem = by("cem", first, plate(random, 0.5, 1.5, 0));
            looks.add(BlindLook.of(1, Instant.EPOCH, first, bea));
            looks.add(BlindLook.of(1, Instant.EPOCH, first, cem));
        }
        return looks;
    }

    @Test
    void eachPersonsOwnNoiseIsToldFromTheOthersWhateverTheirHabits() {
        ThreeAnnotators three = ThreeAnnotators.of(looks(2000), PLATE).orElseThrow();
        assertThat(three.keypoints()).isEqualTo(8000);
        assertThat(three.people())
                .extracting(ThreeAnnotators.Person::name)
                .containsExactly("ann", "bea", "cem");
        // The truth that was drawn; of 8000 keypoints the estimate scatters by about 3 %.
        double[][] truth = {{1, 0.5}, {2, 0.5}, {0.5, 1.5}};
        for (int i = 0; i < 3; i++) {
            assertThat(three.people().get(i).along()).isCloseTo(truth[i][0], within(0.15));
            assertThat(three.people().get(i).across()).isCloseTo(truth[i][1], within(0.15));
        }
    }

    @Test
    void aGrossErrorInATenthOfThePointsChangesLittle() {
        List<BlindLook> looks = looks(2000);
        for (int i = 0; i < looks.size(); i += 20) {
            Target first = looks.get(i).first();
            Target far = by("bea", first, plate(new Random(i), 25, 25, 0));
            looks.set(i, BlindLook.of(1, Instant.EPOCH, first, far));
        }
        ThreeAnnotators three = ThreeAnnotators.of(looks, PLATE).orElseThrow();
        assertThat(three.people().get(1).along()).isBetween(1.8, 2.7);
        assertThat(three.people().get(0).along()).isCloseTo(1, within(0.2));
    }

    @Test
    void ofSeveralLooksOfOnePersonTheLastCounts() {
        List<BlindLook> once = looks(20);
        List<BlindLook> again = new ArrayList<>();
        for (BlindLook look : once) {
            Target far = by(look.annotator(), look.first(), plate(new Random(1), 9, 9, 9));
            again.add(BlindLook.of(1, Instant.EPOCH, look.first(), far));
        }
        again.addAll(once);
        assertThat(ThreeAnnotators.of(again, PLATE)).isEqualTo(ThreeAnnotators.of(once, PLATE));
    }

    @Test
    void threePeopleAndEnoughKeypointsAreWanted() {
        assertThat(ThreeAnnotators.of(looks(5), PLATE)).isPresent();
        assertThat(ThreeAnnotators.of(looks(4), PLATE)).as("16 keypoints").isEmpty();
        List<BlindLook> two = looks(50).stream().filter(l -> l.annotator().equals("bea")).toList();
        assertThat(ThreeAnnotators.of(two, PLATE)).isEmpty();
    }
}
