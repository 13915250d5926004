package penumbra.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.RawOutput;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

class HeadLossTest {

    private static final HeadLayout LAYOUT = new HeadLayout(3, 4, 3);
    private static final AnchorGrid GRID = new AnchorGrid(64, 96);
    private static final HeadLoss LOSS = HeadLoss.stock(LAYOUT);

    private static RawOutput random(long seed, int batch, double scale) {
        Random random = new Random(seed);
        float[] values = new float[batch * LAYOUT.channels() * GRID.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        return new RawOutput(LAYOUT, GRID, batch, values);
    }

    private static InputLabel label(Box box, Visibility visibility) {
        List<Keypoint> keypoints =
                IntStream.range(0, 4)
                        .mapToObj(k ->
                                new Keypoint(
                                        new Point(
                                                box.x() + (k % 2) * box.width(),
                                                box.y() + (k / 2) * box.height()),
                                        visibility))
                        .toList();
        return new InputLabel(1, box, keypoints);
    }

    private static void assertFinite(LossResult result) {
        assertThat(result.total()).isFinite();
        for (float value : result.gradient().values()) {
            assertThat(Float.isFinite(value)).isTrue();
        }
    }

    @Test
    void nothingIsEverNotANumber() {
        List<InputLabel> odd =
                List.of(
                        label(new Box(20, 20, 0, 0), Visibility.VISIBLE),
                        label(new Box(20, 20, 30, 0), Visibility.VISIBLE),
                        label(new Box(30, 10, 40, 40), Visibility.UNLABELLED),
                        label(new Box(-40, -40, 60, 60), Visibility.VISIBLE),
                        label(new Box(-500, -500, 20, 20), Visibility.VISIBLE),
                        label(new Box(90, 60, 300, 300), Visibility.OCCLUDED),
                        label(new Box(0, 0, 96, 64), Visibility.VISIBLE),
                        label(new Box(0, 0, 96, 64), Visibility.VISIBLE));
        for (double scale : new double[] {0, 1e-3, 1, 30, 1e4, 1e30}) {
            for (int n = 0; n <= odd.size(); n++) {
                RawOutput raw = random(n, 2, scale);
                assertFinite(LOSS.evaluate(raw, List.of(odd.subList(0, n), List.of())));
            }
        }
    }

    @Test
    void withoutObjectsOnlyTheScoresAreLeft() {
        RawOutput raw = random(1, 2, 1);
        LossResult result = LOSS.evaluate(raw, List.of(List.of(), List.of()));

        assertThat(result.items().sum()).isEqualTo(result.items().score()).isPositive();
        assertThat(result.positives()).isZero();
        for (int picture = 0; picture < 2; picture++) {
            for (int c = 0; c < LAYOUT.channels(); c++) {
                boolean score = c >= LAYOUT.score(0) && c < LAYOUT.keypoint(0, 0);
                int at = raw.offset(picture, c);
                float[] derivatives =
                        Arrays.copyOfRange(result.gradient().values(), at, at + GRID.size());
                if (score) {
                    assertThat(derivatives).doesNotContain(0);
                } else {
                    assertThat(derivatives).containsOnly(0);
                }
            }
        }
    }

    @Test
    void anUnlabelledKeypointContributesNothingToThePose() {
        RawOutput raw = random(2, 1, 1);
        Box box = new Box(10, 10, 60, 40);
        List<Keypoint> points = new ArrayList<>(label(box, Visibility.VISIBLE).keypoints());
        points.set(2, new Keypoint(new Point(11, 12), Visibility.UNLABELLED));
        LossResult here = LOSS.evaluate(raw, List.of(List.of(new InputLabel(1, box, points))));
        points.set(2, new Keypoint(new Point(-5000, 7000), Visibility.UNLABELLED));
        LossResult there = LOSS.evaluate(raw, List.of(List.of(new InputLabel(1, box, points))));

        assertThat(there.items()).isEqualTo(here.items());
        assertThat(here.positives()).isPositive();
        for (int d = 0; d < 2; d++) {
            int at = raw.offset(0, LAYOUT.keypoint(2, d));
            assertThat(Arrays.copyOfRange(here.gradient().values(), at, at + GRID.size()))
                    .containsOnly(0);
        }
    }

    @Test
    void twiceTheSamePictureHasTheSameItemsAndTwiceTheTotal() {
        RawOutput one = random(3, 1, 1);
        float[] twice = Arrays.copyOf(one.values(), 2 * one.values().length);
        System.arraycopy(one.values(), 0, twice, one.values().length, one.values().length);
        List<InputLabel> objects =
                List.of(
                        label(new Box(5, 5, 50, 40), Visibility.VISIBLE),
                        label(new Box(40, 20, 50, 40), Visibility.OCCLUDED));

        LossResult single = LOSS.evaluate(one, List.of(objects));
        LossResult pair =
                LOSS.evaluate(new RawOutput(LAYOUT, GRID, 2, twice), List.of(objects, objects));

        // A sum of target scores below 1 counts as 1; these are above.
        assertThat(pair.items().pose()).isCloseTo(single.items().pose(), within(1e-12));
        assertThat(pair.items().visibility()).isCloseTo(single.items().visibility(), within(1e-12));
        assertThat(pair.total()).isCloseTo(2 * pair.items().sum(), within(1e-9));
        assertThat(pair.positives()).isEqualTo(2 * single.positives());
    }

    @Test
    void theScoresFallAsTheirDerivativeSays() {
        RawOutput raw = random(4, 2, 3);
        List<List<InputLabel>> none = List.of(List.of(), List.of());
        LossResult before = LOSS.evaluate(raw, none);
        double squares = 0;
        for (int i = 0; i < raw.values().length; i++) {
            float derivative = before.gradient().values()[i];
            squares += (double) derivative * derivative;
            raw.values()[i] -= 1e-4f * derivative;
        }
        double fall = before.total() - LOSS.evaluate(raw, none).total();

        // Single precision keeps a step of 1e-4 on numbers up to 8 to three digits.
        assertThat(fall / (1e-4 * squares)).isCloseTo(1, within(1e-3));
    }

    @Test
    void anObjectThatDoesNotFitTheHeadIsRefused() {
        RawOutput raw = random(5, 1, 1);
        InputLabel fits = label(new Box(5, 5, 50, 40), Visibility.VISIBLE);
        InputLabel beyond = new InputLabel(3, fits.box(), fits.keypoints());
        InputLabel few = new InputLabel(1, fits.box(), fits.keypoints().subList(0, 3));

        assertThatThrownBy(() -> LOSS.evaluate(raw, List.of(List.of(beyond))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOSS.evaluate(raw, List.of(List.of(few))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LOSS.evaluate(raw, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
