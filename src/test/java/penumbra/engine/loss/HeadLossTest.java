package penumbra.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.AdaAnchorAssigner;
import penumbra.engine.assign.Assigner;
import penumbra.engine.assign.Assigners;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.RawOutput;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.loss.PoseTerms;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Visibility;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

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

    /// Every assigner with the stock term, and every term with the stock assigner.
    static Stream<HeadLoss> losses() {
        return Stream.concat(
                Assigners.ALL.stream().map(HeadLossTest::loss),
                PoseTerms.IDS.stream().map(HeadLossTest::loss));
    }

    private static HeadLoss loss(Assigner assigner) {
        return new HeadLoss(assigner, LossGains.STOCK, LOSS.pose(), LOSS.contexts());
    }

    private static HeadLoss loss(String term) {
        LabelContext usual =
                new LabelContext(new TargetScale(20, 20, 800, 8, 96), EndNoise.isotropic(1.5));
        PoseTerms.Setting setting =
                new PoseTerms.Setting(Schema.ARMOR_PLATE.oksSigmas(), usual, true);
        return new HeadLoss(
                LOSS.assigner(),
                LOSS.gains(),
                PoseTerms.byId(term, setting).orElseThrow(),
                new KeypointContexts(Schema.ARMOR_PLATE.edges(), EndNoise::assumed));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void nothingIsEverNotANumber(HeadLoss loss) {
        List<InputLabel> odd =
                List.of(
                        label(new Box(20, 20, 0, 0), Visibility.VISIBLE),
                        label(new Box(20, 20, 30, 0), Visibility.VISIBLE),
                        label(new Box(30, 10, 40, 40), Visibility.UNLABELLED),
                        label(new Box(-40, -40, 60, 60), Visibility.VISIBLE),
                        label(new Box(-500, -500, 20, 20), Visibility.VISIBLE),
                        label(new Box(90, 60, 300, 300), Visibility.OCCLUDED),
                        label(new Box(95.9, 63.9, 0.2, 0.2), Visibility.VISIBLE),
                        label(new Box(0, 0, 96, 64), Visibility.VISIBLE),
                        label(new Box(0, 0, 96, 64), Visibility.VISIBLE));
        for (double scale : new double[] {0, 1e-3, 1, 30, 1e4, 1e30, 1e37}) {
            for (int n = 0; n <= odd.size(); n++) {
                RawOutput raw = random(n, 2, scale);
                assertFinite(loss.evaluate(raw, List.of(odd.subList(0, n), List.of())));
            }
        }
    }

    /// The derivative by a keypoint's raw number, against the loss a little to either side of it.
    @ParameterizedTest
    @MethodSource("losses")
    void keypointsFallAsTheirDerivativeSays(HeadLoss loss) {
        List<List<InputLabel>> targets =
                List.of(
                        List.of(label(new Box(5, 5, 50, 40), Visibility.VISIBLE)),
                        List.of(label(new Box(30, 20, 60, 30), Visibility.OCCLUDED)));
        RawOutput raw = random(6, 2, 0.7);
        float[] derivatives = loss.evaluate(raw, targets).gradient().values();
        double step = 1 / 4096.0;
        int compared = 0;
        for (int picture = 0; picture < 2; picture++) {
            for (int channel = LAYOUT.keypoint(0, 0); channel < LAYOUT.channels(); channel++) {
                for (int a = 0; a < GRID.size(); a++) {
                    int at = raw.offset(picture, channel) + a;
                    if (derivatives[at] != 0) {
                        double slope = slope(loss, raw, targets, at, step);
                        // Second order: a residual that passes a corner within the step.
                        assertThat(derivatives[at])
                                .isCloseTo(
                                        (float) slope,
                                        within(0.02f * (1 + (float) Math.abs(slope))));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(24);
    }

    /// The pose item: others do not depend on keypoints unless the assignment does.
    private static double slope(
            HeadLoss loss, RawOutput raw, List<List<InputLabel>> targets, int at, double step) {
        float here = raw.values()[at];
        raw.values()[at] = (float) (here + step);
        double right = raw.values()[at];
        LossItems after = loss.evaluate(raw, targets).items();
        raw.values()[at] = (float) (here - step);
        double left = raw.values()[at];
        LossItems before = loss.evaluate(raw, targets).items();
        raw.values()[at] = here;
        double items = after.pose() + after.visibility() - before.pose() - before.visibility();
        return raw.batch() * items / (right - left);
    }

    @Test
    void eachKeypointsErrorIsTalliedAsAShareOfTheBox() {
        RawOutput raw = random(3, 1, 0);
        List<Keypoint> points =
                new ArrayList<>(label(new Box(8, 8, 72, 32), Visibility.VISIBLE).keypoints());
        points.set(2, new Keypoint(points.get(2).at(), Visibility.UNLABELLED));
        InputLabel object = new InputLabel(1, new Box(8, 8, 72, 32), points);
        Anchors anchors = GRID.anchors();
        RawOutput gradient = raw.zerosLike();

        KeypointTally tally =
                new KeypointTerm(LOSS.pose(), LOSS.contexts(), raw, gradient, anchors)
                        .add(List.of(new Positive(0, 0, object, 1), new Positive(0, 1, object, 1)))
                        .tally();

        // Zeros mean the cells' corners, (0, 0) and (8, 0); the side is sqrt(72 * 32) = 48 px.
        assertThat(tally.counts()).containsExactly(2, 2, 0, 2);
        assertThat(tally.means().getFirst())
                .isCloseTo((Math.hypot(8, 8) + 8) / 48 / 2, within(1e-9));
        assertThat(tally.means().get(2)).isNaN();
        assertThat(tally.plus(tally).means().getFirst()).isEqualTo(tally.means().getFirst());
    }

    /// In cells on its own level: the finest has eight px to a cell.
    @Test
    void unitsAndSigmaFollowTheLevelThatPredicts() {
        HeadLoss paper = loss("helium-paper");
        InputLabel object = label(new Box(0, 0, 96, 64), Visibility.VISIBLE);
        for (int level = 0; level < AnchorGrid.levels(); level++) {
            int stride = AnchorGrid.stride(level);
            RawOutput raw = random(level, 1, 0);
            Anchors anchors = GRID.anchors();
            int anchor = GRID.first(level);
            RawOutput gradient = raw.zerosLike();
            double value =
                    new KeypointTerm(paper.pose(), paper.contexts(), raw, gradient, anchors)
                            .add(List.of(new Positive(0, anchor, object, 1)))
                            .value();
            // Far out eq. 6 is 4.494742 (d + 0.48641 sigma²/d) for each keypoint, in cells.
            double expected = 0;
            for (Keypoint k : object.keypoints()) {
                Point e = new Point(-k.at().x() / stride, -k.at().y() / stride);
                double sigma = 0.05 * Math.exp(-0.1 * 64 / stride);
                double d = e.norm();
                expected +=
                        12
                                * 4.494742
                                * (d == 0 ? 1.2130125 * sigma : d + 0.48641 * sigma * sigma / d);
            }
            assertThat(value).isCloseTo(expected, within(1e-3 * expected));
        }
    }

    @Test
    void anOutputThatIsNotFiniteIsSaidSo() {
        RawOutput raw = random(7, 1, 1);
        Arrays.fill(raw.values(), Float.NaN);
        InputLabel object = label(new Box(5, 5, 50, 40), Visibility.VISIBLE);

        for (Assigner assigner : Assigners.ALL) {
            assertThatThrownBy(() -> loss(assigner).evaluate(raw, List.of(List.of(object))))
                    .isInstanceOf(ArithmeticException.class);
        }
    }

    @Test
    void theFocalScoresFallAsTheirDerivativeSays() {
        HeadLoss focal = loss(AdaAnchorAssigner.DEFAULT);
        List<List<InputLabel>> targets =
                List.of(List.of(label(new Box(20, 10, 50, 40), Visibility.UNLABELLED)));
        RawOutput raw = random(8, 1, 2);
        LossResult before = focal.evaluate(raw, targets);
        double squares = 0;
        for (int i = raw.offset(0, LAYOUT.score(0));
                i < raw.offset(0, LAYOUT.keypoint(0, 0));
                i++) {
            float derivative = before.gradient().values()[i];
            squares += (double) derivative * derivative;
            raw.values()[i] -= 1e-3f * derivative;
        }
        LossResult after = focal.evaluate(raw, targets);

        assertThat(after.positives()).isEqualTo(before.positives()).isPositive();
        double fall = before.items().score() - after.items().score();
        assertThat(fall / (1e-3 * squares)).isCloseTo(1, within(5e-3));
    }

    /// p = 1/2: each anchor and class costs ln 2 / 4, with or without an object.
    @Test
    void focalScoresOfEvenOddsAreByHand() {
        RawOutput raw = random(9, 1, 0);
        List<List<InputLabel>> targets =
                List.of(List.of(label(new Box(20, 10, 50, 40), Visibility.VISIBLE)));

        LossResult result = loss(AdaAnchorAssigner.DEFAULT).evaluate(raw, targets);

        double sum = 3 * GRID.size() * Math.log(2) / 4;
        assertThat(result.items().score()).isCloseTo(0.5 * sum / result.positives(), within(1e-9));
        assertThat(result.positives()).isEqualTo(20);
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
