package penumbra.data.scene;

import java.util.Arrays;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.geometry.Pose;
import penumbra.geometry.Size;
import penumbra.geometry.Vector3;

/// A pinhole camera without distortion: `u = w/2 + f X/Z`, `v = h/2 + f Y/Z` for a point (X, Y, Z)
/// in the camera's frame (x right, y down, z forward, metres). u and v are picture px, corner
/// origin, so the optical axis meets the picture's middle.
///
/// @param focal focal length f, px
/// @param pose the camera in the world
record Camera(Size size, double focal, Pose pose) {

    /// Nearer than this, metres, nothing is drawn.
    private static final double NEAR = 0.05;

    /// A 6 mm lens before 4.8 micrometre pixels, the usual robot camera, at a width of 1280 px;
    /// other widths see the same angle.
    static double usualFocal(Size size) {
        return 1250.0 * size.width() / 1280;
    }

    /// Where a point of the world is seen; empty when it is behind the camera or too near.
    Optional<Point> project(Vector3 world) {
        Vector3 p = pose.toLocal(world);
        return p.z() < NEAR ? Optional.empty() : Optional.of(new Point(u(p), v(p)));
    }

    /// Distance along the optical axis, metres.
    double depth(Vector3 world) {
        return world.minus(pose.origin()).dot(pose.z());
    }

    /// Picture px that a metre across the view takes at that point.
    double scale(Vector3 world) {
        return focal / Math.max(NEAR, depth(world));
    }

    /// A polygon of the world as x0, y0, x1, y1, ... in picture px, cut at the near plane; empty
    /// when nothing lies before it.
    double[] polygon(Vector3... world) {
        int n = world.length;
        double[] out = new double[4 * n];
        int used = 0;
        for (int i = 0; i < n; i++) {
            Vector3 a = pose.toLocal(world[i]);
            Vector3 b = pose.toLocal(world[(i + 1) % n]);
            if (a.z() >= NEAR) {
                out[used++] = u(a);
                out[used++] = v(a);
            }
            if (a.z() >= NEAR != b.z() >= NEAR) {
                Vector3 cut = a.towards(b, (NEAR - a.z()) / (b.z() - a.z()));
                out[used++] = u(cut);
                out[used++] = v(cut);
            }
        }
        return Arrays.copyOf(out, used);
    }

    private double u(Vector3 local) {
        return size.width() / 2.0 + focal * local.x() / local.z();
    }

    private double v(Vector3 local) {
        return size.height() / 2.0 + focal * local.y() / local.z();
    }
}
