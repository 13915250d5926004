package penumbra.plot;

import java.awt.Graphics2D;
import java.util.Optional;
import penumbra.geometry.Size;

/// A chart on its way to a picture: draws itself into a rectangle at the origin.
@FunctionalInterface
interface Drawing {

    /// @return where it drew its plot, for charts with two axes
    Optional<PlotArea> onto(Graphics2D graphics, Size size);

    /// @param fine or a draft, which is the same but for what takes long
    static Drawing of(Chart chart, Skin skin, boolean fine) {
        return switch (chart) {
            case LineChart lines -> new LineDrawing(lines, skin, false).drawing();
            case ContourChart contour -> new ContourDrawing(contour, skin).drawing();
            case OutlineChart outline -> new OutlineDrawing(outline, skin).drawing();
            case SurfaceChart surface -> new SurfaceDrawing(surface, skin, fine).drawing();
        };
    }
}
