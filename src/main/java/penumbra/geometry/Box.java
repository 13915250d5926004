package penumbra.geometry;

import java.util.Collection;
import java.util.Optional;

/// An axis-aligned box: left, top, width and height in one frame. Zero sides are allowed, negative
/// ones are not.
public record Box(double x, double y, double width, double height) {

    /// @throws IllegalArgumentException if a value is NaN or infinite, or a side negative
    public Box {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("a box needs finite corners: " + x + ", " + y);
        }
        if (!(width >= 0 && width < Double.POSITIVE_INFINITY)
                || !(height >= 0 && height < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "a box needs finite sides of 0 or more: " + width + " x " + height);
        }
    }

    /// The box around a centre, as YOLO label files and detection heads state it.
    public static Box centred(double cx, double cy, double width, double height) {
        return new Box(cx - width / 2, cy - height / 2, width, height);
    }

    /// The smallest box that holds all points; empty when there are none.
    public static Optional<Box> hull(Collection<Point> points) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        double left = Double.POSITIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (Point p : points) {
            left = Math.min(left, p.x());
            top = Math.min(top, p.y());
            right = Math.max(right, p.x());
            bottom = Math.max(bottom, p.y());
        }
        return Optional.of(new Box(left, top, right - left, bottom - top));
    }

    public double right() {
        return x + width;
    }

    public double bottom() {
        return y + height;
    }

    public double centreX() {
        return x + width / 2;
    }

    public double centreY() {
        return y + height / 2;
    }

    public double area() {
        return width * height;
    }

    public Box shifted(double byX, double byY) {
        return new Box(x + byX, y + byY, width, height);
    }

    /// The common part of two boxes; empty when they share no area.
    public Optional<Box> intersection(Box other) {
        double w = overlap(x, width, other.x, other.width);
        double h = overlap(y, height, other.y, other.height);
        return w > 0 && h > 0
                ? Optional.of(new Box(Math.max(x, other.x), Math.max(y, other.y), w, h))
                : Optional.empty();
    }

    /// This box with each side moved as that side moves from one box to another; where position or
    /// length stay there, they stay here to the last bit. Sides never pass each other: the box
    /// shrinks to zero instead.
    public Box following(Box before, Box after) {
        return new Box(
                x + (after.x - before.x),
                y + (after.y - before.y),
                Math.max(0, width + (after.width - before.width)),
                Math.max(0, height + (after.height - before.height)));
    }

    /// The common length of two intervals, negative when they are apart. Far ends are not computed:
    /// their rounding would make an interval longer or shorter than itself.
    private static double overlap(double x, double width, double otherX, double otherWidth) {
        return x <= otherX
                ? Math.min(width - (otherX - x), otherWidth)
                : Math.min(otherWidth - (x - otherX), width);
    }

    /// Intersection over union, 0 when both are empty. Unitless, in \[0, 1\].
    public double iou(Box other) {
        double inter = intersection(other).map(Box::area).orElse(0.0);
        double union = area() + other.area() - inter;
        return union > 0 ? inter / union : 0;
    }
}
