package penumbra.snap;

import java.util.Arrays;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// Linear light of one colour in a rectangle of whole pixels of a picture.
///
/// @param colour of the light
/// @param left first column in the picture
/// @param top first row in the picture
/// @param argb its pixels, rows from the top
/// @param light the same in linear light of the colour
/// @param background light where nothing glows: the 20th percentile
/// @param noise standard deviation of the background's light, from its 10th and 30th percentile
record LightPatch(
        PlateColour colour,
        int left,
        int top,
        int width,
        int height,
        int[] argb,
        float[] light,
        float background,
        float noise) {

    /// A channel that reads more may be saturated, or be mixed with neighbours that are.
    static final float CLIPPED = 0.9f;

    private static final float LEAST_NOISE = 0.0006f;

    /// Distance of the 10th from the 30th percentile of a normal distribution.
    private static final float NORMAL_SPREAD = 0.757f;

    /// The part of the box that lies in the picture; of no pixels when none does.
    static LightPatch of(DecodedImage picture, PlateColour colour, Box box) {
        int pictureWidth = picture.size().width();
        int left = (int) Math.clamp(Math.floor(box.x()), 0, pictureWidth);
        int top = (int) Math.clamp(Math.floor(box.y()), 0, picture.size().height());
        int right = (int) Math.clamp(Math.ceil(box.right()), left, pictureWidth);
        int bottom = (int) Math.clamp(Math.ceil(box.bottom()), top, picture.size().height());
        int[] argb = new int[(right - left) * (bottom - top)];
        float[] light = new float[argb.length];
        int i = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                argb[i] = picture.argb()[y * pictureWidth + x];
                light[i] = colour.light(argb[i]);
                i++;
            }
        }
        float[] sorted = light.clone();
        Arrays.sort(sorted);
        float spread = percentile(sorted, 0.3) - percentile(sorted, 0.1);
        return new LightPatch(
                colour,
                left,
                top,
                right - left,
                bottom - top,
                argb,
                light,
                percentile(sorted, 0.2),
                Math.max(LEAST_NOISE, spread / NORMAL_SPREAD));
    }

    private static float percentile(float[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) (share * (sorted.length - 1))];
    }

    /// Centre of a pixel, picture px.
    Point centre(int index) {
        return new Point(left + index % width + 0.5, top + index / width + 0.5);
    }

    /// Index of the pixel at a place, -1 outside.
    int index(Point at) {
        int x = (int) Math.floor(at.x()) - left;
        int y = (int) Math.floor(at.y()) - top;
        return x < 0 || y < 0 || x >= width || y >= height ? -1 : y * width + x;
    }

    /// Light at a place, linear between the centres of pixels; the background outside.
    double at(Point place) {
        double x = place.x() - left - 0.5;
        double y = place.y() - top - 0.5;
        int column = (int) Math.floor(x);
        int row = (int) Math.floor(y);
        double right = x - column;
        double down = y - row;
        return (1 - down) * ((1 - right) * at(column, row) + right * at(column + 1, row))
                + down * ((1 - right) * at(column, row + 1) + right * at(column + 1, row + 1));
    }

    private double at(int column, int row) {
        return column < 0 || row < 0 || column >= width || row >= height
                ? background
                : light[row * width + column];
    }

    /// Whether a channel of the pixel may be saturated, be it one that this light is made of or one
    /// that colour correction mixed into it.
    boolean isClipped(int index) {
        return PlateColour.ANY.light(argb[index]) >= CLIPPED;
    }

    /// Whether a pixel in the square of that reach around this one may be saturated.
    boolean nearClipped(int index, int reach) {
        int x = index % width;
        int y = index / width;
        int right = Math.min(width - 1, x + reach);
        int bottom = Math.min(height - 1, y + reach);
        for (int row = Math.max(0, y - reach); row <= bottom; row++) {
            for (int column = Math.max(0, x - reach); column <= right; column++) {
                if (isClipped(row * width + column)) {
                    return true;
                }
            }
        }
        return false;
    }
}
