package penumbra.data;

import penumbra.geometry.Region;

/// How the samples of a picture are shown: brighter, with more light in the shadows, or one channel
/// alone. For the eye only; no label and no measurement depends on it.
///
/// A sample v of 0 to 255 is stretched between the levels, `s = (v - black) / (white - black)`, and
/// shown as `255 * clamp(2^exposure * s, 0, 1)^(1 / gamma)`, rounded.
///
/// @param exposure stops; 1 doubles
/// @param gamma above 1 lifts the shadows
/// @param channel what is looked at
/// @param levels what is shown as black and as white at exposure 0
public record Display(double exposure, double gamma, Channel channel, Levels levels) {

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

    /// The samples that are shown as black and as white, 0 to 255.
    public record Levels(int black, int white) {

        public static final Levels ALL = new Levels(0, 255);

        /// @throws IllegalArgumentException if they are out of range or white is not above black
        public Levels {
            if (!(black >= 0 && black < white && white <= 255)) {
                throw new IllegalArgumentException(
                        "levels are 0 to 255, white above black: " + black + ", " + white);
            }
        }
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

    /// With all levels of the samples.
    public Display(double exposure, double gamma, Channel channel) {
        this(exposure, gamma, channel, Levels.ALL);
    }

    /// Some stops brighter, or darker when negative, within the range.
    public Display exposedBy(double stops) {
        double sum = Math.clamp(exposure + stops, -MOST_EXPOSURE, MOST_EXPOSURE);
        return withExposure(sum);
    }

    public Display withExposure(double newExposure) {
        return new Display(newExposure, gamma, channel, levels);
    }

    public Display withGamma(double newGamma) {
        return new Display(exposure, newGamma, channel, levels);
    }

    public Display withChannel(Channel newChannel) {
        return new Display(exposure, gamma, newChannel, levels);
    }

    public Display withLevels(Levels newLevels) {
        return new Display(exposure, gamma, channel, newLevels);
    }

    /// What each sample of 0 to 255 is shown as.
    public int[] table() {
        int[] table = new int[256];
        double gain = Math.pow(2, exposure) / (levels.white() - levels.black());
        for (int v = 0; v < 256; v++) {
            double light = Math.clamp(gain * (v - levels.black()), 0, 1);
            table[v] = (int) Math.round(255 * Math.pow(light, 1 / gamma));
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
