package penumbra.ui.overlay;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.plot.ColourMap;

/// Part of a map of cells: one pixel a cell, enlarged by the window system as squares, so that the
/// cost follows the view and not the width of a Gaussian.
final class HeatMap implements Painting {

    /// From this value on a cell is as opaque as the whole map; smaller ones fade out.
    private static final double OPAQUE_FROM = 0.2;

    private final CellGrid grid;
    private final CellPart part;
    private final double[] values;
    private final ColourMap colours;
    private final double leastShare;
    private final double opacity;
    private WritableImage image;

    /// @param values row by row, 0 to 1
    /// @param leastShare of the opacity that a value of 0 has
    /// @param opacity of the whole map, within that of the overlay
    private HeatMap(
            CellGrid grid,
            CellPart part,
            double[] values,
            ColourMap colours,
            double leastShare,
            double opacity) {
        this.grid = grid;
        this.part = part;
        this.values = values;
        this.colours = colours;
        this.leastShare = leastShare;
        this.opacity = opacity;
    }

    /// A map that fades out where it is near 0.
    ///
    /// @param values of the whole grid, row by row, 0 to 1
    /// @param parts outside of which all values are 0
    static Painting fading(
            CellGrid grid, double[] values, List<CellPart> parts, ColourMap colours) {
        List<HeatMap> maps =
                CellPart.apart(parts).stream()
                        .map(p -> new HeatMap(grid, p, cut(grid, values, p), colours, 0, 1))
                        .toList();
        return sight -> maps.forEach(map -> map.paint(sight));
    }

    private static double[] cut(CellGrid grid, double[] values, CellPart part) {
        double[] cut = new double[part.width() * part.height()];
        for (int y = 0; y < part.height(); y++) {
            int from = (part.top() + y) * grid.width() + part.left();
            System.arraycopy(values, from, cut, y * part.width(), part.width());
        }
        return cut;
    }

    /// A map as opaque at 0 as at 1.
    ///
    /// @param values of the part, row by row, 0 to 1
    /// @param opacity within that of the overlay
    static HeatMap even(
            CellGrid grid, CellPart part, double[] values, ColourMap colours, double opacity) {
        return new HeatMap(grid, part, values, colours, 1, opacity);
    }

    @Override
    public void paint(Sight sight) {
        GraphicsContext g = sight.g();
        if (image == null) {
            image = image(g.getGlobalAlpha());
        }
        // Only the cells in sight: enlarged 64 times the whole map would be a million px wide.
        Box window = sight.view().window();
        double cell = grid.cell();
        int x0 = Math.max(part.left(), (int) Math.floor(window.x() / cell));
        int y0 = Math.max(part.top(), (int) Math.floor(window.y() / cell));
        int x1 = Math.min(part.left() + part.width(), (int) Math.ceil(window.right() / cell));
        int y1 = Math.min(part.top() + part.height(), (int) Math.ceil(window.bottom() / cell));
        if (x1 <= x0 || y1 <= y0) {
            return;
        }
        Point at = sight.onScreen(new Point(x0 * cell, y0 * cell));
        double side = sight.onScreen(cell);
        double globalAlpha = g.getGlobalAlpha();
        g.setGlobalAlpha(1);
        g.setImageSmoothing(false);
        g.drawImage(
                image,
                x0 - part.left(),
                y0 - part.top(),
                x1 - x0,
                y1 - y0,
                at.x(),
                at.y(),
                (x1 - x0) * side,
                (y1 - y0) * side);
        g.setGlobalAlpha(globalAlpha);
    }

    /// The opacity goes into the few cells instead of the many px that they become.
    private WritableImage image(double globalAlpha) {
        int[] argb = new int[values.length];
        for (int i = 0; i < argb.length; i++) {
            double share = Math.max(leastShare, Math.clamp(values[i] / OPAQUE_FROM, 0, 1));
            int alpha = (int) Math.round(255 * globalAlpha * opacity * share);
            argb[i] = alpha << 24 | colours.rgb(values[i]);
        }
        WritableImage made = new WritableImage(part.width(), part.height());
        made.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        part.width(),
                        part.height(),
                        PixelFormat.getIntArgbInstance(),
                        argb,
                        0,
                        part.width());
        return made;
    }
}
