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

    /// 255 and 30 divided by each number, with twelve fractional bits; 0 by zero.
    private static final int[] BY_VALUE = quotients(255);

    private static final int[] BY_DIFFERENCE = quotients(HUES / 6.0);

    /// Numbers of a byte as shares of the whole.
    private static final float[] SHARE = shares();

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
        int[] from = image.rgb();
        int[] rgb = new int[from.length];
        for (int i = 0; i < rgb.length; i++) {
            int hsv = toHsv(from[i]);
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
        int s = diff * BY_VALUE[v] + HALF >> BITS;
        int turn = v == r ? g - b : v == g ? b - r + 2 * diff : r - g + 4 * diff;
        int h = turn * BY_DIFFERENCE[diff] + HALF >> BITS;
        return (h < 0 ? h + HUES : h) << 16 | s << 8 | v;
    }

    private static int toRgb(int hue, int saturation, int value) {
        float v = SHARE[value];
        float s = SHARE[saturation];
        float h = hue * (6f / HUES);
        int sector = (int) h;
        h -= sector;
        int most = toByte(v);
        int least = toByte(v * (1 - s));
        int falling = toByte(v * (1 - s * h));
        int rising = toByte(v * (1 - s * (1 - h)));
        return switch (sector) {
            case 1 -> falling << 16 | most << 8 | least;
            case 2 -> least << 16 | most << 8 | rising;
            case 3 -> least << 16 | falling << 8 | most;
            case 4 -> rising << 16 | least << 8 | most;
            case 5 -> most << 16 | least << 8 | falling;
            // The first sixth; the end of the circle is its beginning.
            default -> most << 16 | rising << 8 | least;
        };
    }

    private static int toByte(float share) {
        return Math.clamp((int) (share * 255f), 0, 255);
    }

    private static int[] quotients(double dividend) {
        int[] quotients = new int[256];
        for (int i = 1; i < 256; i++) {
            quotients[i] = (int) Math.rint(dividend * (1 << BITS) / i);
        }
        return quotients;
    }

    private static float[] shares() {
        float[] shares = new float[256];
        for (int i = 0; i < 256; i++) {
            shares[i] = i * (1f / 255);
        }
        return shares;
    }
}
