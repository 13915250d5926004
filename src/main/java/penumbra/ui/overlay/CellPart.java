package penumbra.ui.overlay;

import penumbra.geometry.Box;

/// A rectangle of whole cells of a map.
///
/// @param left first column
/// @param top first row
/// @param width columns, 1 or more
/// @param height rows, 1 or more
record CellPart(int left, int top, int width, int height) {

    /// The cells that a box touches, held to the map.
    ///
    /// @param box cells
    /// @param margin cells added on each side
    static CellPart of(CellGrid grid, Box box, double margin) {
        int left = held(box.x() - margin, grid.width());
        int top = held(box.y() - margin, grid.height());
        int right = held(box.right() + margin, grid.width());
        int bottom = held(box.bottom() + margin, grid.height());
        return new CellPart(left, top, right - left + 1, bottom - top + 1);
    }

    /// The same upper left corner, with so many columns and rows at most.
    CellPart atMost(int cells) {
        return new CellPart(left, top, Math.min(cells, width), Math.min(cells, height));
    }

    private static int held(double at, int cells) {
        return (int) Math.clamp(Math.floor(at), 0, cells - 1.0);
    }
}
