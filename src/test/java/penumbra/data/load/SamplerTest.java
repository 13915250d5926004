package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

class SamplerTest {

    private static final int SIDE = 640;

    private static TrainingPicture picture(Target... labels) {
        return new TrainingPicture(
                Path.of("p.jpg"), "hash", new Size(1280, 1024), List.of(labels), "s");
    }

    /// A label whose box is a square of that side in the picture, half of it when loaded.
    private static Target label(int classIndex, double side) {
        return Target.of(
                classIndex,
                List.of(Keypoint.visible(0, 0)),
                Optional.of(new Box(0, 0, side, side)),
                "");
    }

    private static double[] weights(Sampler sampler, List<TrainingPicture> pictures) {
        Weights weights = sampler.weights(pictures, SIDE);
        return IntStream.range(0, pictures.size()).mapToDouble(weights::weight).toArray();
    }

    @Test
    void aPictureHasTheWeightOfItsRarestClass() {
        List<TrainingPicture> pictures =
                List.of(
                        picture(label(0, 20), label(0, 20)),
                        picture(label(0, 20), label(1, 20)),
                        picture(label(0, 20)),
                        picture(label(0, 20)),
                        picture());

        // Class 0 is in four pictures and class 1 in one: sqrt(4 / 1) = 2.
        assertThat(weights(new Sampler(true, false), pictures)).containsExactly(1, 2, 1, 1, 1);
        assertThat(weights(Sampler.SHUFFLED, pictures)).containsOnly(1);
    }

    @Test
    void sizesAreOctavesOfTheLoadedPictureAndNoWeightIsAboveFour() {
        // 10, 12.5 and 15.5 px loaded are one octave, 16 the next.
        List<TrainingPicture> pictures =
                List.of(
                        picture(label(0, 20)),
                        picture(label(0, 25)),
                        picture(label(0, 31)),
                        picture(label(0, 32)));
        TrainingPicture[] many = new TrainingPicture[50];
        Arrays.fill(many, picture(label(0, 20)));
        many[7] = picture(label(0, 200));

        assertThat(weights(new Sampler(false, true), pictures))
                .containsExactly(1, 1, 1, Math.sqrt(3));
        assertThat(weights(new Sampler(false, true), List.of(many))[7]).isCloseTo(4, within(1e-12));
    }

    @Test
    void anEpochHasEachPictureAsOftenAsItsWeightSaysUpToRounding() {
        double[] weights = {1, 4, 0.5, 2.5, 1, 1};
        Weights all = new Weights(weights);
        double[] sums = new double[6];
        int epochs = 600;
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] order = all.order(new SplittableRandom(epoch));
            assertThat(order).hasSize(6);
            for (int picture = 0; picture < 6; picture++) {
                int wanted = picture;
                double share = weights[picture] * 6 / 10;
                long count = Arrays.stream(order).filter(p -> p == wanted).count();
                assertThat((double) count).isBetween(Math.floor(share), Math.ceil(share));
                sums[picture] += count;
            }
        }
        // Half of a picture's chances is 12 deviations of the mean of so many draws away.
        for (int picture = 0; picture < 6; picture++) {
            assertThat(sums[picture] / epochs).isCloseTo(weights[picture] * 0.6, within(0.1));
        }
    }

    @Test
    void equalWeightsGiveEachPictureOnceInAnOrderThatTheNumbersDecide() {
        Weights equal = new Weights(new double[] {1, 1, 1, 1, 1, 1, 1, 1});

        int[] order = equal.order(new SplittableRandom(5));

        assertThat(order).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(equal.order(new SplittableRandom(5))).isEqualTo(order);
        assertThat(equal.order(new SplittableRandom(6))).isNotEqualTo(order);
    }

    @Test
    void singleDrawsFollowTheWeights() {
        Weights weights = new Weights(new double[] {1, 3});
        SplittableRandom random = new SplittableRandom(9);

        long second = IntStream.range(0, 4000).filter(_ -> weights.draw(random) == 1).count();

        // Three quarters, within five deviations.
        assertThat((double) second).isCloseTo(3000, within(5 * Math.sqrt(4000 * 0.75 * 0.25)));
    }
}
