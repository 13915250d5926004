package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;
import tools.jackson.databind.json.JsonMapper;

class PlateResultTest {

    private static final List<Point> LABEL =
            List.of(new Point(0, 0), new Point(0, 10), new Point(20, 10), new Point(20, 0));

    private static PlateResult plate(Optional<List<Point>> truth, Optional<List<Point>> found) {
        return new PlateResult(
                "a.png",
                0,
                3,
                LABEL,
                List.of(true, true, true, false),
                truth,
                found,
                List.of(),
                0.5,
                25,
                0.5);
    }

    @Test
    void errorsAreDistancesAndTheirPartsAlongAndAcrossTheBars() {
        List<Point> found =
                List.of(new Point(3, -4), new Point(0, 9), new Point(18, 10), new Point(99, 99));
        TargetErrors errors =
                plate(Optional.empty(), Optional.of(found))
                        .errors(Against.LABELS, Schema.ARMOR_PLATE.edges())
                        .orElseThrow();
        assertThat(errors.points()).as("labelled ones").hasSize(3);
        assertThat(errors.points().get(0).distance()).isEqualTo(5);
        assertThat(errors.points().get(0).along()).as("upwards, out of the bar").isEqualTo(4);
        assertThat(Math.abs(errors.points().get(0).across())).isEqualTo(3);
        assertThat(errors.points().get(1).along()).as("into the bar").isEqualTo(-1);
        assertThat(errors.points().get(2).along()).as("its other end is not labelled").isNaN();
        assertThat(errors.side()).isEqualTo(25);
        assertThat(errors.gain()).isEqualTo(0.5);
        assertThat(errors.classIndex()).isEqualTo(3);
        assertThat(errors.normalised()).isCloseTo((5 + 1 + 2) / 3.0 / 25, within(1e-15));
    }

    @Test
    void aMissedPlateIsInfinitelyFarAndOneOfUnknownTruthHasNoErrorAgainstIt() {
        PlateResult missed = plate(Optional.empty(), Optional.empty());
        TargetErrors errors = missed.errors(Against.LABELS, List.of()).orElseThrow();
        assertThat(errors.found()).isFalse();
        assertThat(errors.points()).allMatch(p -> Double.isInfinite(p.distance()));
        assertThat(missed.errors(Against.TRUTH, List.of())).isEmpty();
        List<Point> truth = LABEL.stream().map(p -> p.plus(new Point(1, 0))).toList();
        assertThat(
                        plate(Optional.of(truth), Optional.of(LABEL))
                                .errors(Against.TRUTH, List.of())
                                .orElseThrow()
                                .points())
                .allMatch(p -> p.distance() == 1);
    }

    @Test
    void hiddenKeypointsAreCountedApartAndNoneWhereNothingIsKnownOfThem() {
        PlateResult plate =
                new PlateResult(
                        "a.png",
                        0,
                        3,
                        LABEL,
                        List.of(true, true, true, false),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        0,
                        25,
                        0.5,
                        List.of(false, true, false, true),
                        List.of(),
                        List.of(),
                        Optional.empty());
        assertThat(plate.only(KeypointPart.ALL)).isEqualTo(plate);
        assertThat(plate.only(KeypointPart.VISIBLE).labelled())
                .containsExactly(true, false, true, false);
        assertThat(plate.only(KeypointPart.OCCLUDED).labelled())
                .as("an unlabelled one is not hidden")
                .containsExactly(false, true, false, false);
        PlateResult old = plate(Optional.empty(), Optional.empty());
        assertThat(old.only(KeypointPart.VISIBLE).labelled()).containsOnly(false);
    }

