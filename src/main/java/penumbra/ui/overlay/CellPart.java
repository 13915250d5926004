package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
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

    /// The same cells in as few rectangles as do not touch each other.
    static List<CellPart> apart(List<CellPart> parts) {
        List<CellPart> apart = new ArrayList<>();
        for (CellPart part : parts) {
            CellPart grown = part;
            for (int i = 0; i < apart.size(); i++) {
                if (grown.touches(apart.get(i))) {
                    grown = grown.with(apart.remove(i));
                    // What grew may touch those that were passed by.
                    i = -1;
                }
            }
            apart.add(grown);
        }
        return apart;
    }

    private boolean touches(CellPart other) {
        return left <= other.left + other.width
                && other.left <= left + width
                && top <= other.top + other.height
                && other.top <= top + height;
    }

    private CellPart with(CellPart other) {
        int x = Math.min(left, other.left);
        int y = Math.min(top, other.top);
        return new CellPart(
                x,
                y,
                Math.max(left + width, other.left + other.width) - x,
                Math.max(top + height, other.top + other.height) - y);
    }

    /// The same upper left corner, with so many columns and rows at most.
    CellPart atMost(int cells) {
        return new CellPart(left, top, Math.min(cells, width), Math.min(cells, height));
    }

    private static int held(double at, int cells) {
        return (int) Math.clamp(Math.floor(at), 0, cells - 1.0);
    }
}
