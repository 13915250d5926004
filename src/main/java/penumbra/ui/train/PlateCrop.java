package penumbra.ui.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.run.PlateResult;

/// The part of a picture around a plate.
///
/// @param left edge, picture px
/// @param top edge, picture px
/// @param side of the square, picture px
record PlateCrop(int left, int top, int side) {

    private static final double ROOM = 1.9;
    private static final int LEAST = 24;

    /// Around label and prediction; of a prediction far away only the label counts.
    static PlateCrop of(PlateResult plate) {
        Box label = Box.hull(plate.label()).orElseThrow();
        double reach = Math.max(label.width(), label.height());
        List<Point> points = new ArrayList<>(plate.label());
        Point middle = new Point(label.centreX(), label.centreY());
        plate.seen()
                .ifPresent(f ->
                        f.stream()
                                .filter(p -> p.distance(middle) < 2 * reach)
                                .forEach(points::add));
        Box all = Box.hull(points).orElseThrow();
        int side = Math.max(LEAST, (int) Math.ceil(ROOM * Math.max(all.width(), all.height())));
        return new PlateCrop(
                (int) Math.floor(all.centreX() - side / 2.0),
                (int) Math.floor(all.centreY() - side / 2.0),
                side);
    }

    /// The pixels, with nothing where the picture ends.
    WritableImage of(DecodedImage picture) {
        WritableImage part = new WritableImage(side, side);
        int width = picture.size().width();
        int fromX = Math.max(0, left);
        int fromY = Math.max(0, top);
        int toX = Math.min(width, left + side);
        int toY = Math.min(picture.size().height(), top + side);
        if (fromX < toX && fromY < toY) {
            part.getPixelWriter()
                    .setPixels(
                            fromX - left,
                            fromY - top,
                            toX - fromX,
                            toY - fromY,
                            PixelFormat.getIntArgbInstance(),
                            picture.argb(),
                            fromY * width + fromX,
                            width);
        }
        return part;
    }

    /// Where a place of the picture lies in the part when that is drawn so large.
    Point onto(Point inPicture, double drawn) {
        double scale = drawn / side;
        return new Point((inPicture.x() - left) * scale, (inPicture.y() - top) * scale);
    }

    /// Whether there is anything of the picture in it.
    Optional<PlateCrop> within(DecodedImage picture) {
        boolean inside =
                left < picture.size().width()
                        && top < picture.size().height()
                        && left + side > 0
                        && top + side > 0;
        return inside ? Optional.of(this) : Optional.empty();
    }
}