    @Test
    void platesAndStepsOfEarlierVersionsAreRead() {
        JsonMapper json = JsonMapper.shared();
        String now = json.writeValueAsString(plate(Optional.empty(), Optional.empty()));
        String old =
                now.replace(",\"occluded\":[],\"confidences\":[],\"placed\":[]", "")
                        .replace(",\"foundByTruth\":null", "");
        assertThat(old).isNotEqualTo(now);
        assertThat(json.readValue(old, PlateResult.class))
                .isEqualTo(plate(Optional.empty(), Optional.empty()));
        String step =
                "{\"event\":\"step\",\"seconds\":1,\"step\":1,\"epoch\":1,\"batch\":1,"
                        + "\"pictures\":8,\"losses\":{},\"learningRates\":[],"
                        + "\"gradientNorm\":null,\"duration\":1,\"waited\":0,\"memory\":9}";
        assertThat(json.readValue(step, TrainingEvent.class))
                .isInstanceOfSatisfying(
                        TrainingEvent.Step.class, s -> assertThat(s.cpu()).isEmpty());
    }

    @Test
    void aPlateIsFoundByItsLabelAndByItsTruthEachForItself() {
        List<Point> truth = LABEL.stream().map(p -> p.plus(new Point(9, 0))).toList();
        List<Point> found = LABEL.stream().map(p -> p.plus(new Point(10, 0))).toList();
        PlateResult off = byTruth(truth, Optional.empty(), found);
        assertThat(off.errors(Against.LABELS, List.of()).orElseThrow().found()).isFalse();
        assertThat(off.errors(Against.TRUTH, List.of()).orElseThrow().points())
                .hasSize(3)
                .allMatch(p -> p.distance() == 1);
        assertThat(off.seen()).contains(found);
        PlateResult lost = byTruth(truth, Optional.of(LABEL), List.of());
        assertThat(lost.errors(Against.LABELS, List.of()).orElseThrow().found()).isTrue();
        assertThat(lost.errors(Against.TRUTH, List.of()).orElseThrow().found()).isFalse();
        assertThat(lost.seen()).contains(LABEL);
        assertThat(off.only(KeypointPart.VISIBLE).foundByTruth()).contains(found);
        assertThat(off.scattered(List.of()).foundByTruth()).contains(found);

        JsonMapper json = JsonMapper.shared();
        assertThat(json.readValue(json.writeValueAsString(lost), PlateResult.class))
                .isEqualTo(lost);
        String old = json.writeValueAsString(lost).replace(",\"foundByTruth\":[]", "");
        assertThat(old).doesNotContain("foundByTruth");
        PlateResult earlier = json.readValue(old, PlateResult.class);
        assertThat(earlier.foundByTruth()).isEmpty();
        assertThat(earlier.errors(Against.TRUTH, List.of()).orElseThrow().points())
                .as("a file of an earlier version knows of labels only")
                .allMatch(p -> p.distance() == 9);
    }

    private static PlateResult byTruth(
            List<Point> truth, Optional<List<Point>> found, List<Point> foundByTruth) {
        return new PlateResult(
                "a.png",
                0,
                3,
                LABEL,
                List.of(true, true, true, false),
                Optional.of(truth),
                found,
                List.of(),
                0.5,
                25,
                0.5,
                List.of(false, false, false, false),
                List.of(),
                List.of(),
                Optional.of(foundByTruth));
    }

    @Test
    void aKeypointThatTheTruthHasNoPlaceForCountsAgainstTheLabelsOnly() {
        PlateResult cut =
                new PlateResult(
                        "a.png",
                        0,
                        3,
                        LABEL,
                        List.of(true, true, true, true),
                        Optional.of(
                                List.of(LABEL.get(0), new Point(0, 0), LABEL.get(2), LABEL.get(3))),
                        Optional.of(LABEL),
                        List.of(),
                        0.5,
                        25,
                        0.5,
                        List.of(),
                        List.of(),
                        List.of(true, false, true, true),
                        Optional.of(LABEL));
        assertThat(cut.errors(Against.TRUTH, List.of()).orElseThrow().points())
                .hasSize(3)
                .allMatch(p -> p.distance() == 0);
        assertThat(cut.errors(Against.LABELS, List.of()).orElseThrow().points()).hasSize(4);
    }
}
