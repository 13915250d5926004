package penumbra.data;

import penumbra.geometry.Region;

/// How the samples of a picture are shown: brighter, with more light in the shadows, or one channel
/// alone. For the eye only; no label and no measurement depends on it.
///
/// A sample v of 0 to 255 is shown as `255 * min(1, 2^exposure * v / 255)^(1 / gamma)`, rounded.
///
/// @param exposure stops; 1 doubles
/// @param gamma above 1 lifts the shadows
/// @param channel what is looked at
public record Display(double exposure, double gamma, Channel channel) {

    /// Which samples are shown.
    public enum Channel {
        /// All three, in colour.
        RGB,
        /// One of them, as grey.
        RED,
        GREEN,
        BLUE,
        /// The largest of the three, as grey.
        MAX
    }

    /// Stops up and down, and the range of gamma from its inverse to itself.
    public static final double MOST_EXPOSURE = 8;

    public static final double MOST_GAMMA = 5;

    /// As the file has it.
    public static final Display NEUTRAL = new Display(0, 1, Channel.RGB);

    private static final int OPAQUE = 0xff000000;

    /// @throws IllegalArgumentException if exposure or gamma is out of its range
    public Display {
        if (!(Math.abs(exposure) <= MOST_EXPOSURE)) {
            throw new IllegalArgumentException("an exposure is -8 to 8 stops: " + exposure);
        }
        if (!(gamma >= 1 / MOST_GAMMA && gamma <= MOST_GAMMA)) {
            throw new IllegalArgumentException("a gamma is 0.2 to 5: " + gamma);
        }
    }

    /// Some stops brighter, or darker when negative, within the range.
    public Display exposedBy(double stops) {
        double sum = Math.clamp(exposure + stops, -MOST_EXPOSURE, MOST_EXPOSURE);
        return new Display(sum, gamma, channel);
    }

    public Display withGamma(double newGamma) {
        return new Display(exposure, newGamma, channel);
    }

    public Display withChannel(Channel newChannel) {
        return new Display(exposure, gamma, newChannel);
    }

    /// What each sample of 0 to 255 is shown as.
    public int[] table() {
        int[] table = new int[256];
        double gain = Math.pow(2, exposure) / 255;
        for (int v = 0; v < 256; v++) {
            table[v] = (int) Math.round(255 * Math.pow(Math.min(1, gain * v), 1 / gamma));
        }
        return table;
    }

    /// Shows part of a picture.
    ///
    /// @param argb rows of the picture from the top, `0xffRRGGBB`; only read
    /// @param out rows of the same length, of which the region is written
    /// @param rowLength pixels in a row of both
    /// @param region which pixels
    public void apply(int[] argb, int[] out, int rowLength, Region region) {
        int[] table = table();
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            int from = y * rowLength + region.x();
            int to = from + region.width();
            switch (channel) {
                case RGB -> colour(argb, out, from, to, table);
                case RED -> single(argb, out, from, to, 16, table);
                case GREEN -> single(argb, out, from, to, 8, table);
                case BLUE -> single(argb, out, from, to, 0, table);
                case MAX -> largest(argb, out, from, to, table);
            }
        }
    }

    private static void colour(int[] argb, int[] out, int from, int to, int[] table) {
        for (int i = from; i < to; i++) {
            int p = argb[i];
            int red = table[p >> 16 & 0xff];
            int green = table[p >> 8 & 0xff];
            out[i] = OPAQUE | red << 16 | green << 8 | table[p & 0xff];
        }
    }

    private static void single(int[] argb, int[] out, int from, int to, int shift, int[] table) {
        for (int i = from; i < to; i++) {
            out[i] = OPAQUE | 0x010101 * table[argb[i] >> shift & 0xff];
        }
    }

    private static void largest(int[] argb, int[] out, int from, int to, int[] table) {
        for (int i = from; i < to; i++) {
            int p = argb[i];
            int max = Math.max(p >> 16 & 0xff, Math.max(p >> 8 & 0xff, p & 0xff));
            out[i] = OPAQUE | 0x010101 * table[max];
        }
    }
}
