package penumbra.uncertainty.heatmap;

import penumbra.geometry.Point;

/// A point as a cell of the map and what is lost by naming only the cell.
///
/// Formula: `cell = floor(p / R)`, `offset = p / R - cell`. Source: \[S2\], \[S3\]. Unit: cells; an
/// offset of 0.5 is R / 2 px.
///
/// @param x column
/// @param y row
/// @param offset \[0, 1) with FLOOR, \[-0.5, 0.5) with NEAREST
public record CellOffset(int x, int y, Point offset) {

    /// How a place becomes a cell.
    public enum Rounding {
        FLOOR,
        NEAREST
    }

    /// @param at input px
    /// @param stride R, px of a cell
    public static CellOffset of(Point at, double stride, Rounding rounding) {
        Point cells = at.times(1 / stride);
        double half = rounding == Rounding.NEAREST ? 0.5 : 0;
        int x = (int) Math.floor(cells.x() + half);
        int y = (int) Math.floor(cells.y() + half);
        return new CellOffset(x, y, new Point(cells.x() - x, cells.y() - y));
    }

    /// The point again, input px.
    public Point point(double stride) {
        return new Point((x + offset.x()) * stride, (y + offset.y()) * stride);
    }
}
