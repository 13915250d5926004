package penumbra.engine.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.AxisLaw;
import penumbra.model.Keypoint;
import penumbra.model.LabelNoise;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;
import penumbra.model.Visibility;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;

class KeypointContextsTest {

    /// Noise 2 px along and 1 px across whatever the size.
    private static final KeypointContexts PLATE =
            new KeypointContexts(
                    Schema.ARMOR_PLATE.edges(), (outwards, _) -> new EndNoise(2, 1, outwards));

    /// Left bar 24 px long, right bar 18 px, 60 px apart.
    private static final List<Keypoint> POINTS =
            List.of(
                    Keypoint.visible(100, 100),
                    Keypoint.visible(100, 124),
                    Keypoint.visible(160, 124),
                    Keypoint.visible(160, 106));

    private static InputLabel label(List<Keypoint> seen, double zoom) {
        return new InputLabel(1, new Box(100, 100, 60, 24), seen, POINTS, zoom);
    }

    @Test
    void sizesAreTheLabelsOwn() {
        LabelContext context = PLATE.of(label(POINTS, 1), 16, 640).getFirst();

        assertThat(context.scale().dMin()).isEqualTo(18);
        assertThat(context.scale().barLength()).isEqualTo(21);
        assertThat(context.scale().area()).isEqualTo(1440);
        assertThat(context.scale().stride()).isEqualTo(16);
        assertThat(context.scale().inputSide()).isEqualTo(640);
    }

    @Test
    void whatTheBorderCutOffStillSaysHowLargeThePlateIs() {
        List<Keypoint> cut = new ArrayList<>(POINTS);
        cut.set(2, new Keypoint(new Point(640, 124), Visibility.UNLABELLED));
        cut.set(3, new Keypoint(new Point(640, 106), Visibility.UNLABELLED));

        assertThat(PLATE.of(label(cut, 1), 8, 640)).isEqualTo(PLATE.of(label(POINTS, 1), 8, 640));
    }

    @Test
    void barsPointOutwardsAtBothEnds() {
        List<LabelContext> contexts = PLATE.of(label(POINTS, 1), 8, 640);

        assertThat(contexts.stream().map(c -> c.noise().direction()))
                .containsExactly(
                        new Point(0, -1), new Point(0, 1), new Point(0, 1), new Point(0, -1));
    }

    @Test
    void noiseIsAskedForInThePictureAndCarriedToTheInput() {
        List<Double> gaps = new ArrayList<>();
        KeypointContexts asked =
                new KeypointContexts(
                        Schema.ARMOR_PLATE.edges(),
                        (outwards, gap) -> {
                            gaps.add(gap);
                            return new EndNoise(2, 1, outwards);
                        });

        EndNoise noise = asked.of(label(POINTS, 0.5), 8, 640).getFirst().noise();

        assertThat(gaps).containsOnly(36.0);
        assertThat(noise.along()).isEqualTo(1);
        assertThat(noise.across()).isEqualTo(0.5);
    }

    /// The gap is 18 px of the input, 36 px of the picture, half the law's 72 px: variances there 4
    /// (0 + 3 / 4) = 3 px² and 1 (3 + 4 / 4) = 4 px², deviations half as large in the input.
    @Test
    void noiseIsThatOfTheSchema() {
        LabelNoise measured =
                new LabelNoise(
                        new AxisLaw(SizeLaw.GROWING, 0, 3, 72, 4),
                        new AxisLaw(SizeLaw.GROWING, 3, 4, 72, 1),
                        List.of(),
                        40,
                        List.of("a"),
                        List.of(),
                        Instant.EPOCH);
        Schema schema = Schema.ARMOR_PLATE.calibrated(measured, 0.03);

        EndNoise noise = KeypointContexts.of(schema).of(label(POINTS, 0.5), 8, 640).get(1).noise();

        assertThat(noise.along()).isCloseTo(Math.sqrt(3) / 2, within(1e-12));
        assertThat(noise.across()).isCloseTo(1, within(1e-12));
        assertThat(noise.direction()).isEqualTo(new Point(0, 1));
        assertThat(KeypointContexts.of(Schema.ARMOR_PLATE).of(label(POINTS, 1), 8, 640))
                .isEqualTo(
                        new KeypointContexts(Schema.ARMOR_PLATE.edges(), EndNoise::assumed)
                                .of(label(POINTS, 1), 8, 640));
    }

    @Test
    void withoutOneBarNoiseIsEven() {
        List<Keypoint> one = new ArrayList<>(POINTS);
        one.set(1, Keypoint.UNLABELLED);
        InputLabel half = new InputLabel(1, new Box(100, 100, 60, 24), one);
        KeypointContexts crossed =
                new KeypointContexts(
                        List.of(new Schema.Edge(0, 1), new Schema.Edge(0, 2)), PLATE.noise());
        List<Keypoint> same = new ArrayList<>(POINTS);
        same.set(1, same.getFirst());

        for (EndNoise noise :
                List.of(
                        PLATE.of(half, 8, 640).getFirst().noise(),
                        crossed.of(label(POINTS, 1), 8, 640).getFirst().noise(),
                        PLATE.of(new InputLabel(1, half.box(), same), 8, 640).getFirst().noise())) {
            assertThat(noise.along()).isCloseTo(Math.sqrt(2), within(1e-12));
            assertThat(noise.across()).isEqualTo(noise.along());
        }
        assertThat(PLATE.of(half, 8, 640).getLast().noise().along()).isEqualTo(2);
    }

    @Test
    void aLabelWithoutSizeOrPointsHasAContext() {
        InputLabel nothing =
                new InputLabel(
                        0, new Box(5, 5, 0, 0), List.of(Keypoint.UNLABELLED, Keypoint.UNLABELLED));

        for (LabelContext context : KeypointContexts.ASSUMED.of(nothing, 8, 640)) {
            assertThat(context.scale().dMin()).isZero();
            assertThat(context.noise().sigma()).isCloseTo(EndNoise.LEAST, within(1e-15));
        }
    }
}
