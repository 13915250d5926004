package penumbra.plot;

/// Perceptually uniform colour maps: equal steps of the value look like equal steps, in grey print
/// and to the colour-blind as well.
///
/// Ten control points each of the maps by Nathaniel Smith and Stéfan van der Walt for matplotlib,
/// which are in the public domain (CC0), linear in sRGB between them.
public enum ColourMap {
    VIRIDIS(
            0x440154, 0x482878, 0x3e4989, 0x31688e, 0x26828e, 0x1f9e89, 0x35b779, 0x6ece58,
            0xb5de2b, 0xfde725),
    MAGMA(
            0x000004, 0x180f3e, 0x451077, 0x721f81, 0x9f2f7f, 0xcd4071, 0xf1605d, 0xfd9567,
            0xfec98d, 0xfcfdbf),
    INFERNO(
            0x000004, 0x1b0c42, 0x4b0c6b, 0x781c6d, 0xa52c60, 0xcf4446, 0xed6925, 0xfb9a06,
            0xf7d03c, 0xfcffa4);

    private static final int STEPS = 256;

    private final int[] points;
    private final int[] table = new int[STEPS];

    ColourMap(int... points) {
        this.points = points;
        for (int i = 0; i < STEPS; i++) {
            table[i] = exact(i / (STEPS - 1.0));
        }
    }

    /// Colour of a value as `0xRRGGBB`.
    ///
    /// @param value 0 to 1; beyond, the colour of the nearer end
    public int rgb(double value) {
        return table[(int) Math.round(Math.clamp(value, 0, 1) * (STEPS - 1))];
    }

    private int exact(double value) {
        double at = value * (points.length - 1);
        int from = Math.min((int) at, points.length - 2);
        double share = at - from;
        int colour = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = points[from] >> shift & 0xff;
            int b = points[from + 1] >> shift & 0xff;
            colour |= (int) Math.round(a + share * (b - a)) << shift;
        }
        return colour;
    }
}
