package penumbra.ui.overlay;

import penumbra.geometry.InputFrame;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// The grid of cells that a map of one stride lays over a picture, from its top left corner on.
///
/// @param frame of the network's input
/// @param stride input px of one cell
/// @param width cells, the last one perhaps only partly in the picture
/// @param height cells
record CellGrid(InputFrame frame, double stride, int width, int height) {

    static CellGrid of(Size picture, double inputSide, double stride) {
        InputFrame frame = InputFrame.of(picture, inputSide);
        return new CellGrid(
                frame,
                stride,
                cells(frame.toInput(picture.width()), stride),
                cells(frame.toInput(picture.height()), stride));
    }

    private static int cells(double inputLength, double stride) {
        return Math.max(1, (int) Math.ceil(inputLength / stride - 1e-9));
    }

    /// Side of a cell, picture px.
    double cell() {
        return frame.toPicture(stride);
    }

    /// A point of the picture in cells, the first cell reaching from 0 to 1.
    Point toCells(Point inPicture) {
        return inPicture.times(1 / cell());
    }

    /// A point in cells as picture px.
    Point toPicture(Point inCells) {
        return inCells.times(cell());
    }
}
