package penumbra.geometry;

/// Where a rigid thing stands and how it is turned: its three axes (unit length, perpendicular) and
/// its origin, in the parent frame.
///
/// Axes follow the camera's habit: x to the right, y down, z forward, away from the viewer.
///
/// @param x direction of the local x axis
/// @param y direction of the local y axis
/// @param z direction of the local z axis
/// @param origin the local origin, metres
public record Pose(Vector3 x, Vector3 y, Vector3 z, Vector3 origin) {

    /// Axes parallel to the parent's.
    public static Pose at(Vector3 origin) {
        return new Pose(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1), origin);
    }

    /// A local point in the parent frame.
    public Vector3 toParent(Vector3 local) {
        return origin.plus(x.times(local.x())).plus(y.times(local.y())).plus(z.times(local.z()));
    }

    /// A local point in the parent frame.
    public Vector3 toParent(double localX, double localY, double localZ) {
        return toParent(new Vector3(localX, localY, localZ));
    }

    /// A point of the parent frame in local coordinates.
    public Vector3 toLocal(Vector3 parent) {
        Vector3 d = parent.minus(origin);
        return new Vector3(d.dot(x), d.dot(y), d.dot(z));
    }

    /// This pose shifted by a local vector.
    public Pose moved(double localX, double localY, double localZ) {
        return new Pose(x, y, z, toParent(localX, localY, localZ));
    }

    /// Turned about its own y axis, radians; positive turns forward towards right.
    public Pose turned(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Pose(x.times(c).minus(z.times(s)), y, z.times(c).plus(x.times(s)), origin);
    }

    /// Turned about its own x axis, radians; positive turns forward upwards.
    public Pose pitched(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Pose(x, y.times(c).plus(z.times(s)), z.times(c).minus(y.times(s)), origin);
    }

    /// Turned about its own z axis, radians; positive is clockwise for the viewer.
    public Pose rolled(double angle) {
        double c = Math.cos(angle);
        double s = Math.sin(angle);
        return new Pose(x.times(c).plus(y.times(s)), y.times(c).minus(x.times(s)), z, origin);
    }
}
