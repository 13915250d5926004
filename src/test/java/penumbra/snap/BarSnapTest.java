package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static penumbra.model.Schema.ARMOR_PLATE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Bars painted by hand, their ends known.
class BarSnapTest {

    private static final int B3 = ARMOR_PLATE.classIndex("B3").orElseThrow();
    private static final int R3 = ARMOR_PLATE.classIndex("R3").orElseThrow();

    /// A plate of two slightly leaning bars, 20 px long.
    private static final List<Point> PLATE =
            List.of(
                    new Point(30.3, 25.4),
                    new Point(32.1, 45.6),
                    new Point(77.7, 46.2),
                    new Point(76.1, 26.1));

    private static Target plate(int classIndex, List<Point> points) {
        return Target.of(
                classIndex,
                points.stream().map(p -> new Keypoint(p, Visibility.VISIBLE)).toList(),
                Optional.empty(),
                "");
    }

    private static List<Point> missed(List<Point> points, long seed, double sigma) {
        SplittableRandom random = new SplittableRandom(seed);
        return points.stream()
                .map(p ->
                        p.plus(
                                new Point(
                                        sigma * random.nextGaussian(),
                                        sigma * random.nextGaussian())))
                .toList();
    }

    private static BarPainter painted(List<Point> points, double light, double[] colour) {
        return new BarPainter(110, 80)
                .bar(points.get(0), points.get(1), 2.4, light, colour)
                .bar(points.get(2), points.get(3), 2.4, light, colour);
    }

    private static SnapResult.Snapped snapped(DecodedImage picture, Target target) {
        SnapResult result = BarSnap.snap(picture, ARMOR_PLATE, target);
        assertThat(result).isInstanceOf(SnapResult.Snapped.class);
        return (SnapResult.Snapped) result;
    }

    /// Every point moved, and lies within the distance and 2.5 reported deviations of the truth.
    private static void assertAt(SnapResult.Snapped result, List<Point> truth, double distance) {
        for (int i = 0; i < truth.size(); i++) {
            assertEnd(result, i, truth.get(i), distance);
        }
    }

    private static void assertEnd(
            SnapResult.Snapped result, int index, Point truth, double distance) {
        Point miss = result.target().keypoints().get(index).at().minus(truth);
        assertThat(miss.norm()).as("miss of point %d", index).isLessThan(distance);
        Covariance covariance = result.covariances().get(index).orElseThrow();
        assertThat(miss.norm()).isLessThan(2.5 * covariance.sigma(miss));
    }

    private static List<Refusal> reasons(SnapResult result) {
        return result.bars().stream()
                .filter(BarOutcome.Refused.class::isInstance)
                .map(bar -> ((BarOutcome.Refused) bar).reason())
                .toList();
    }

    private static void assertRefused(SnapResult result, Refusal... reasons) {
        assertThat(result).isInstanceOf(SnapResult.Refused.class);
        assertThat(reasons(result)).containsExactly(reasons);
    }

