package penumbra.uncertainty.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.data.scene.LabelNoise;
import penumbra.geometry.Point;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelNoise.Span;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.TargetScale;

class LookStudyTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    private static List<BlindLook> looks(int plates, SplittableRandom random) {
        List<BlindLook> looks = new ArrayList<>();
        for (int i = 0; i < plates; i++) {
            Target truth = CalibrationTest.plate(random);
            looks.add(look(i, truth, LabelNoise.A.apply(truth, SCHEMA, random)));
        }
        return looks;
    }

    private static BlindLook look(long image, Target first, Target second) {
        return BlindLook.of(
                image,
                Instant.EPOCH.plusSeconds(image),
                first,
                new Target(first.id(), 0, second.keypoints(), Optional.empty(), "Ben"));
    }

    private static Target exchanged(Target plate) {
        List<Keypoint> points = new ArrayList<>(plate.keypoints());
        Collections.swap(points, 0, 1);
        Collections.swap(points, 2, 3);
        return plate.withKeypoints(points);
    }

    @Test
    void tooFewPairsGiveNoNumbersButSayHowManyPlatesAreNeeded() {
        LookStudy study = LookStudy.of(looks(3, new SplittableRandom(1)), SCHEMA);
        assertThat(study.pairs()).isEqualTo(12);
        LookStudy.TooFew few = (LookStudy.TooFew) study;
        assertThat(few.needed()).isEqualTo(20);
        assertThat(few.plates(SCHEMA)).isEqualTo(2);
        assertThat(LookStudy.of(List.of(), SCHEMA).pairs()).isZero();
        assertThat(LookStudy.of(looks(5, new SplittableRandom(1)), SCHEMA))
                .isInstanceOf(LookStudy.Measured.class);
    }

    @Test
    void swappedPointsAreNamedAndDoNotCount() {
        SplittableRandom random = new SplittableRandom(2);
        List<BlindLook> looks = new ArrayList<>(looks(20, random));
        Target plate = CalibrationTest.plate(random);
        looks.add(7, look(99, plate, exchanged(plate)));
        LookStudy study = LookStudy.of(looks, SCHEMA);
        assertThat(study.pairs()).isEqualTo(80);
        assertThat(study.swapped()).extracting(p -> p.look().imageId()).containsOnly(99L);
        assertThat(study.swapped())
                .extracting(LookStudy.Place::keypoint)
                .containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void theOutlierIsNamedByItsLookAndKeypoint() {
        SplittableRandom random = new SplittableRandom(3);
        List<BlindLook> looks = new ArrayList<>(looks(40, random));
        for (int i : new int[] {5, 20, 33}) {
            BlindLook look = looks.get(i);
            List<Keypoint> points = new ArrayList<>(look.second().keypoints());
            // Farther out than any other keypoint: no swap, merely a gross error.
            points.set(
                    2,
                    new Keypoint(
                            look.first().keypoints().get(2).at().plus(new Point(60, 25)),
                            points.get(2).visibility()));
            looks.set(i, look(look.imageId(), look.first(), look.second().withKeypoints(points)));
        }
        LookStudy.Measured study = (LookStudy.Measured) LookStudy.of(looks, SCHEMA);
        List<LookStudy.Place> found = study.outliers();
        assertThat(found)
                .extracting(p -> p.look().imageId())
                .containsExactlyInAnyOrder(5L, 20L, 33L);
        assertThat(found).extracting(LookStudy.Place::keypoint).containsOnly(2);
    }

    @Test
    void theProjectKeepsTheLawItsLimitsAndWhereItComesFrom() {
        List<BlindLook> looks = looks(30, new SplittableRandom(4));
        LookStudy.Measured study = (LookStudy.Measured) LookStudy.of(looks, SCHEMA);
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        penumbra.model.LabelNoise noise = study.noise(now);
        assertThat(noise.pairs()).isEqualTo(120);
        assertThat(noise.annotators()).containsExactly("Ben");
        assertThat(noise.looks()).isEqualTo(looks.stream().map(BlindLook::id).toList());
        assertThat(noise.measured()).isEqualTo(now);
        assertThat(noise.spans()).extracting(Span::gap).isSorted().hasSize(3);
        for (Span span : noise.spans()) {
            assertThat(span.along()).isEqualTo(study.calibration().along(span.gap()));
            assertThat(span.along().value())
                    .isCloseTo(noise.along().sigma(span.gap()), within(1e-12));
            assertThat(span.along().holds(span.along().value())).isTrue();
        }
    }

    @Test
    void ringsAndLossesReadTheProjectsNoiseElseTheAssumedOne() {
        LookStudy.Measured study =
                (LookStudy.Measured) LookStudy.of(looks(30, new SplittableRandom(5)), SCHEMA);
        Schema calibrated = SCHEMA.calibrated(study.noise(Instant.EPOCH), study.oksSigma());
        Point direction = new Point(0.6, 0.8);
        TargetScale scale = new TargetScale(40, 40, 4000, 8, 640);
        LabelContext measured = LabelContext.of(calibrated.noise(), scale, direction);
        assertThat(measured.noise()).isEqualTo(study.calibration().noise(direction, 40).within(40));
        assertThat(LabelContext.of(SCHEMA.noise(), scale, direction))
                .isEqualTo(LabelContext.assumed(scale, direction));
        assertThat(EndNoise.of(calibrated.noise(), direction, 3).along())
                .as("at most a sixth of the gap")
                .isCloseTo(0.5, within(1e-12));
    }

    /// COCO's sigma squared is the mean of d² / s²; of plates that are all alike, it follows from
    /// the two deviations and the side alone.
    @Test
    void theOksSigmaIsThatOfTheScatterInThePlaneOverTheSideOfTheBox() {
        SplittableRandom random = new SplittableRandom(6);
        Target plate =
                new Target(
                        new UUID(1, 1),
                        0,
                        List.of(
                                Keypoint.visible(100, 100),
                                Keypoint.visible(100, 140),
                                Keypoint.visible(190, 140),
                                Keypoint.visible(190, 100)),
                        Optional.empty(),
                        "Ada");
        List<BlindLook> looks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            looks.add(look(i, plate, LabelNoise.A.apply(plate, SCHEMA, random)));
        }
        LookStudy.Measured study = (LookStudy.Measured) LookStudy.of(looks, SCHEMA);
        double gap = study.calibration().usualGap();
        double along = study.calibration().along(gap).value();
        double across = study.calibration().across(gap).value();
        assertThat(study.oksSigma())
                .isCloseTo(Math.hypot(along, across) / Math.sqrt(90 * 40), within(1e-12));
        assertThat(study.parallelogram().getAsDouble()).as("exact first labels").isZero();
    }

    @Test
    void looksAtTargetsOfAnotherSchemaAreLeftOut() {
        BlindLook five =
                look(
                        1,
                        new Target(
                                new UUID(3, 3),
                                0,
                                Collections.nCopies(5, Keypoint.visible(1, 1)),
                                Optional.empty(),
                                "Ada"),
                        new Target(
                                new UUID(3, 3),
                                0,
                                Collections.nCopies(5, Keypoint.visible(1, 1)),
                                Optional.empty(),
                                "Ada"));
        assertThat(LookStudy.of(List.of(five), SCHEMA).pairs()).isZero();
    }
}
