package penumbra.geometry;

/// The intrinsic parameters of a pinhole camera without distortion: `u = fx X / Z + cx`, `v = fy Y
/// / Z + cy` for a point (X, Y, Z) in the camera's frame (x right, y down, z forward). u and v are
/// picture px, corner origin.
///
/// @param fx focal length, px
/// @param fy focal length, px
/// @param cx where the optical axis meets the picture
/// @param cy where the optical axis meets the picture
public record CameraMatrix(double fx, double fy, double cx, double cy) {

    /// @throws IllegalArgumentException if a focal length is not above 0 or a number not finite
    public CameraMatrix {
        if (!(fx > 0 && fy > 0) || !Double.isFinite(fx + fy + cx + cy)) {
            throw new IllegalArgumentException(
                    "a camera matrix needs focal lengths above 0: "
                            + fx
                            + " "
                            + fy
                            + " "
                            + cx
                            + " "
                            + cy);
        }
    }

    /// Where a point in front of the camera is seen, picture px.
    public Point project(Vector3 inCamera) {
        return new Point(
                fx * inCamera.x() / inCamera.z() + cx, fy * inCamera.y() / inCamera.z() + cy);
    }

    /// The direction in which a place of the picture is seen, `(X / Z, Y / Z)`.
    public Point direction(Point inPicture) {
        return new Point((inPicture.x() - cx) / fx, (inPicture.y() - cy) / fy);
    }
}