    @Test
    void endpointsMoveToTheEndsOfTheirBars() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);

        for (int seed = 0; seed < 8; seed++) {
            assertAt(snapped(picture, plate(B3, missed(PLATE, seed, 1.5))), PLATE, 0.35);
        }
    }

    @Test
    void theUncertaintyIsLongerAlongTheBarThanAcross() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);

        SnapResult.Snapped result = snapped(picture, plate(B3, missed(PLATE, 3, 1.5)));

        Point bar = PLATE.get(1).minus(PLATE.get(0));
        Covariance end = result.covariances().getFirst().orElseThrow();
        assertThat(end.sigma(bar)).isBetween(0.2, 0.7);
        assertThat(end.sigma(new Point(-bar.y(), bar.x()))).isBetween(0.05, 0.2);
        BarOutcome.Fitted fitted = (BarOutcome.Fitted) result.bars().getFirst();
        assertThat(fitted.edge()).isEqualTo(new Schema.Edge(0, 1));
        assertThat(fitted.from().covariance()).isEqualTo(end);
        assertThat(fitted.shape().length())
                .isEqualTo(fitted.from().at().distance(fitted.to().at()), within(1e-9));
        assertThat(fitted.shape().clipped()).isZero();
    }

    @Test
    void nothingButThePointsChanges() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.RED).picture(1);
        Target label =
                new Target(
                        new UUID(1, 2),
                        R3,
                        plate(R3, missed(PLATE, 1, 1.5)).keypoints(),
                        Optional.of(new Box(1, 2, 3, 4)),
                        "anna");

        SnapResult.Snapped result = snapped(picture, label);

        assertThat(result.target()).isEqualTo(label.withKeypoints(result.target().keypoints()));
        assertThat(result.target().keypoints())
                .allSatisfy(k -> assertThat(k.visibility()).isEqualTo(Visibility.VISIBLE));
        assertThat(BarSnap.snap(picture, ARMOR_PLATE, label)).isEqualTo(result);
    }

    @Test
    void snappingAgainStaysThere() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);
        Target once = snapped(picture, plate(B3, missed(PLATE, 5, 1.5))).target();

        Target twice = snapped(picture, once).target();

        for (int i = 0; i < 4; i++) {
            assertThat(twice.keypoints().get(i).at().distance(once.keypoints().get(i).at()))
                    .isLessThan(0.02);
        }
    }

    @Test
    void aBarThatGoesFromBottomToTopKeepsItsEnds() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);
        List<Point> turned = List.of(PLATE.get(1), PLATE.get(0), PLATE.get(3), PLATE.get(2));

        assertAt(snapped(picture, plate(B3, missed(turned, 2, 1))), turned, 0.35);
    }

    @Test
    void lyingBarsAreBarsToo() {
        List<Point> lying =
                List.of(
                        new Point(20.2, 20.7),
                        new Point(38.5, 22.3),
                        new Point(70.4, 60.1),
                        new Point(50.9, 58.8));

        assertAt(
                snapped(
                        painted(lying, 1.2, BarPainter.BLUE).picture(4),
                        plate(B3, missed(lying, 2, 1.2))),
                lying,
                0.35);
    }

    @Test
    void anUnlitPlateIsRefused() {
        assertRefused(
                BarSnap.snap(new BarPainter(110, 80).picture(1), ARMOR_PLATE, plate(B3, PLATE)),
                Refusal.NO_LIGHT,
                Refusal.NO_LIGHT);
    }

    @Test
    void barsOfTheOtherTeamAreNoLight() {
        DecodedImage picture = painted(PLATE, 1.5, BarPainter.RED).picture(1);

        assertRefused(
                BarSnap.snap(picture, ARMOR_PLATE, plate(B3, PLATE)),
                Refusal.NO_LIGHT,
                Refusal.NO_LIGHT);
    }

    @Test
    void whiteLightIsNoRedBar() {
        DecodedImage picture = painted(PLATE, 1.5, BarPainter.GREY).picture(1);

        assertRefused(
                BarSnap.snap(picture, ARMOR_PLATE, plate(R3, PLATE)),
                Refusal.NO_LIGHT,
                Refusal.NO_LIGHT);
    }

    @Test
    void aClassWithoutAColourTakesAnyLight() {
        Schema schema = ARMOR_PLATE.withClass("N3").withClass("P3");
        DecodedImage white = painted(PLATE, 1.2, BarPainter.GREY).picture(1);
        DecodedImage purple = painted(PLATE, 1.2, new double[] {0.8, 0.1, 1}).picture(1);

        for (SnapResult result :
                List.of(
                        BarSnap.snap(white, schema, plate(16, missed(PLATE, 1, 1))),
                        BarSnap.snap(purple, schema, plate(17, missed(PLATE, 1, 1))))) {
            assertThat(result).isInstanceOf(SnapResult.Snapped.class);
            assertAt((SnapResult.Snapped) result, PLATE, 0.35);
        }
        assertRefused(
                BarSnap.snap(white, schema, plate(17, PLATE)), Refusal.NO_LIGHT, Refusal.NO_LIGHT);
    }

    @Test
    void saturatedBarsKeepTheirEnds() {
        DecodedImage blue = painted(PLATE, 8, BarPainter.BLUE).picture(1);
        DecodedImage red = painted(PLATE, 6, BarPainter.RED).picture(1);

        SnapResult.Snapped result = snapped(blue, plate(B3, missed(PLATE, 1, 1.5)));
        assertAt(result, PLATE, 0.8);
        assertThat(((BarOutcome.Fitted) result.bars().getFirst()).shape().clipped())
                .isGreaterThan(0.1);
        assertAt(snapped(red, plate(R3, missed(PLATE, 2, 1.5))), PLATE, 0.8);
    }

    @Test
    void motionBlurAcrossAndAslantLeavesTheEnds() {
        for (Point way : List.of(new Point(5, 0.3), new Point(3.2, 2.6), new Point(-2.5, 2.5))) {
            DecodedImage picture =
                    new BarPainter(110, 80)
                            .motion(way.x(), way.y())
                            .bar(PLATE.get(0), PLATE.get(1), 2.4, 1.6, BarPainter.BLUE)
                            .bar(PLATE.get(2), PLATE.get(3), 2.4, 1.6, BarPainter.BLUE)
                            .picture(1);
            assertAt(snapped(picture, plate(B3, missed(PLATE, 1, 1.5))), PLATE, 0.9);
        }
    }

    @Test
    void motionBlurAlongTheBarLeavesTheEndsWithinTheirUncertainty() {
        DecodedImage picture =
                new BarPainter(110, 80)
                        .motion(0.3, 4)
                        .bar(PLATE.get(0), PLATE.get(1), 2.4, 1.6, BarPainter.BLUE)
                        .bar(PLATE.get(2), PLATE.get(3), 2.4, 1.6, BarPainter.BLUE)
                        .picture(1);

        assertAt(snapped(picture, plate(B3, missed(PLATE, 1, 1.5))), PLATE, 1.2);
    }

    @Test
    void theNeighbourOfTwoPlatesThatMeetAtAnEdgeIsLeftAlone() {
        Point aside = new Point(8, 1.5);
        DecodedImage picture =
                painted(PLATE, 1.4, BarPainter.BLUE)
                        .bar(
                                PLATE.get(3).plus(aside),
                                PLATE.get(2).plus(aside),
                                2.2,
                                1.8,
                                BarPainter.BLUE)
                        .picture(1);

        assertAt(snapped(picture, plate(B3, missed(PLATE, 7, 1))), PLATE, 0.5);
    }

    @Test
    void betweenTwoBarsTheLabelIsAmbiguous() {
        Point aside = new Point(8, 0);
        DecodedImage picture =
                painted(PLATE, 1.4, BarPainter.BLUE)
                        .bar(
                                PLATE.get(3).plus(aside),
                                PLATE.get(2).plus(aside),
                                2.4,
                                1.4,
                                BarPainter.BLUE)
                        .picture(1);
        List<Point> between = new ArrayList<>(PLATE);
        between.set(2, PLATE.get(2).plus(new Point(4, 0)));
        between.set(3, PLATE.get(3).plus(new Point(4, 0)));

        SnapResult.Snapped result = snapped(picture, plate(B3, between));

        assertThat(reasons(result)).containsExactly(Refusal.AMBIGUOUS);
        assertThat(result.target().keypoints().subList(2, 4))
                .isEqualTo(plate(B3, between).keypoints().subList(2, 4));
    }

    @Test
    void barsThatGlowIntoOneAreRefused() {
        List<Point> one = List.of(new Point(50.3, 30), new Point(50.3, 46));
        for (double aside : List.of(-4.0, -3.5, 3.5, 4.0)) {
            Point by = new Point(aside, 0.5);
            DecodedImage picture =
                    new BarPainter(110, 80)
                            .bar(one.get(0), one.get(1), 2.4, 1.5, BarPainter.BLUE)
                            .bar(
                                    one.get(0).plus(by),
                                    one.get(1).plus(by),
                                    2.4,
                                    1.5,
                                    BarPainter.BLUE)
                            .picture(1);

            assertRefused(BarSnap.snap(picture, oneBar(), plate(B3, one)), Refusal.MERGED);
        }
    }

    @Test
    void aRowOfBarsThatGlowIntoOneIsRefused() {
        List<Point> one = List.of(new Point(50.3, 30), new Point(50.3, 42));
        BarPainter painter = new BarPainter(110, 80);
        for (double aside : List.of(-3.6, 0.0, 3.6)) {
            Point by = new Point(aside, 0);
            painter.bar(one.get(0).plus(by), one.get(1).plus(by), 2.4, 1.5, BarPainter.BLUE);
        }

        assertRefused(BarSnap.snap(painter.picture(1), oneBar(), plate(B3, one)), Refusal.MERGED);
    }

    @Test
    void aStripThatRunsOnBeyondTheLabelIsRefused() {
        Point top = new Point(50, 4);
        Point bottom = new Point(53, 76);
        DecodedImage picture =
                new BarPainter(110, 80)
                        .bar(top, bottom, 2.4, 1.4, BarPainter.BLUE, s -> 1)
                        .picture(1);
        List<Point> label = List.of(new Point(51.2, 30), new Point(52, 50));

        SnapResult result = BarSnap.snap(picture, oneBar(), plate(B3, label));

        assertRefused(result, Refusal.MERGED);
    }

    private static Schema oneBar() {
        return new Schema(
                List.of("top", "bottom"),
                List.of(new Schema.Edge(0, 1)),
                List.of(0, 1),
                List.of(0.5, 0.5),
                ARMOR_PLATE.classes());
    }

    @Test
    void theReflectionBelowABarIsNotItsEnd() {
        Point down = new Point(0.4, 4.5);
        DecodedImage picture =
                painted(PLATE, 1.4, BarPainter.BLUE)
                        .bar(
                                PLATE.get(1).plus(down),
                                PLATE.get(1).plus(down).plus(new Point(1.4, 16)),
                                2.8,
                                0.35,
                                BarPainter.BLUE)
                        .bar(
                                PLATE.get(2).plus(down),
                                PLATE.get(2).plus(down).plus(new Point(1.4, 16)),
                                2.8,
                                0.35,
                                BarPainter.BLUE)
                        .picture(1);

        assertAt(snapped(picture, plate(B3, missed(PLATE, 1, 1.5))), PLATE, 0.5);
    }

    @Test
    void anEndBeyondTheBorderStaysWhereItWasLabelled() {
        List<Point> low = PLATE.stream().map(p -> p.plus(new Point(0, 42))).toList();
        DecodedImage picture = painted(low, 1.2, BarPainter.BLUE).picture(1);
        Target label = plate(B3, low);

        SnapResult.Snapped result = snapped(picture, label);

        for (int i : List.of(1, 2)) {
            assertThat(result.target().keypoints().get(i)).isEqualTo(label.keypoints().get(i));
            assertThat(result.covariances().get(i)).isEmpty();
        }
        assertThat(result.bars())
                .allSatisfy(bar -> {
                    BarOutcome.Fitted fitted = (BarOutcome.Fitted) bar;
                    assertThat(List.of(fitted.from(), fitted.to()))
                            .extracting(BarOutcome.End::kept)
                            .containsOnlyOnce(Optional.of(Refusal.END_UNSEEN))
                            .containsOnlyOnce(Optional.empty());
                });
        assertEnd(result, 0, low.get(0), 0.6);
        assertEnd(result, 3, low.get(3), 0.6);
    }

    @Test
    void aBarAtTheBorderIsMeasured() {
        List<Point> left = PLATE.stream().map(p -> p.minus(new Point(27, 0))).toList();

        assertAt(
                snapped(painted(left, 1.2, BarPainter.BLUE).picture(1), plate(B3, left)),
                left,
                0.35);
    }

    @Test
    void aRefusedBarLeavesTheOtherFreeToMove() {
        DecodedImage picture =
                new BarPainter(110, 80)
                        .bar(PLATE.get(0), PLATE.get(1), 2.4, 1.2, BarPainter.BLUE)
                        .picture(1);
        Target label = plate(B3, missed(PLATE, 1, 1.5));

        SnapResult.Snapped result = snapped(picture, label);

        assertThat(reasons(result)).containsExactly(Refusal.NO_LIGHT);
        assertEnd(result, 0, PLATE.get(0), 0.35);
        assertEnd(result, 1, PLATE.get(1), 0.35);
        assertThat(result.target().keypoints().subList(2, 4))
                .isEqualTo(label.keypoints().subList(2, 4));
        assertThat(result.covariances().subList(2, 4)).containsOnly(Optional.empty());
    }

    @Test
    void aHiddenEndStaysAndAnUnlabelledOneKeepsItsBar() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);
        List<Keypoint> points = new ArrayList<>(plate(B3, PLATE).keypoints());
        points.set(0, new Keypoint(PLATE.get(0), Visibility.OCCLUDED));
        points.set(3, Keypoint.UNLABELLED);
        Target label = Target.of(B3, points, Optional.empty(), "");

        SnapResult.Snapped result = snapped(picture, label);

        assertThat(result.target().keypoints().get(0)).isEqualTo(points.get(0));
        assertEnd(result, 1, PLATE.get(1), 0.35);
        assertThat(result.target().keypoints().subList(2, 4)).isEqualTo(points.subList(2, 4));
        assertThat(reasons(result)).containsExactly(Refusal.UNLABELLED);
    }

    @Test
    void aRoundSpotHasNoDirection() {
        Point at = new Point(50, 40);
        DecodedImage picture =
                new BarPainter(110, 80)
                        .bar(at, at.plus(new Point(0, 1)), 1, 8, BarPainter.BLUE)
                        .picture(1);
        List<Point> label = List.of(new Point(50, 36), new Point(50, 45));

        assertRefused(BarSnap.snap(picture, oneBar(), plate(B3, label)), Refusal.TOO_SHORT);
    }

    @Test
    void aLabelFarFromAnyBarOrTwiceAsLongIsRefused() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);
        List<Point> away = PLATE.stream().map(p -> p.plus(new Point(16, 0))).toList();
        List<Point> longer =
                List.of(
                        PLATE.get(0).plus(new Point(-1, -14)),
                        PLATE.get(1).plus(new Point(1, 14)),
                        PLATE.get(2).plus(new Point(1, 14)),
                        PLATE.get(3).plus(new Point(-1, -14)));

        assertRefused(
                BarSnap.snap(picture, ARMOR_PLATE, plate(B3, away)),
                Refusal.NO_LIGHT,
                Refusal.NO_LIGHT);
        assertRefused(
                BarSnap.snap(picture, ARMOR_PLATE, plate(B3, longer)),
                Refusal.AMBIGUOUS,
                Refusal.AMBIGUOUS);
    }

    @Test
    void oddLabelsAreRefusedAndNeverFail() {
        DecodedImage picture = painted(PLATE, 1.2, BarPainter.BLUE).picture(1);
        Point p = new Point(30, 30);
        List<List<Point>> odd =
                List.of(
                        List.of(p, p, p, p),
                        List.of(
                                new Point(-500, -500),
                                new Point(-500, -480),
                                new Point(9e8, 3),
                                new Point(9e8, 30)),
                        List.of(p, new Point(1e9, 1e9), new Point(-1e9, 5), new Point(5, 1e9)));
        for (List<Point> points : odd) {
            SnapResult result = BarSnap.snap(picture, ARMOR_PLATE, plate(B3, points));
            assertThat(result).isInstanceOf(SnapResult.Refused.class);
            assertThat(result.bars()).hasSize(2);
        }
        DecodedImage pixel = new BarPainter(1, 1).picture(1);
        assertThat(BarSnap.snap(pixel, ARMOR_PLATE, plate(B3, PLATE)))
                .isInstanceOf(SnapResult.Refused.class);
    }

    @Test
    void aSchemaWithoutEdgesHasNothingToSnap() {
        Schema schema = Schema.plain(List.of("a", "b", "c", "d"), List.of("B3"));

        SnapResult result =
                BarSnap.snap(
                        painted(PLATE, 1.2, BarPainter.BLUE).picture(1), schema, plate(0, PLATE));

        assertThat(result).isEqualTo(new SnapResult.Refused(List.of()));
    }

    @Test
    void everyRefusalHasItsOwnSentence() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.ENGLISH);
            assertThat(List.of(Refusal.values()))
                    .extracting(Refusal::sentence)
                    .doesNotHaveDuplicates()
                    .allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        } finally {
            Locale.setDefault(before);
        }
    }
}
