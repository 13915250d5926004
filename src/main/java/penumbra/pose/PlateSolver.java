package penumbra.pose;

import boofcv.abst.geo.Estimate1ofPnP;
import boofcv.abst.geo.RefinePnP;
import boofcv.factory.geo.EnumPNP;
import boofcv.factory.geo.FactoryMultiView;
import boofcv.struct.geo.Point2D3D;
import georegression.struct.point.Point2D_F64;
import georegression.struct.point.Point3D_F64;
import georegression.struct.se.Se3_F64;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Homography;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Quad;
import penumbra.geometry.Vector3;
import penumbra.model.PlateSize;

/// Where a plate stands so that the ends of its bars are seen where they are labelled: the pose of
/// least squared reprojection error in the camera's frame, metres.
///
/// Start: infinitesimal plane-based pose estimation, T. Collins, A. Bartoli, *Infinitesimal
/// Plane-Based Pose Estimation*, IJCV 109, 2014, in BoofCV's implementation, then
/// Levenberg-Marquardt, from there and from the mirrored pose; the better one is taken.
///
/// Not to be shared between threads.
final class PlateSolver {

    private static final double MILLIMETRES = 1000;
    private static final double TOLERANCE = 1e-14;
    private static final int STEPS = 100;

    /// Normals of unit length that differ by less are of one solution.
    private static final double SAME = 0.01;

    private final CameraMatrix camera;
    private final Quad plane;
    private final List<Point3D_F64> plate;
    private final Estimate1ofPnP start = FactoryMultiView.pnp_1(EnumPNP.IPPE, -1, 0);
    private final RefinePnP refine = FactoryMultiView.pnpRefine(TOLERANCE, STEPS);

    PlateSolver(CameraMatrix camera, PlateSize size) {
        this.camera = camera;
        this.plane = size.ends();
        this.plate =
                size.ends().corners().stream()
                        .map(p -> new Point3D_F64(p.x() / MILLIMETRES, p.y() / MILLIMETRES, 0))
                        .toList();
    }

    /// The plate's pose; its x points to its right bar, y down the bars, z away from the viewer.
    ///
    /// @return empty where four points are no picture of a plate in front of the camera
    Optional<Se3_F64> solve(Quad ends) {
        if (Homography.between(plane, ends).isEmpty()) {
            return Optional.empty();
        }
        List<Point2D3D> seen = seen(ends);
        Se3_F64 found = new Se3_F64();
        if (!start.process(seen, found)) {
            return Optional.empty();
        }
        Optional<Se3_F64> best = refined(seen, found);
        return best.map(b -> rival(ends, b).filter(r -> error(ends, r) < error(ends, b)).orElse(b));
    }

    /// The other way in which a plate may stand so that it looks almost the same: turned to the
    /// other side of the line of sight.
    ///
    /// @return empty where there is no such other solution
    Optional<Se3_F64> rival(Quad ends, Se3_F64 pose) {
        Vector3 at = pose(pose).origin();
        Vector3 sight = at.times(1 / at.norm());
        Se3_F64 mirrored = pose.copy();
        for (int j = 0; j < 3; j++) {
            Vector3 axis = column(pose.R, j);
            Vector3 turned = sight.times(2 * axis.dot(sight)).minus(axis).times(j < 2 ? -1 : 1);
            mirrored.R.set(0, j, turned.x());
            mirrored.R.set(1, j, turned.y());
            mirrored.R.set(2, j, turned.z());
        }
        return near(ends, mirrored).filter(r -> pose(r).z().minus(pose(pose).z()).norm() > SAME);
    }

    /// From where each end would be seen to where it is labelled, picture px.
    List<Point> residuals(Quad ends, Se3_F64 pose) {
        List<Point> residuals = new ArrayList<>();
        Pose stands = pose(pose);
        for (int i = 0; i < plate.size(); i++) {
            Vector3 end = new Vector3(plate.get(i).x, plate.get(i).y, 0);
            residuals.add(ends.corners().get(i).minus(camera.project(stands.toParent(end))));
        }
        return residuals;
    }

    private double error(Quad ends, Se3_F64 pose) {
        return residuals(ends, pose).stream().mapToDouble(r -> r.dot(r)).sum();
    }

    /// The pose near another one: the solution of neighbouring points on the same branch.
    Optional<Se3_F64> near(Quad ends, Se3_F64 pose) {
        return refined(seen(ends), pose);
    }

    private Optional<Se3_F64> refined(List<Point2D3D> seen, Se3_F64 from) {
        Se3_F64 pose = new Se3_F64();
        boolean found = refine.fitModel(seen, from, pose);
        return found && pose.T.z > 0 && Double.isFinite(pose.T.normSq())
                ? Optional.of(pose)
                : Optional.empty();
    }

    private List<Point2D3D> seen(Quad ends) {
        List<Point2D3D> seen = new ArrayList<>();
        for (int i = 0; i < plate.size(); i++) {
            Point direction = camera.direction(ends.corners().get(i));
            seen.add(new Point2D3D(new Point2D_F64(direction.x(), direction.y()), plate.get(i)));
        }
        return seen;
    }

    static Pose pose(Se3_F64 found) {
        return new Pose(
                column(found.R, 0),
                column(found.R, 1),
                column(found.R, 2),
                new Vector3(found.T.x, found.T.y, found.T.z));
    }

    private static Vector3 column(DMatrixRMaj r, int j) {
        return new Vector3(r.get(0, j), r.get(1, j), r.get(2, j));
    }
}
