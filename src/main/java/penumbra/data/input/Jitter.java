package penumbra.data.input;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// A picture shown a little larger or smaller and a little aside: what a network says of it should
/// move along and nothing else.
///
/// `p' = scale (p - c) + c + shift`, c the middle of the picture; picture px.
///
/// @param scale about the middle
/// @param shift picture px
/// @param size of the picture, which stays
public record Jitter(double scale, Point shift, Size size) {

    /// Scales lie between 1 / (1 + this) and 1 + this.
    private static final double MOST_SCALE = 0.1;

    /// The first so many of a sequence of jitters that fills the square of shifts and the range of
    /// scales evenly, however many are taken: the Halton sequence in the bases 2, 3 and 5.
    ///
    /// @param stride side of a cell of the network, picture px; shifts go half of it either way
    public static List<Jitter> some(int count, double stride, Size size) {
        List<Jitter> jitters = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            double exponent = 2 * radicalInverse(i, 5) - 1;
            Point shift =
                    new Point(radicalInverse(i, 2) - 0.5, radicalInverse(i, 3) - 0.5).times(stride);
            jitters.add(new Jitter(Math.pow(1 + MOST_SCALE, exponent), shift, size));
        }
        return jitters;
    }

    /// The digits of a number in a base, mirrored behind the point: 0 to 1.
    static double radicalInverse(int number, int base) {
        double value = 0;
        double digit = 1.0 / base;
        for (int rest = number; rest > 0; rest /= base, digit /= base) {
            value += rest % base * digit;
        }
        return value;
    }

    /// The picture as it is shown; grey where it ends.
    public RgbImage apply(RgbImage picture) {
        // The warp counts from the middles of the pixels, points from the corner of the first.
        double x = offset(size.width(), shift.x());
        double y = offset(size.height(), shift.y());
        double[] matrix = {scale, 0, x, 0, scale, y, 0, 0, 1};
        return Warp.apply(Collage.of(picture), matrix, size.width(), size.height());
    }

    private double offset(int side, double by) {
        return scale * 0.5 - scale * side / 2 + side / 2.0 + by - 0.5;
    }

    /// From the picture as it is shown back to the picture.
    public Point toPicture(Point shown) {
        Point middle = new Point(size.width() / 2.0, size.height() / 2.0);
        return shown.minus(shift).minus(middle).times(1 / scale).plus(middle);
    }
}
