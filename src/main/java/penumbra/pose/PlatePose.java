package penumbra.pose;

import georegression.struct.se.Se3_F64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Quad;
import penumbra.model.PlateSize;

/// Where a plate stands and how sure that is.
///
/// Deviations: first order, `σ² = Σ_k J_k C_k J_kᵀ`, J_k the derivative by the place of keypoint k,
/// by central differences on the same branch of the solution, C_k its covariance; keypoints are
/// taken to scatter independently. They are those of one solution; a plate that is small in the
/// picture looks almost the same turned the other way, and then both are told.
///
/// @param pose in the camera's frame: x to the plate's right bar, y down the bars, z away from the
///   viewer; metres
/// @param distance from the camera to the middle of the plate, metres
/// @param yaw angle by which the plate is turned about the camera's vertical, radians; 0 when it
///   faces along the optical axis, positive when its right bar is the nearer one
/// @param distanceDeviation metres
/// @param yawDeviation radians
/// @param otherYaw of the other way in which the plate may stand, turned to the other side of the
///   line of sight, where the points are not sure enough to tell them apart ([#UNLIKELY])
public record PlatePose(
        Pose pose,
        double distance,
        double yaw,
        double distanceDeviation,
        double yawDeviation,
        Optional<Double> otherYaw) {

    /// A second solution is left out when its squared Mahalanobis distances add up to so much more
    /// than those of the first: it is then less likely by a factor of `exp(4.5)`, about 90.
    public static final double UNLIKELY = 9;

    /// Step of the differences, picture px.
    private static final double STEP = 0.01;

    /// @param ends of the bars, picture px
    /// @param covariances of the four ends in the order of the corners, px²
    /// @return empty where the points are no picture of a plate in front of the camera
    public static Optional<PlatePose> of(
            Quad ends, List<Covariance> covariances, PlateSize size, CameraMatrix camera) {
        PlateSolver solver = new PlateSolver(camera, size);
        return solver.solve(ends).flatMap(found -> with(found, ends, covariances, solver));
    }

    /// The distance alone, metres, in a fraction of the time.
    static OptionalDouble distance(Quad ends, PlateSize size, CameraMatrix camera) {
        return new PlateSolver(camera, size)
                .solve(ends)
                .map(found -> OptionalDouble.of(found.T.norm()))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<PlatePose> with(
            Se3_F64 found, Quad ends, List<Covariance> covariances, PlateSolver solver) {
        double distanceVariance = 0;
        double yawVariance = 0;
        for (int k = 0; k < covariances.size(); k++) {
            Optional<double[]> x = slope(found, ends, k, new Point(STEP, 0), solver);
            Optional<double[]> y = slope(found, ends, k, new Point(0, STEP), solver);
            if (x.isEmpty() || y.isEmpty()) {
                return Optional.empty();
            }
            Covariance c = covariances.get(k);
            distanceVariance += form(c, x.get()[0], y.get()[0]);
            yawVariance += form(c, x.get()[1], y.get()[1]);
        }
        Pose pose = PlateSolver.pose(found);
        return Optional.of(
                new PlatePose(
                        pose,
                        pose.origin().norm(),
                        yaw(pose),
                        Math.sqrt(Math.max(0, distanceVariance)),
                        Math.sqrt(Math.max(0, yawVariance)),
                        rival(found, ends, covariances, solver)));
    }

    private static Optional<Double> rival(
            Se3_F64 found, Quad ends, List<Covariance> covariances, PlateSolver solver) {
        double best = squares(solver.residuals(ends, found), covariances);
        return solver.rival(ends, found)
                .filter(r -> squares(solver.residuals(ends, r), covariances) - best < UNLIKELY)
                .map(r -> yaw(PlateSolver.pose(r)));
    }

    private static double squares(List<Point> residuals, List<Covariance> covariances) {
        double sum = 0;
        for (int k = 0; k < residuals.size(); k++) {
            double m = covariances.get(k).mahalanobis(residuals.get(k));
            sum += m * m;
        }
        return sum;
    }

    private static double form(Covariance c, double dx, double dy) {
        return c.xx() * dx * dx + 2 * c.xy() * dx * dy + c.yy() * dy * dy;
    }

    /// Derivatives of distance and yaw by the place of a point in a direction.
    private static Optional<double[]> slope(
            Se3_F64 found, Quad ends, int k, Point by, PlateSolver solver) {
        Optional<Pose> up = solver.near(moved(ends, k, by), found).map(PlateSolver::pose);
        Optional<Pose> down =
                solver.near(moved(ends, k, by.times(-1)), found).map(PlateSolver::pose);
        if (up.isEmpty() || down.isEmpty()) {
            return Optional.empty();
        }
        double turn = Math.IEEEremainder(yaw(up.get()) - yaw(down.get()), 2 * Math.PI);
        double away = up.get().origin().norm() - down.get().origin().norm();
        return Optional.of(new double[] {away / (2 * STEP), turn / (2 * STEP)});
    }

    private static Quad moved(Quad ends, int k, Point by) {
        List<Point> corners = new ArrayList<>(ends.corners());
        corners.set(k, corners.get(k).plus(by));
        return Quad.of(corners);
    }

    private static double yaw(Pose pose) {
        return Math.atan2(pose.z().x(), pose.z().z());
    }
}
