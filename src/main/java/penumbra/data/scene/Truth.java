package penumbra.data.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// What a careful person would label, were the eye perfect: the geometric ends of the emitters.
///
/// Left out, as a person does: plates that are switched off, seen from more than 65 degrees, with
/// bars shorter than 6 px, with more than half of their surface hidden or beyond the border, or
/// with fewer than two endpoints in sight.
final class Truth {

    private static final double STEEPEST = Math.toRadians(65);
    private static final double SHORTEST = 6;
    private static final double LEAST_SURFACE = 0.5;
    private static final int FEWEST_POINTS = 2;

    private Truth() {}

    /// The label of a painted plate; empty when a person would leave it out.
    ///
    /// @param random gives the target its id
    static Optional<Target> of(PlacedPlate placed, Painter painter, SplittableRandom random) {
        Plate plate = placed.plate();
        UUID id = new UUID(random.nextLong(), random.nextLong());
        if (!plate.isLit()
                || plate.viewAngle(painter.camera().pose().origin()) > STEEPEST
                || seenSurface(placed, painter) < LEAST_SURFACE) {
            return Optional.empty();
        }
        List<Keypoint> points = new ArrayList<>();
        for (Vector3 end : plate.model().endpoints(plate.pose())) {
            Optional<Point> at = painter.camera().project(end);
            if (at.isEmpty()) {
                return Optional.empty();
            }
            boolean seen = isSeen(at.get(), placed.mark(), painter);
            points.add(new Keypoint(at.get(), seen ? Visibility.VISIBLE : Visibility.OCCLUDED));
        }
        long seen = points.stream().filter(k -> k.visibility() == Visibility.VISIBLE).count();
        if (seen < FEWEST_POINTS || barLength(points) < SHORTEST) {
            return Optional.empty();
        }
        return Optional.of(new Target(id, plate.classIndex(), points, Optional.empty(), ""));
    }

    private static double barLength(List<Keypoint> points) {
        double left = points.get(0).at().distance(points.get(1).at());
        double right = points.get(2).at().distance(points.get(3).at());
        return (left + right) / 2;
    }

    private static double seenSurface(PlacedPlate placed, Painter painter) {
        int seen = 0;
        int all = 0;
        Pose pose = placed.plate().pose();
        double half = placed.plate().model().barDistance() / 2;
        for (int i = -4; i <= 4; i++) {
            for (int j = -2; j <= 2; j++) {
                all++;
                Vector3 at = pose.toParent(half * i / 4, PlateModel.BAR_LENGTH / 2 * j / 2, 0);
                if (painter.camera()
                        .project(at)
                        .filter(p -> isSeen(p, placed.mark(), painter))
                        .isPresent()) {
                    seen++;
                }
            }
        }
        return (double) seen / all;
    }

    private static boolean isSeen(Point p, int mark, Painter painter) {
        return painter.camera().size().contains(p) && !painter.silhouettes().covers(p, mark);
    }
}
