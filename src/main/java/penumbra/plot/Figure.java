package penumbra.plot;

import java.util.List;
import penumbra.geometry.Point;

/// Something drawn over the plane of two axes, with its name in the legend.
///
/// @param style how the points are drawn
/// @param look which of the looks of lines it has ([Skin#rgb])
public record Figure(String label, List<Point> points, Style style, int look) {

    /// Dots or crosses apart, a line through the points, or a line that returns to the first.
    public enum Style {
        DOTS,
        CROSSES,
        LINE,
        RING
    }

    public Figure {
        points = List.copyOf(points);
    }
}
