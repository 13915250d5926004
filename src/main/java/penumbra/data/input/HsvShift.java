package penumbra.data.input;

/// Hue, saturation and brightness changed as OpenCV's bytes have them: hue in steps of two degrees,
/// 0 to 179, the others 0 to 255.
///
/// The way back cuts to whole numbers, as OpenCV's vector code does; the columns that do not fill
/// its last vector (none of 32, a multiple of which networks take) it rounds, which is left out
/// here.
///
/// Hue is moved round the circle, the others are multiplied and cut at 255; results are cut to
/// whole numbers. What has no saturation keeps none.
///
/// @param hue part of the circle that it is moved by
/// @param saturation factor - 1
/// @param value factor - 1 of the brightness
public record HsvShift(double hue, double saturation, double value) {

    private static final int HUES = 180;
    private static final int BITS = 12;
    private static final int HALF = 1 << BITS - 1;

    /// For each sixth of the circle which of the four candidates blue, green and red are.
    private static final int[][] SECTORS = {
        {1, 3, 0}, {1, 0, 2}, {3, 0, 1}, {0, 2, 1}, {0, 1, 3}, {2, 1, 0}
    };

    public RgbImage apply(RgbImage image) {
        int[] hues = new int[256];
        int[] saturations = new int[256];
        int[] values = new int[256];
        for (int i = 0; i < 256; i++) {
            double moved = (i + hue * HUES) % HUES;
            hues[i] = (int) (moved < 0 ? moved + HUES : moved);
            saturations[i] = i == 0 ? 0 : (int) Math.clamp(i * (1 + saturation), 0, 255);
            values[i] = (int) Math.clamp(i * (1 + value), 0, 255);
        }
        int[] rgb = new int[image.rgb().length];
        for (int i = 0; i < rgb.length; i++) {
            int hsv = toHsv(image.rgb()[i]);
            rgb[i] =
                    toRgb(hues[hsv >> 16 & 0xFF], saturations[hsv >> 8 & 0xFF], values[hsv & 0xFF]);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    private static int toHsv(int rgb) {
        int r = rgb >> 16 & 0xFF;
        int g = rgb >> 8 & 0xFF;
        int b = rgb & 0xFF;
        int v = Math.max(r, Math.max(g, b));
        int diff = v - Math.min(r, Math.min(g, b));
        int byValue = v == 0 ? 0 : (int) Math.rint((255 << BITS) / (double) v);
        int byDiff = diff == 0 ? 0 : (int) Math.rint((HUES << BITS) / (6.0 * diff));
        int s = diff * byValue + HALF >> BITS;
        int turn = v == r ? g - b : v == g ? b - r + 2 * diff : r - g + 4 * diff;
        int h = turn * byDiff + HALF >> BITS;
        return (h < 0 ? h + HUES : h) << 16 | s << 8 | v;
    }

    private static int toRgb(int hue, int saturation, int value) {
        float s = saturation * (1f / 255);
        float v = value * (1f / 255);
        float h = hue * (6f / HUES);
        int sector = (int) h;
        h -= sector;
        if (sector >= SECTORS.length) {
            sector = 0;
            h = 0;
        }
        float[] candidates = {v, v * (1 - s), v * (1 - s * h), v * (1 - s * (1 - h))};
        int[] which = SECTORS[sector];
        return toByte(candidates[which[2]]) << 16
                | toByte(candidates[which[1]]) << 8
                | toByte(candidates[which[0]]);
    }

    private static int toByte(float share) {
        return Math.clamp((int) (share * 255f), 0, 255);
    }
}
