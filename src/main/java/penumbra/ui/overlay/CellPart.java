package penumbra.ui.overlay;

import penumbra.geometry.Box;

/// A rectangle of whole cells of a map.
///
/// @param left first column
/// @param top first row
/// @param width columns, 1 or more
/// @param height rows, 1 or more
record CellPart(int left, int top, int width, int height) {

    /// More than these around a box tell nothing.
    private static final int MOST = 96;

    /// The cells that a box touches, held to the map.
    ///
    /// @param box cells
    /// @param margin cells added on each side
    static CellPart of(CellGrid grid, Box box, double margin) {
        int left = held(box.x() - margin, grid.width());
        int top = held(box.y() - margin, grid.height());
        int right = held(box.right() + margin, grid.width());
        int bottom = held(box.bottom() + margin, grid.height());
        return new CellPart(
                left, top, Math.min(MOST, right - left + 1), Math.min(MOST, bottom - top + 1));
    }

    private static int held(double at, int cells) {
        return (int) Math.clamp(Math.floor(at), 0, cells - 1.0);
    }
}
