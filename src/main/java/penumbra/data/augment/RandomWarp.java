package penumbra.data.augment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import penumbra.data.input.InputLabel;
import penumbra.data.input.PlaneWarp;
import penumbra.geometry.Homography;
import penumbra.geometry.Size;

/// A canvas turned, scaled, sheared, tilted and shifted into the network's input.
///
/// `M = T S R P C`: C moves the middle of the canvas to the origin; P has the perspective entries;
/// R turns counter-clockwise and scales; S shears; T moves the origin to its place in the input.
/// Draws, uniform and in this order: perspective x and y, angle, scale, shear x and y, place x and
/// y.
///
/// Source: Ultralytics 8.3.253, `RandomPerspective`. Departure: the perspective entries stay so
/// small that no part of the canvas is enlarged more than four times, which keeps the horizon out
/// of it.
///
/// @param strength how far each may go
/// @param side of the input
public record RandomWarp(Augmentation strength, int side) {

    private static final double MOST_TILT = 0.75;

    public Sample apply(Arrangement arrangement, RandomGenerator random) {
        PlaneWarp warp = draw(arrangement.collage().size(), random);
        PlaneWarp pixels = strength.aligned() ? warp.aligned() : warp;
        List<InputLabel> labels =
                arrangement.labels().stream().map(warp::apply).flatMap(Optional::stream).toList();
        return new Sample(pixels.apply(arrangement.collage()), labels, arrangement.origin());
    }

    PlaneWarp draw(Size canvas, RandomGenerator random) {
        double tilted =
                Math.min(
                        strength.perspective(),
                        MOST_TILT / Math.max(canvas.width(), canvas.height()));
        double px = within(tilted, random);
        double py = within(tilted, random);
        double angle = Math.toRadians(within(strength.degrees(), random));
        double scale = 1 + within(strength.scale(), random);
        double shearX = Math.tan(Math.toRadians(within(strength.shear(), random)));
        double shearY = Math.tan(Math.toRadians(within(strength.shear(), random)));
        double x = (0.5 + within(strength.translate(), random)) * side;
        double y = (0.5 + within(strength.translate(), random)) * side;
        double cos = scale * Math.cos(angle);
        double sin = scale * Math.sin(angle);
        double[] centre = {1, 0, -canvas.width() / 2.0, 0, 1, -canvas.height() / 2.0, 0, 0, 1};
        double[] tilt = {1, 0, 0, 0, 1, 0, px, py, 1};
        double[] turn = {cos, sin, 0, -sin, cos, 0, 0, 0, 1};
        double[] shear = {1, shearX, 0, shearY, 1, 0, 0, 0, 1};
        double[] place = {1, 0, x, 0, 1, y, 0, 0, 1};
        double[] matrix =
                Homography.product(
                        place,
                        Homography.product(
                                shear, Homography.product(turn, Homography.product(tilt, centre))));
        return new PlaneWarp(Arrays.stream(matrix).boxed().toList(), new Size(side, side), scale);
    }

    private static double within(double most, RandomGenerator random) {
        return most * (2 * random.nextDouble() - 1);
    }
}
