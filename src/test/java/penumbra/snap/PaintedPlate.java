package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static penumbra.model.Schema.ARMOR_PLATE;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import penumbra.data.DecodedImage;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// A painted plate, labels of it, and what snapping must have made of them.
final class PaintedPlate {

    static final int B3 = ARMOR_PLATE.classIndex("B3").orElseThrow();

    static final int R3 = ARMOR_PLATE.classIndex("R3").orElseThrow();

    /// A plate of two slightly leaning bars, 20 px long.
    static final List<Point> PLATE =
            List.of(
                    new Point(30.3, 25.4),
                    new Point(32.1, 45.6),
                    new Point(77.7, 46.2),
                    new Point(76.1, 26.1));

    static Target plate(int classIndex, List<Point> points) {
        return Target.of(
                classIndex,
                points.stream().map(p -> new Keypoint(p, Visibility.VISIBLE)).toList(),
                Optional.empty(),
                "");
    }

    static List<Point> missed(List<Point> points, long seed, double sigma) {
        SplittableRandom random = new SplittableRandom(seed);
        return points.stream()
                .map(p ->
                        p.plus(
                                new Point(
                                        sigma * random.nextGaussian(),
                                        sigma * random.nextGaussian())))
                .toList();
    }

    static BarPainter painted(List<Point> points, double light, double[] colour) {
        return new BarPainter(110, 80)
                .bar(points.get(0), points.get(1), 2.4, light, colour)
                .bar(points.get(2), points.get(3), 2.4, light, colour);
    }

    static SnapResult.Snapped snapped(DecodedImage picture, Target target) {
        SnapResult result = BarSnap.snap(picture, ARMOR_PLATE, target);
        assertThat(result).isInstanceOf(SnapResult.Snapped.class);
        return (SnapResult.Snapped) result;
    }

    /// Every point moved, and lies within the distance and 2.5 reported deviations of the truth.
    static void assertAt(SnapResult.Snapped result, List<Point> truth, double distance) {
        for (int i = 0; i < truth.size(); i++) {
            assertEnd(result, i, truth.get(i), distance);
        }
    }

    static void assertEnd(SnapResult.Snapped result, int index, Point truth, double distance) {
        Point miss = result.target().keypoints().get(index).at().minus(truth);
        assertThat(miss.norm()).as("miss of point %d", index).isLessThan(distance);
        Covariance covariance = result.covariances().get(index).orElseThrow();
        assertThat(miss.norm()).isLessThan(2.5 * covariance.sigma(miss));
    }

    static List<Refusal> reasons(SnapResult result) {
        return result.bars().stream()
                .filter(BarOutcome.Refused.class::isInstance)
                .map(bar -> ((BarOutcome.Refused) bar).reason())
                .toList();
    }

    static void assertRefused(SnapResult result, Refusal... reasons) {
        assertThat(result).isInstanceOf(SnapResult.Refused.class);
        assertThat(reasons(result)).containsExactly(reasons);
    }

    static Schema oneBar() {
        return new Schema(
                List.of("top", "bottom"),
                List.of(new Schema.Edge(0, 1)),
                List.of(0, 1),
                List.of(0.5, 0.5),
                ARMOR_PLATE.classes());
    }

    private PaintedPlate() {}
}
