package penumbra.data.input;

/// Bilinear resizing as OpenCV's `INTER_LINEAR` does it for bytes: pixel centres at half
/// coordinates, no smoothing before shrinking, weights of 11 bits; exactly to the half it takes the
/// mean of four pixels.
final class Resize {

    private static final int WEIGHT_BITS = 11;
    private static final int ONE = 1 << WEIGHT_BITS;

    private Resize() {}

    static RgbImage to(RgbImage image, int width, int height) {
        if (width == image.width() && height == image.height()) {
            return image;
        }
        return 2 * width == image.width() && 2 * height == image.height()
                ? half(image, width, height)
                : bilinear(image, width, height);
    }

    private static RgbImage half(RgbImage image, int width, int height) {
        int[] from = image.rgb();
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int at = 2 * y * image.width() + 2 * x;
                int below = at + image.width();
                int pixel = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int sum =
                            (from[at] >> shift & 0xFF)
                                    + (from[at + 1] >> shift & 0xFF)
                                    + (from[below] >> shift & 0xFF)
                                    + (from[below + 1] >> shift & 0xFF);
                    pixel |= sum + 2 >> 2 << shift;
                }
                rgb[y * width + x] = pixel;
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /// Where a target coordinate lies between two source coordinates.
    ///
    /// @param low the lower one, before any border
    /// @param weight of the upper one, of [#ONE]
    /// @param rest weight of the lower one
    private record Place(int low, int weight, int rest) {

        static Place of(int target, int targets, int sources, boolean clamp) {
            double scale = 1 / ((double) targets / sources);
            float at = (float) ((target + 0.5) * scale - 0.5);
            int low = (int) Math.floor(at);
            float share = at - low;
            if (clamp && (low < 0 || low >= sources - 1)) {
                low = low < 0 ? 0 : sources - 1;
                share = 0;
            }
            return new Place(low, (int) Math.rint(share * ONE), (int) Math.rint((1 - share) * ONE));
        }
    }

    private static RgbImage bilinear(RgbImage image, int width, int height) {
        Place[] columns = new Place[width];
        for (int x = 0; x < width; x++) {
            columns[x] = Place.of(x, width, image.width(), true);
        }
        int[] upper = new int[3 * width];
        int[] lower = new int[3 * width];
        int[] rgb = new int[width * height];
        int upperRow = -1;
        int lowerRow = -1;
        for (int y = 0; y < height; y++) {
            Place place = Place.of(y, height, image.height(), false);
            int first = Math.clamp(place.low(), 0, image.height() - 1);
            int second = Math.clamp(place.low() + 1, 0, image.height() - 1);
            if (first != upperRow) {
                if (first == lowerRow) {
                    System.arraycopy(lower, 0, upper, 0, lower.length);
                } else {
                    row(image, first, columns, upper);
                }
                upperRow = first;
            }
            if (second != lowerRow) {
                row(image, second, columns, lower);
                lowerRow = second;
            }
            mix(upper, lower, place, rgb, y * width);
        }
        return new RgbImage(width, height, rgb);
    }

    /// A source row at the target's columns: three sums a pixel, times [#ONE].
    private static void row(RgbImage image, int y, Place[] columns, int[] sums) {
        int[] from = image.rgb();
        int start = y * image.width();
        for (int x = 0; x < columns.length; x++) {
            Place place = columns[x];
            int left = from[start + place.low()];
            int right = from[start + Math.min(place.low() + 1, image.width() - 1)];
            for (int c = 0; c < 3; c++) {
                sums[3 * x + c] =
                        (left >> 8 * c & 0xFF) * place.rest()
                                + (right >> 8 * c & 0xFF) * place.weight();
            }
        }
    }

    private static void mix(int[] upper, int[] lower, Place place, int[] rgb, int at) {
        for (int x = 0; x < upper.length / 3; x++) {
            int pixel = 0;
            for (int c = 0; c < 3; c++) {
                int sum =
                        (place.rest() * (upper[3 * x + c] >> 4) >> 16)
                                + (place.weight() * (lower[3 * x + c] >> 4) >> 16);
                pixel |= sum + 2 >> 2 << 8 * c;
            }
            rgb[at + x] = pixel;
        }
    }
}
