package penumbra.ui.overlay;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// The borders of the cells of a map, unless they are too small to be told apart.
record CellLines(CellGrid grid) implements Painting {

    /// Cells that are smaller on the screen get no lines.
    private static final double LEAST_CELL = 4;

    @Override
    public void paint(Sight sight) {
        double side = sight.onScreen(grid.cell());
        if (side < LEAST_CELL) {
            return;
        }
        Box window = sight.view().window();
        double cell = grid.cell();
        int x0 = Math.max(0, (int) Math.ceil(window.x() / cell));
        int y0 = Math.max(0, (int) Math.ceil(window.y() / cell));
        int x1 = Math.min(grid.width(), (int) Math.floor(window.right() / cell));
        int y1 = Math.min(grid.height(), (int) Math.floor(window.bottom() / cell));
        Point from = sight.onScreen(new Point(0, 0));
        Point to = sight.onScreen(new Point(grid.width() * cell, grid.height() * cell));
        GraphicsContext g = sight.g();
        g.setStroke(Color.color(1, 1, 1, 0.25));
        g.setLineWidth(1);
        double top = Math.max(0, from.y());
        double bottom = Math.min(sight.view().height(), to.y());
        for (int x = x0; x <= x1; x++) {
            double at = Math.round(from.x() + x * side) + 0.5;
            g.strokeLine(at, top, at, bottom);
        }
        double left = Math.max(0, from.x());
        double right = Math.min(sight.view().width(), to.x());
        for (int y = y0; y <= y1; y++) {
            double at = Math.round(from.y() + y * side) + 0.5;
            g.strokeLine(left, at, right, at);
        }
    }
}
