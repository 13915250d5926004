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

    /// For each sixth of the circle the shifts of the largest, the middle and the least channel.
    private static final int[][] PLACES = {
        {16, 8, 0}, {8, 16, 0}, {8, 0, 16}, {0, 8, 16}, {0, 16, 8}, {16, 0, 8}
    };

    public RgbImage apply(RgbImage image) {
        Table table = new Table();
        int[] from = image.rgb();
        int[] rgb = new int[from.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = table.shifted(from[i]);
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /// What becomes of each hue, saturation and value: as shares, the hue as its sixth's places and
    /// how far the middle channel is from the largest.
    private final class Table {
        final float[] saturations = new float[256];
        final float[] values = new float[256];
        final float[] ways = new float[HUES];
        final int[] largest = new int[HUES];
        final int[] middle = new int[HUES];
        final int[] least = new int[HUES];

        Table() {
            for (int i = 0; i < 256; i++) {
                int saturated = i == 0 ? 0 : (int) Math.clamp(i * (1 + saturation), 0, 255);
                saturations[i] = saturated * (1f / 255);
                values[i] = (int) Math.clamp(i * (1 + value), 0, 255) * (1f / 255);
            }
            for (int i = 0; i < HUES; i++) {
                double moved = (i + hue * HUES) % HUES;
                float turn = (int) (moved < 0 ? moved + HUES : moved) % HUES * (6f / HUES);
                int sixth = (int) turn;
                float rest = turn - sixth;
                ways[i] = sixth % 2 == 0 ? 1 - rest : rest;
                largest[i] = PLACES[sixth][0];
                middle[i] = PLACES[sixth][1];
                least[i] = PLACES[sixth][2];
            }
        }

        int shifted(int rgb) {
            int r = rgb >> 16 & 0xFF;
            int g = rgb >> 8 & 0xFF;
            int b = rgb & 0xFF;
            int brightest = Math.max(r, Math.max(g, b));
            int difference = brightest - Math.min(r, Math.min(g, b));
            int turn =
                    brightest == r
                            ? g - b
                            : brightest == g ? b - r + 2 * difference : r - g + 4 * difference;
            int h = turn * BY_DIFFERENCE[difference] + HALF >> BITS;
            h += h >> 31 & HUES;
            float s = saturations[difference * BY_VALUE[brightest] + HALF >> BITS];
            float v = values[brightest];
            return toByte(v) << largest[h]
                    | toByte(v * (1 - s * ways[h])) << middle[h]
                    | toByte(v * (1 - s)) << least[h];
        }
    }

    private static int toByte(float share) {
        return (int) (share * 255f);
    }

    private static int[] quotients(double dividend) {
        int[] quotients = new int[256];
        for (int i = 1; i < 256; i++) {
            quotients[i] = (int) Math.rint(dividend * (1 << BITS) / i);
        }
        return quotients;
    }
}
