package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.data.input.PlaneWarp;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;

class RandomWarpTest {

    private static Augmentation warps(
            double degrees, double translate, double scale, double shear, double perspective) {
        return new Augmentation(
                0, 0, 0, degrees, translate, scale, shear, perspective, 0, 0, 1, 0, 0, 0, true);
    }

    private static Point carried(PlaneWarp warp, double x, double y) {
        List<Double> m = warp.matrix();
        double w = m.get(6) * x + m.get(7) * y + m.get(8);
        return new Point(
                (m.get(0) * x + m.get(1) * y + m.get(2)) / w,
                (m.get(3) * x + m.get(4) * y + m.get(5)) / w);
    }

    @Test
    void theMiddleGoesToTheDrawnPlaceAndTheRestTurnsAndGrowsAboutIt() {
        RandomWarp warp = new RandomWarp(warps(180, 0.25, 0.5, 0, 0), 100);
        // Angle 90 degrees counter-clockwise, scale 1.25, the middle at (0.4, 0.75) of the side.
        Scripted random = new Scripted(0.5, 0.5, 0.75, 0.75, 0.5, 0.5, 0.3, 1 - 1e-16);

        PlaneWarp drawn = warp.draw(new Size(200, 200), random);

        assertThat(random.isSpent()).isTrue();
        assertThat(drawn.scale()).isEqualTo(1.25);
        assertThat(drawn.size()).isEqualTo(new Size(100, 100));
        assertThat(carried(drawn, 100, 100).distance(new Point(40, 75))).isLessThan(1e-9);
        // To the right of the middle goes up.
        assertThat(carried(drawn, 110, 100).distance(new Point(40, 62.5))).isLessThan(1e-9);
    }

    @Test
    void shearAndPerspectiveStandWhereTheReferenceHasThem() {
        PlaneWarp sheared =
                new RandomWarp(warps(0, 0, 0, 45, 0), 100)
                        .draw(
                                new Size(100, 100),
                                new Scripted(0.5, 0.5, 0.5, 0.5, 1 - 1e-16, 0.5, 0.5, 0.5));
        PlaneWarp tilted =
                new RandomWarp(warps(0, 0, 0, 0, 0.001), 100)
                        .draw(
                                new Size(100, 100),
                                new Scripted(1 - 1e-16, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5));

        // x grows by y tan 45, seen from the middle.
        assertThat(carried(sheared, 50, 60).distance(new Point(60, 60))).isLessThan(1e-9);
        // 10 px right of the middle divided by 1 + 0.001 * 10.
        assertThat(carried(tilted, 60, 50).x()).isCloseTo(50 + 10 / 1.01, within(1e-9));
    }

    @Test
    void noPartOfTheCanvasIsEnlargedMoreThanFourTimesByPerspective() {
        PlaneWarp warp =
                new RandomWarp(warps(0, 0, 0, 0, 0.001), 1280)
                        .draw(
                                new Size(2560, 2560),
                                new Scripted(0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5));
        List<Double> m = warp.matrix();

        assertThat(m.get(6) * 2560 + m.get(7) * 2560 + m.get(8)).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void brightSpotsAndLabelsGoTheSameWay() {
        SplittableRandom random = new SplittableRandom(11);
        RandomWarp warp = new RandomWarp(warps(20, 0.1, 0.4, 8, 0.0005), 160);
        int found = 0;
        for (int round = 0; round < 30; round++) {
            List<Optional<Sample>> four =
                    IntStream.range(0, 4).mapToObj(_ -> Optional.of(spotted(random))).toList();

            Sample warped = warp.apply(Arrangement.mosaic(four, 160, random), random);

            for (InputLabel label : warped.labels()) {
                for (Keypoint keypoint : label.keypoints()) {
                    if (keypoint.labelled()) {
                        Point light = Pictures.brightest(warped.image(), keypoint.at());
                        assertThat(light.distance(keypoint.at())).isLessThan(1);
                        found++;
                    }
                }
            }
        }
        assertThat(found).isGreaterThan(100);
    }

    private static Sample spotted(SplittableRandom random) {
        List<InputLabel> labels =
                List.of(
                        Pictures.plate(
                                1, random.nextDouble(5, 90), random.nextDouble(5, 70), 50, 30));
        return new Sample(
                Pictures.withSpots(Pictures.plain(160, 120, 0), Pictures.points(labels)),
                labels,
                Pictures.ORIGIN);
    }
}
