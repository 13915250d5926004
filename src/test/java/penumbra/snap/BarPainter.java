package penumbra.snap;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import penumbra.data.DecodedImage;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// Paints light bars by adding up small Gaussian spots, in linear light; no code in common with
/// what is tested.
final class BarPainter {

    static final double[] BLUE = {0.1, 0.6, 1};
    static final double[] RED = {1, 0.04, 0.04};
    static final double[] GREY = {1, 1, 1};

    /// Spots to a px along and across.
    private static final int SPOTS = 8;

    private final Size size;
    private final double[][] planes;
    private double blur = 1.3;
    private Point motion = new Point(0, 0);

    BarPainter(int width, int height) {
        size = new Size(width, height);
        planes = new double[3][width * height];
    }

    /// Standard deviation of the point spread of what follows, px.
    BarPainter blur(double sigma) {
        blur = sigma;
        return this;
    }

    /// Way of the camera during the exposure of what follows, px.
    BarPainter motion(double x, double y) {
        motion = new Point(x, y);
        return this;
    }

    /// A bar that fades to a tenth of its brightness towards the ends, as most lamps do.
    BarPainter bar(Point from, Point to, double width, double light, double[] colour) {
        return bar(from, to, width, light, colour, s -> 1 - 0.9 * s * s);
    }

    /// @param light of the emitter, 1 where a channel saturates
    /// @param profile brightness from -1 (first end) to 1
    BarPainter bar(
            Point from,
            Point to,
            double width,
            double light,
            double[] colour,
            DoubleUnaryOperator profile) {
        double length = from.distance(to);
        Point along = to.minus(from).times(1 / length);
        Point across = new Point(-along.y(), along.x());
        int n = (int) Math.ceil(SPOTS * length);
        int m = (int) Math.ceil(SPOTS * width);
        int k = motion.norm() > 0 ? (int) Math.ceil(4 * motion.norm()) : 1;
        for (int i = 0; i < n; i++) {
            double share = (i + 0.5) / n;
            double weight =
                    light * profile.applyAsDouble(2 * share - 1) * length * width / (n * m * k);
            for (int j = 0; j < m; j++) {
                Point at =
                        from.plus(along.times(share * length))
                                .plus(across.times(((j + 0.5) / m - 0.5) * width));
                for (int s = 0; s < k; s++) {
                    spot(at.plus(motion.times((s + 0.5) / k - 0.5)), weight, colour);
                }
            }
        }
        return this;
    }

    private void spot(Point at, double weight, double[] colour) {
        int reach = (int) Math.ceil(5 * blur);
        int column = (int) Math.floor(at.x());
        int row = (int) Math.floor(at.y());
        double norm = weight / (2 * Math.PI * blur * blur);
        for (int y = Math.max(0, row - reach); y <= Math.min(size.height() - 1, row + reach); y++) {
            double dy = (y + 0.5 - at.y()) / blur;
            int left = Math.max(0, column - reach);
            int right = Math.min(size.width() - 1, column + reach);
            for (int x = left; x <= right; x++) {
                double dx = (x + 0.5 - at.x()) / blur;
                double value = norm * Math.exp(-0.5 * (dx * dx + dy * dy));
                for (int c = 0; c < 3; c++) {
                    planes[c][y * size.width() + x] += value * colour[c];
                }
            }
        }
    }

    /// The picture with a dim background, a little noise, saturation and the sRGB curve.
    DecodedImage picture(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] argb = new int[size.width() * size.height()];
        for (int i = 0; i < argb.length; i++) {
            int pixel = 0xff;
            for (int c = 0; c < 3; c++) {
                double light = planes[c][i] + 0.01;
                double noise = Math.sqrt(0.001 * 0.001 + 0.0008 * light) * random.nextGaussian();
                pixel = pixel << 8 | code(light + noise);
            }
            argb[i] = pixel;
        }
        return new DecodedImage(size, argb, true);
    }

    private static int code(double light) {
        double l = Math.clamp(light, 0, 1);
        double v = l <= 0.0031308 ? 12.92 * l : 1.055 * Math.pow(l, 1 / 2.4) - 0.055;
        return (int) Math.round(255 * v);
    }
}
