package penumbra.ui.overlay;

import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.plot.ColourMap;

/// Paints a map of cells: one pixel a cell, enlarged by the window system as squares, so that the
/// cost follows the view and not the width of a Gaussian.
///
/// @param g of the canvas, screen px
/// @param grid where the cells lie
record HeatPainter(GraphicsContext g, OverlayScene scene, CellGrid grid) {

    /// From this value on a cell is as opaque as the whole map; smaller ones fade out.
    private static final double OPAQUE_FROM = 0.2;

    /// Cells that are smaller on the screen get no lines.
    private static final double LEAST_CELL = 4;

    /// Value of a cell.
    interface Cells {
        /// @return 0 to 1; empty where the map has no value
        OptionalDouble at(int x, int y);
    }

    /// A map that fades out where it is near 0.
    ///
    /// @param values row by row
    void fading(double[] values, ColourMap colours) {
        int[] argb = new int[grid.width() * grid.height()];
        double opaque = opaque();
        for (int i = 0; i < argb.length; i++) {
            double v = values[i];
            int alpha = (int) Math.round(opaque * Math.clamp(v / OPAQUE_FROM, 0, 1));
            argb[i] = alpha << 24 | colours.rgb(v);
        }
        image(argb, 0, 0, grid.width(), grid.height());
    }

    /// Part of a map, as opaque at 0 as at 1.
    ///
    /// @param left first column
    /// @param top first row
    void part(int left, int top, int width, int height, Cells cells, ColourMap colours) {
        int[] argb = new int[width * height];
        int alpha = (int) Math.round(opaque()) << 24;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                OptionalDouble value = cells.at(left + x, top + y);
                argb[y * width + x] =
                        value.isEmpty() ? 0 : alpha | colours.rgb(value.getAsDouble());
            }
        }
        image(argb, left, top, width, height);
    }

    private void image(int[] argb, int left, int top, int width, int height) {
        WritableImage image = new WritableImage(width, height);
        image.getPixelWriter()
                .setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        // Only the cells in sight: enlarged 64 times the whole map would be a million px wide.
        Box window = scene.view().window();
        double cell = grid.cell();
        int x0 = Math.max(left, (int) Math.floor(window.x() / cell));
        int y0 = Math.max(top, (int) Math.floor(window.y() / cell));
        int x1 = Math.min(left + width, (int) Math.ceil(window.right() / cell));
        int y1 = Math.min(top + height, (int) Math.ceil(window.bottom() / cell));
        if (x1 <= x0 || y1 <= y0) {
            return;
        }
        Point at = scene.onScreen(new Point(x0 * cell, y0 * cell));
        double side = scene.onScreen(cell);
        double globalAlpha = g.getGlobalAlpha();
        g.setGlobalAlpha(1);
        g.setImageSmoothing(false);
        g.drawImage(
                image,
                x0 - left,
                y0 - top,
                x1 - x0,
                y1 - y0,
                at.x(),
                at.y(),
                (x1 - x0) * side,
                (y1 - y0) * side);
        g.setGlobalAlpha(globalAlpha);
    }

    /// Alpha of what is to be opaque. It goes into the few cells instead of the many px that they
    /// become.
    private double opaque() {
        return 255 * g.getGlobalAlpha();
    }

    /// The borders of the cells in sight, unless they are too small to be told apart.
    void lines() {
        double side = scene.onScreen(grid.cell());
        if (side < LEAST_CELL) {
            return;
        }
        Box window = scene.view().window();
        double cell = grid.cell();
        int x0 = Math.max(0, (int) Math.ceil(window.x() / cell));
        int y0 = Math.max(0, (int) Math.ceil(window.y() / cell));
        int x1 = Math.min(grid.width(), (int) Math.floor(window.right() / cell));
        int y1 = Math.min(grid.height(), (int) Math.floor(window.bottom() / cell));
        Point from = scene.onScreen(new Point(0, 0));
        Point to = scene.onScreen(new Point(grid.width() * cell, grid.height() * cell));
        g.setStroke(Color.color(1, 1, 1, 0.25));
        g.setLineWidth(1);
        double top = Math.max(0, from.y());
        double bottom = Math.min(scene.view().height(), to.y());
        for (int x = x0; x <= x1; x++) {
            double at = Math.round(from.x() + x * side) + 0.5;
            g.strokeLine(at, top, at, bottom);
        }
        double left = Math.max(0, from.x());
        double right = Math.min(scene.view().width(), to.x());
        for (int y = y0; y <= y1; y++) {
            double at = Math.round(from.y() + y * side) + 0.5;
            g.strokeLine(left, at, right, at);
        }
    }
}
