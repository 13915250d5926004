package penumbra.geometry;

/// A point of the plane; the frame is stated where it is used.
public record Point(double x, double y) {

    /// @throws IllegalArgumentException if a coordinate is NaN or infinite
    public Point {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a point needs finite coordinates: " + x + ", " + y);
        }
    }

    public Point plus(Point other) {
        return new Point(x + other.x, y + other.y);
    }

    public Point minus(Point other) {
        return new Point(x - other.x, y - other.y);
    }

    public Point times(double factor) {
        return new Point(x * factor, y * factor);
    }

    public double dot(Point other) {
        return x * other.x + y * other.y;
    }

    /// The z component of the cross product; positive when `other` lies clockwise of this on a
    /// screen with y down.
    public double cross(Point other) {
        return x * other.y - y * other.x;
    }

    public double norm() {
        return Math.hypot(x, y);
    }

    public double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }
}
