package penumbra.data.match;

import penumbra.geometry.Region;

/// A piece of a picture to be found in another one by normalised cross-correlation: `sum of (t -
/// mean t)(v - mean v)`, divided by the norms of both factors; from -1 to 1, and the same however
/// the light changes by a factor and an offset.
///
/// Source: J. P. Lewis, *Fast Normalized Cross-Correlation*, 1995, equation 2. Departure: computed
/// directly, since the patches are small.
final class Patch {

    private final Region region;
    private final int stride;
    private final float[] values;

    private Patch(Region region, int stride, float[] values) {
        this.region = region;
        this.stride = stride;
        this.values = values;
    }

    /// @param region the piece
    /// @param stride every how many-th pixel across and down is looked at
    static Patch of(Brightness picture, Region region, int stride) {
        float[] values = new float[steps(region.width(), stride) * steps(region.height(), stride)];
        int n = 0;
        double sum = 0;
        for (int y = 0; y < region.height(); y += stride) {
            for (int x = 0; x < region.width(); x += stride) {
                values[n] = picture.at(region.x() + x, region.y() + y);
                sum += values[n++];
            }
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            values[i] -= (float) (sum / n);
            squares += values[i] * values[i];
        }
        for (int i = 0; i < n && squares > 0; i++) {
            values[i] /= (float) Math.sqrt(squares);
        }
        return new Patch(region, stride, values);
    }

    /// The correlation with another picture where the patch is shifted by whole pixels.
    ///
    /// @return -1 where the patch would leave the picture, 0 where patch or picture is even
    double correlation(Brightness picture, int dx, int dy) {
        int left = region.x() + dx;
        int top = region.y() + dy;
        if (left < 0
                || top < 0
                || left + region.width() > picture.size().width()
                || top + region.height() > picture.size().height()) {
            return -1;
        }
        double dot = 0;
        double sum = 0;
        double squares = 0;
        int n = 0;
        for (int y = 0; y < region.height(); y += stride) {
            int row = (top + y) * picture.size().width() + left;
            for (int x = 0; x < region.width(); x += stride) {
                float v = picture.values()[row + x];
                dot += values[n++] * v;
                sum += v;
                squares += v * v;
            }
        }
        double variance = squares - sum * sum / n;
        return variance > 0 ? dot / Math.sqrt(variance) : 0;
    }

    private static int steps(int length, int stride) {
        return (length + stride - 1) / stride;
    }
}
