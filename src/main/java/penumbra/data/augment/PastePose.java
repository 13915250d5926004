package penumbra.data.augment;

import java.util.List;
import java.util.random.RandomGenerator;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.geometry.Size;

/// How a piece of a picture is turned before it is pasted: about its own middle, as a flat thing
/// before a camera.
///
/// @param yaw to the side, radians
/// @param pitch up, radians
/// @param roll in the picture, radians
/// @param scale of lengths
record PastePose(double yaw, double pitch, double roll, double scale) {

    private static final double YAW = Math.toRadians(25);
    private static final double PITCH = Math.toRadians(10);
    private static final double ROLL = Math.toRadians(8);
    private static final double SMALLEST = 0.6;
    private static final double LARGEST = 1.5;

    /// Focal length of the camera that is supposed, in longer sides of the picture.
    private static final double FOCAL = 1.5;

    static PastePose draw(RandomGenerator random) {
        return new PastePose(
                YAW * (2 * random.nextDouble() - 1),
                PITCH * (2 * random.nextDouble() - 1),
                ROLL * (2 * random.nextDouble() - 1),
                SMALLEST * Math.pow(LARGEST / SMALLEST, random.nextDouble()));
    }

    /// Where the corners of a piece come to lie, its middle at the origin.
    ///
    /// @param picture that it is a piece of
    Quad seen(Box piece, Size picture) {
        double focal = FOCAL * Math.max(picture.width(), picture.height());
        Point middle = new Point(piece.centreX(), piece.centreY());
        List<Point> corners =
                Quad.of(piece).corners().stream()
                        .map(corner -> seen(corner.minus(middle), focal))
                        .toList();
        return Quad.of(corners);
    }

    private Point seen(Point p, double focal) {
        double x = Math.cos(roll) * p.x() - Math.sin(roll) * p.y();
        double y = Math.sin(roll) * p.x() + Math.cos(roll) * p.y();
        double depth = focal + x * Math.sin(yaw) + y * Math.cos(yaw) * Math.sin(pitch);
        double across = x * Math.cos(yaw) - y * Math.sin(yaw) * Math.sin(pitch);
        return new Point(across, y * Math.cos(pitch)).times(scale * focal / depth);
    }
}
