package penumbra.uncertainty.anchor;

import penumbra.geometry.Point;

/// A cell of the map that could answer for a keypoint.
///
/// @param x column
/// @param y row
/// @param confidence c, 0 to 1
/// @param predicted where the cell says the keypoint is: cell + offset, in cells
public record Candidate(int x, int y, double confidence, Point predicted) {

    /// From the offset head, \[S4\] eqs. 6 and 7.
    public static Candidate of(int x, int y, double confidence, Point offset) {
        return new Candidate(x, y, confidence, new Point(x + offset.x(), y + offset.y()));
    }

    double cellDistance(Point target) {
        return Math.hypot(x - target.x(), y - target.y());
    }
}
