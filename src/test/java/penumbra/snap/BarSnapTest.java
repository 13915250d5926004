package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static penumbra.model.Schema.ARMOR_PLATE;
import static penumbra.snap.PaintedPlate.B3;
import static penumbra.snap.PaintedPlate.PLATE;
import static penumbra.snap.PaintedPlate.R3;
import static penumbra.snap.PaintedPlate.assertAt;
import static penumbra.snap.PaintedPlate.assertRefused;
import static penumbra.snap.PaintedPlate.missed;
import static penumbra.snap.PaintedPlate.painted;
import static penumbra.snap.PaintedPlate.plate;
import static penumbra.snap.PaintedPlate.snapped;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Bars painted by hand, their ends known.
class BarSnapTest {

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
        assertThat(end.sigma(new Point(-bar.y(), bar.x()))).isBetween(0.03, 0.2);
        BarOutcome.Fitted fitted = (BarOutcome.Fitted) result.bars().getFirst();
        assertThat(fitted.edge()).isEqualTo(new Schema.Edge(0, 1));
        assertThat(fitted.from().covariance()).isEqualTo(end);
        assertThat(fitted.shape().length())
                .isEqualTo(fitted.from().at().distance(fitted.to().at()), within(1e-9));
        assertThat(fitted.shape().clipped()).isZero();
    }

    @Test
    void lampsThatFadeMoreOrLessThanMostAreMeasuredWithinHalfAPixel() {
        for (double fade : List.of(0.0, 0.3, 0.6, 0.8, 0.95)) {
            BarPainter painter = new BarPainter(110, 80);
            for (int i : List.of(0, 2)) {
                painter.bar(
                        PLATE.get(i),
                        PLATE.get(i + 1),
                        2.4,
                        1.2,
                        BarPainter.BLUE,
                        s -> 1 - fade * s * s);
            }
            List<Point> points =
                    snapped(painter.picture(1), plate(B3, missed(PLATE, 1, 1.5)))
                            .target()
                            .labelledPoints();
            for (int i : List.of(0, 2)) {
                double length = points.get(i).distance(points.get(i + 1));
                assertThat(length)
                        .as("bar %d that loses %s towards its ends", i, fade)
                        .isCloseTo(PLATE.get(i).distance(PLATE.get(i + 1)), within(2 * 0.5));
            }
        }
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
    void aBarAtTheBorderIsMeasured() {
        List<Point> left = PLATE.stream().map(p -> p.minus(new Point(27, 0))).toList();

        assertAt(
                snapped(painted(left, 1.2, BarPainter.BLUE).picture(1), plate(B3, left)),
                left,
                0.35);
    }
}
