package penumbra.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.ViewBox;
import penumbra.geometry.Size;

/// Charts as parts of a web page, as wide as their place there. Their paints are variables of the
/// page's style, so that one drawing serves the light and the dark theme.
public final class InlineSvg {

    private static final Pattern PAINT = Pattern.compile("rgb\\((\\d+),(\\d+),(\\d+)\\)");

    private InlineSvg() {}

    /// An `svg` element.
    ///
    /// @param size whose sides give the shape and the size of the letters
    /// @param id that no other chart of the page has; letters and digits
    public static String of(Chart chart, Size size, String id) {
        SVGGraphics2D graphics = new SVGGraphics2D(size.width(), size.height());
        graphics.setDefsKeyPrefix(id + "-");
        Drawing.of(chart, Skin.LIGHT, true).onto(graphics, size);
        String element =
                graphics.getSVGElement(
                        id, false, new ViewBox(0, 0, size.width(), size.height()), null, null);
        List<Integer> light = Skin.LIGHT.paints();
        return PAINT.matcher(element)
                .replaceAll(found -> {
                    int at = light.indexOf(rgb(found.group(1), found.group(2), found.group(3)));
                    return at < 0 ? found.group() : "var(--chart-" + at + ")";
                });
    }

    private static int rgb(String red, String green, String blue) {
        return Integer.parseInt(red) << 16 | Integer.parseInt(green) << 8 | Integer.parseInt(blue);
    }

    /// The paints of a theme as declarations of a style: `--chart-0:#ffffff;` and so on, the ground
    /// first, then text, quiet text and grid, then the lines.
    public static String paints(Skin skin) {
        List<Integer> paints = new ArrayList<>(skin.paints());
        return String.join(
                "",
                IntStream.range(0, paints.size())
                        .mapToObj(i ->
                                String.format(Locale.ROOT, "--chart-%d:#%06x;", i, paints.get(i)))
                        .toList());
    }
}
