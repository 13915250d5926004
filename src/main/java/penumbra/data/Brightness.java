package penumbra.data;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import penumbra.geometry.Point;

/// How much light a picture holds: of each pixel the largest of R, G and B in linear light, as a
/// share of white. The largest, so that a blue bar counts as much as a red one.
///
/// Samples are taken for sRGB (IEC 61966-2-1), whatever the camera's curve was.
public final class Brightness {

    /// Around a bar means within this share of its length of it, and [#LEAST] px or more.
    static final double AROUND = 0.25;

    static final double LEAST = 2;

    private static final int CODES = 256;

    private final DecodedImage picture;
    private final double[] linear = new double[CODES];

    public Brightness(DecodedImage picture) {
        this.picture = picture;
        Arrays.setAll(linear, code -> linear(code / (CODES - 1.0)));
    }

    private static double linear(double share) {
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /// A light bar between its two ends, picture px.
    public record Bar(Point from, Point to) {

        private double distance(Point p) {
            Point along = to.minus(from);
            double length = along.dot(along);
            double at = length > 0 ? Math.clamp(p.minus(from).dot(along) / length, 0, 1) : 0;
            return p.distance(from.plus(along.times(at)));
        }

        private boolean isAround(Point p) {
            return distance(p) <= around();
        }

        private double around() {
            return Math.max(LEAST, AROUND * from.distance(to));
        }
    }

    /// The mean over the whole picture: its exposure.
    public double mean() {
        int[] counts = new int[CODES];
        for (int argb : picture.argb()) {
            counts[code(argb)]++;
        }
        double sum = 0;
        for (int code = 0; code < CODES; code++) {
            sum += counts[code] * linear[code];
        }
        return sum / picture.argb().length;
    }

    /// The median of the pixels whose middle lies around the bars; of an even number of pixels the
    /// mean of the two in the middle. Empty where no pixel does.
    public OptionalDouble median(List<Bar> bars) {
        int[] counts = new int[CODES];
        for (int i = 0; i < bars.size(); i++) {
            count(bars.get(i), bars.subList(0, i), counts);
        }
        int all = Arrays.stream(counts).sum();
        return all == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((ranked(counts, (all - 1) / 2) + ranked(counts, all / 2)) / 2);
    }

    /// Counts the pixels around a bar that are around none of those before it.
    private void count(Bar bar, List<Bar> before, int[] counts) {
        int width = picture.size().width();
        int height = picture.size().height();
        double around = bar.around();
        int left = bound(Math.min(bar.from().x(), bar.to().x()) - around, width);
        int right = bound(Math.max(bar.from().x(), bar.to().x()) + around + 1, width);
        int top = bound(Math.min(bar.from().y(), bar.to().y()) - around, height);
        int bottom = bound(Math.max(bar.from().y(), bar.to().y()) + around + 1, height);
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                Point middle = new Point(x + 0.5, y + 0.5);
                if (bar.isAround(middle) && before.stream().noneMatch(b -> b.isAround(middle))) {
                    counts[code(picture.argb()[y * width + x])]++;
                }
            }
        }
    }

    private static int bound(double at, int most) {
        return (int) Math.clamp(Math.floor(at), 0, most);
    }

    private double ranked(int[] counts, int rank) {
        int code = 0;
        for (int passed = counts[0]; passed <= rank; passed += counts[code]) {
            code++;
        }
        return linear[code];
    }

    private static int code(int argb) {
        return Math.max(argb >> 16 & 0xff, Math.max(argb >> 8 & 0xff, argb & 0xff));
    }
}
