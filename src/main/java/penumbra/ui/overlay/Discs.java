package penumbra.ui.overlay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/// Fills discs by stamping small pictures of them, which takes a seventh of the time that shapes
/// take. The pictures are kept, one for each colour, radius and place within a pixel, both in
/// quarters of a pixel: a disc lies at most an eighth from where it belongs.
final class Discs {

    private static final int STEPS = 4;

    /// Larger ones are few, and filled as shapes.
    private static final double LARGEST = 8;

    private final Map<Stamp, Image> stamps = new HashMap<>();

    /// @param radius in steps
    /// @param right of the disc's middle from the left of its pixel, in steps
    /// @param down likewise
    private record Stamp(Color colour, int radius, int right, int down) {

        /// From the stamp's corner to the pixel of the disc's middle.
        int reach() {
            return Math.ceilDiv(radius, STEPS) + 1;
        }
    }

    /// @param pixelRatio device pixels in one screen px; where pixels are finer, shapes are
    void fill(GraphicsContext g, double pixelRatio, List<Disc> discs, Color colour) {
        g.setFill(colour);
        g.setImageSmoothing(false);
        for (Disc disc : discs) {
            double r = disc.radius();
            if (pixelRatio == 1 && r <= LARGEST) {
                stamp(g, disc, colour);
            } else {
                g.fillOval(disc.at().x() - r, disc.at().y() - r, 2 * r, 2 * r);
            }
        }
        g.setImageSmoothing(true);
    }

    private void stamp(GraphicsContext g, Disc disc, Color colour) {
        long x = Math.round(disc.at().x() * STEPS);
        long y = Math.round(disc.at().y() * STEPS);
        Stamp stamp =
                new Stamp(
                        colour,
                        (int) Math.round(disc.radius() * STEPS),
                        (int) Math.floorMod(x, (long) STEPS),
                        (int) Math.floorMod(y, (long) STEPS));
        g.drawImage(
                stamps.computeIfAbsent(stamp, Discs::image),
                Math.floorDiv(x, (long) STEPS) - stamp.reach(),
                Math.floorDiv(y, (long) STEPS) - stamp.reach());
    }

    /// A pixel is covered as far as the disc reaches beyond its middle.
    private static Image image(Stamp stamp) {
        int side = 2 * stamp.reach() + 1;
        double middleX = stamp.reach() + (double) stamp.right() / STEPS;
        double middleY = stamp.reach() + (double) stamp.down() / STEPS;
        int rgb =
                (int) Math.round(255 * stamp.colour().getRed()) << 16
                        | (int) Math.round(255 * stamp.colour().getGreen()) << 8
                        | (int) Math.round(255 * stamp.colour().getBlue());
        int[] argb = new int[side * side];
        for (int i = 0; i < argb.length; i++) {
            double away = Math.hypot(i % side + 0.5 - middleX, i / side + 0.5 - middleY);
            double cover = Math.clamp((double) stamp.radius() / STEPS + 0.5 - away, 0, 1);
            argb[i] = (int) Math.round(255 * cover * stamp.colour().getOpacity()) << 24 | rgb;
        }
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter()
                .setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), argb, 0, side);
        return image;
    }
}
