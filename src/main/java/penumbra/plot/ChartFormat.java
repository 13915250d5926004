package penumbra.plot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jfree.svg.SVGGraphics2D;
import penumbra.data.ImageWriter;
import penumbra.data.Lettering;
import penumbra.file.AtomicFile;
import penumbra.geometry.Size;

/// The files a chart can be written to.
public enum ChartFormat {
    /// Pixels, two for each unit of the size.
    PNG,
    /// Shapes and texts, for print; of a surface a quarter of the faces.
    SVG,
    /// The numbers alone, with the axes and units as column names.
    CSV;

    private static final double PIXELS = 2;

    /// Ending of file names, without the dot.
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The format that a file's name ends with, in any case.
    public static Optional<ChartFormat> of(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        for (ChartFormat format : values()) {
            if (name.endsWith("." + format.ending())) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Makes or replaces a file, whole or not at all.
    ///
    /// @param size of the drawing; without meaning for CSV
    ///
    /// @throws IOException if it cannot be written, or the machine has no font to draw with
    public void write(Chart chart, Skin skin, Size size, Path file) throws IOException {
        if (this != CSV) {
            Lettering.require();
        }
        AtomicFile.write(file, bytes(chart, skin, size));
    }

    byte[] bytes(Chart chart, Skin skin, Size size) {
        return switch (this) {
            case PNG -> {
                ChartImage image = ChartImage.of(chart, skin, size, PIXELS);
                yield ImageWriter.png(image.size(), image.argb());
            }
            case SVG -> svg(chart, skin, size).getBytes(StandardCharsets.UTF_8);
            case CSV -> ChartCsv.of(chart).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static String svg(Chart chart, Skin skin, Size size) {
        SVGGraphics2D graphics = new SVGGraphics2D(size.width(), size.height());
        // The same chart gives the same bytes.
        graphics.setDefsKeyPrefix("chart-");
        Chart drawn = chart instanceof SurfaceChart surface ? surface.coarser() : chart;
        Drawing.of(drawn, skin, true).onto(graphics, size);
        return graphics.getSVGDocument();
    }
}
