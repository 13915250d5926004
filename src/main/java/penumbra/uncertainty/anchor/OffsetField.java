package penumbra.uncertainty.anchor;

import java.util.List;
import penumbra.geometry.Point;

/// An offset per cell, read between cells.
///
/// @param width cells
/// @param height cells
/// @param offsets row by row, in cells
public record OffsetField(int width, int height, List<Point> offsets) {

    public OffsetField {
        offsets = List.copyOf(offsets);
        if (width < 1 || height < 1 || offsets.size() != width * height) {
            throw new IllegalArgumentException(
                    offsets.size() + " offsets are no field of " + width + " x " + height);
        }
    }

    /// Bilinear between the four cells around; beyond the border the nearest cell's.
    public Point at(Point p) {
        double x = Math.clamp(p.x(), 0, width - 1);
        double y = Math.clamp(p.y(), 0, height - 1);
        int left = Math.min((int) x, Math.max(0, width - 2));
        int top = Math.min((int) y, Math.max(0, height - 2));
        double u = x - left;
        double v = y - top;
        Point upper = mix(offset(left, top), offset(left + 1, top), u);
        Point lower = mix(offset(left, top + 1), offset(left + 1, top + 1), u);
        return mix(upper, lower, v);
    }

    /// The point after the local step: `p + offset(p)`. Source: \[S4\] eq. 12.
    public Point refine(Point p) {
        return p.plus(at(p));
    }

    private Point offset(int x, int y) {
        return offsets.get(Math.min(y, height - 1) * width + Math.min(x, width - 1));
    }

    private static Point mix(Point a, Point b, double share) {
        return a.times(1 - share).plus(b.times(share));
    }
}
