package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.model.Schema.ARMOR_PLATE;
import static penumbra.snap.PaintedPlate.B3;
import static penumbra.snap.PaintedPlate.PLATE;
import static penumbra.snap.PaintedPlate.R3;
import static penumbra.snap.PaintedPlate.assertEnd;
import static penumbra.snap.PaintedPlate.assertRefused;
import static penumbra.snap.PaintedPlate.missed;
import static penumbra.snap.PaintedPlate.oneBar;
import static penumbra.snap.PaintedPlate.painted;
import static penumbra.snap.PaintedPlate.plate;
import static penumbra.snap.PaintedPlate.reasons;
import static penumbra.snap.PaintedPlate.snapped;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// What must not be moved.
class BarSnapRefusalTest {

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
    void whateverTheLabelNothingJumps() {
        SplittableRandom random = new SplittableRandom(8);
        BarPainter painter = new BarPainter(160, 120);
        for (int i = 0; i < 14; i++) {
            Point from = new Point(160 * random.nextDouble(), 120 * random.nextDouble());
            Point along = new Point(8 * random.nextGaussian(), 6 + 20 * random.nextDouble());
            painter.bar(
                    from,
                    from.plus(along),
                    0.5 + 4 * random.nextDouble(),
                    4 * random.nextDouble(),
                    BarPainter.BLUE);
        }
        DecodedImage picture = painter.picture(8);
        int moved = 0;
        for (int i = 0; i < 3000; i++) {
            List<Point> points = new ArrayList<>();
            for (int k = 0; k < 2; k++) {
                Point at =
                        new Point(200 * random.nextDouble() - 20, 160 * random.nextDouble() - 20);
                points.add(at);
                points.add(
                        at.plus(new Point(10 * random.nextGaussian(), 30 * random.nextDouble())));
            }
            Target label = plate(B3, points);
            if (BarSnap.snap(picture, ARMOR_PLATE, label)
                    instanceof SnapResult.Snapped(var target, var covariances, var bars)) {
                for (int k = 0; k < 4; k++) {
                    Point at = target.keypoints().get(k).at();
                    double length = points.get(k & 2).distance(points.get(k | 1));
                    if (covariances.get(k).isPresent()) {
                        moved++;
                        assertThat(at.distance(points.get(k))).isLessThan(3.5 + 0.25 * length);
                        assertThat(covariances.get(k).get().major()).isBetween(0.1, 3.0);
                    } else {
                        assertThat(at).isEqualTo(points.get(k));
                    }
                }
            }
        }
        assertThat(moved).isGreaterThan(20);
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
