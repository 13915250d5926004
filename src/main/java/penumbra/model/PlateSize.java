package penumbra.model;

import java.util.Set;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// The two sizes of armor plates. Frame of a plate: millimetres, origin in its middle, x to the
/// right of the viewer who faces it, y down.
public enum PlateSize {
    SMALL(135),
    LARGE(230);

    /// Length of a light bar, mm.
    public static final double BAR_LENGTH = 56;

    private static final Set<String> LARGE_SYMBOLS = Set.of("1", "B", "Bb", "L3", "L4", "L5");

    private static final Set<String> SYMBOLS =
            Set.of("G", "1", "2", "3", "4", "5", "O", "B", "Bs", "Bb", "L3", "L4", "L5");

    private final double barDistance;

    PlateSize(double barDistance) {
        this.barDistance = barDistance;
    }

    /// Distance between the axes of the two bars, mm.
    public double barDistance() {
        return barDistance;
    }

    /// Distance of the bars in lengths of a bar.
    public double aspect() {
        return barDistance / BAR_LENGTH;
    }

    /// The ends of the bars, mm.
    public Quad ends() {
        double x = barDistance / 2;
        double y = BAR_LENGTH / 2;
        return new Quad(new Point(-x, -y), new Point(-x, y), new Point(x, y), new Point(x, -y));
    }

    /// The size that plates of a class usually have, by its name: large on 1, on the base and where
    /// an L says so, small on all others.
    ///
    /// @param className what is on the sticker, with or without a colour before it, as `R3` or `3`
    public static PlateSize ofClass(String className) {
        return LARGE_SYMBOLS.contains(symbol(className)) ? LARGE : SMALL;
    }

    /// What is on the sticker of a class: `1` to `5`, `G`, `O`, `B`, `Bs`, `Bb` or `L3` to `L5`;
    /// blank when its name says nothing of that kind.
    static String symbol(String className) {
        String behindColour = className.replaceFirst("^[BRNP]", "");
        if (SYMBOLS.contains(className)) {
            return className;
        }
        return SYMBOLS.contains(behindColour) ? behindColour : "";
    }
}
