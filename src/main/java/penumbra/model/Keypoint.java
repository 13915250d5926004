package penumbra.model;

import penumbra.geometry.Point;

/// One labelled point: picture px, sub-pixel, possibly outside the picture.
public record Keypoint(Point at, Visibility visibility) {

    /// A point without a position.
    public static final Keypoint UNLABELLED = new Keypoint(new Point(0, 0), Visibility.UNLABELLED);

    public static Keypoint visible(double x, double y) {
        return new Keypoint(new Point(x, y), Visibility.VISIBLE);
    }

    public boolean labelled() {
        return visibility.labelled();
    }
}
