package penumbra.plot;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.Optional;
import penumbra.geometry.Size;

/// A chart as pixels.
///
/// @param argb rows from the top, opaque
/// @param plot where its plot is, for charts with two axes
public record ChartImage(Size size, int[] argb, Optional<PlotArea> plot) {

    /// @param size of the chart in units of its fonts, each side 1 or more
    /// @param scale pixels per unit, as the screen has it
    public static ChartImage of(Chart chart, Skin skin, Size size, double scale) {
        return of(Drawing.of(chart, skin, true), skin, size, scale);
    }

    /// The same as fast as it can be had; only a surface is drawn more coarsely.
    public static ChartImage draft(Chart chart, Skin skin, Size size, double scale) {
        return of(Drawing.of(chart, skin, false), skin, size, scale);
    }

    private static ChartImage of(Drawing drawing, Skin skin, Size size, double scale) {
        int width = (int) Math.round(size.width() * scale);
        int height = (int) Math.round(size.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        Optional<PlotArea> plot;
        try {
            graphics.setColor(skin.ground());
            graphics.fillRect(0, 0, width, height);
            graphics.scale(scale, scale);
            graphics.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.setRenderingHint(
                    RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            plot = drawing.onto(graphics, size);
        } finally {
            graphics.dispose();
        }
        int[] argb = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new ChartImage(new Size(width, height), argb, plot);
    }
}
