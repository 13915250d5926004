package penumbra.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;

/// The colours and fonts of a chart, light or dark. JFreeChart and Chart3D know no style sheets, so
/// every paint is set from here.
///
/// Lines differ in colour and, from the eighth on, in dashes. Five of the seven colours are those
/// of Okabe and Ito, made for the colour-blind, darkened or lightened until each stands out from
/// the ground by 3 to 1 at least; the others are grey and that of the text.
public enum Skin {
    LIGHT(
            0xffffff, 0xffffff, 0x1f2328, 0x59636e, 0xd8dee4, 0x0072b2, 0xd55e00, 0x007a58,
            0xa8447f, 0x9a6a00, 0x7a7a7a, 0x1f2328),
    DARK(
            0x0d1117, 0x0d1117, 0xe6edf3, 0x9198a1, 0x30363d, 0x56b4e9, 0xff8b3d, 0x2cc194,
            0xe290bf, 0xe69f00, 0x8b949e, 0xf0f6fc);

    private static final String FAMILY = Font.SANS_SERIF;

    /// Looks that differ in colour; the next as many have the same colours and other dashes.
    public static final int COLOURS = 7;

    private static final float WIDTH = 1.8f;
    private static final float[][] DASHES = {{}, {7, 4}, {2, 3}};

    private final Color ground;
    private final Color plot;
    private final Color text;
    private final Color quiet;
    private final Color grid;
    private final int[] lines;

    Skin(int ground, int plot, int text, int quiet, int grid, int... lines) {
        this.ground = new Color(ground);
        this.plot = new Color(plot);
        this.text = new Color(text);
        this.quiet = new Color(quiet);
        this.grid = new Color(grid);
        this.lines = lines;
    }

    /// Colour of lines of that look, `0xRRGGBB`.
    public int rgb(int look) {
        return lines[Math.floorMod(look, COLOURS)];
    }

    /// Lengths of dashes and gaps of lines of that look; none for a solid line.
    public static List<Double> dashes(int look) {
        List<Double> lengths = new ArrayList<>();
        for (float length : DASHES[Math.floorMod(look / COLOURS, DASHES.length)]) {
            lengths.add((double) length);
        }
        return lengths;
    }

    /// Colour of what lies behind a chart, `0xRRGGBB`.
    public int groundRgb() {
        return ground.getRGB() & 0xffffff;
    }

    Color colour(int look) {
        return colour(look, 1);
    }

    /// All paints, the same place the same use in every skin: ground, text, quiet text, grid,
    /// lines.
    List<Integer> paints() {
        List<Integer> paints = new ArrayList<>();
        for (Color paint : List.of(ground, text, quiet, grid)) {
            paints.add(paint.getRGB() & 0xffffff);
        }
        for (int line : lines) {
            paints.add(line);
        }
        return paints;
    }

    /// The same, let through by what it lacks in strength.
    Color colour(int look, double strength) {
        return new Color((int) Math.round(255 * strength) << 24 | rgb(look), true);
    }

    BasicStroke stroke(int look) {
        float[] dashes = DASHES[Math.floorMod(look / COLOURS, DASHES.length)];
        return new BasicStroke(
                WIDTH,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                1,
                dashes.length == 0 ? null : dashes,
                0);
    }

    Color ground() {
        return ground;
    }

    Color plot() {
        return plot;
    }

    Color text() {
        return text;
    }

    Color quiet() {
        return quiet;
    }

    Color grid() {
        return grid;
    }

    static Font font() {
        return new Font(FAMILY, Font.PLAIN, 12);
    }

    static Font small() {
        return new Font(FAMILY, Font.PLAIN, 11);
    }

    static Font heading() {
        return new Font(FAMILY, Font.BOLD, 13);
    }
}
