package penumbra.plot;

/// A perceptually uniform colour map: equal steps of the value look like equal steps, in grey print
/// and to the colour-blind as well.
///
/// Ten control points of *viridis* by Nathaniel Smith and Stéfan van der Walt, which is in the
/// public domain (CC0), linear in sRGB between them.
final class ColourMap {

    private static final int[] POINTS = {
        0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58, 0xb5de2b,
        0xfde725
    };
    private static final int STEPS = 256;
    private static final int[] TABLE = table();

    private ColourMap() {}

    /// Colour of a value as `0xRRGGBB`.
    ///
    /// @param value 0 to 1; beyond, the colour of the nearer end
    static int rgb(double value) {
        return TABLE[(int) Math.round(Math.clamp(value, 0, 1) * (STEPS - 1))];
    }

    private static int[] table() {
        int[] table = new int[STEPS];
        for (int i = 0; i < STEPS; i++) {
            table[i] = between(i / (STEPS - 1.0));
        }
        return table;
    }

    private static int between(double value) {
        double at = value * (POINTS.length - 1);
        int from = Math.min((int) at, POINTS.length - 2);
        double share = at - from;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = POINTS[from] >> shift & 0xff;
            int b = POINTS[from + 1] >> shift & 0xff;
            colour |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return colour;
    }
}
