package penumbra.format;

import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Visibility of points in formats that do not state it.
public final class PictureBorder {

    private PictureBorder() {}

    /// A labelled point, picture px: visible in the picture (its border included), occluded beyond
    /// it, because what lies outside cannot be seen. It stays labelled and is never moved.
    public static Keypoint keypoint(Point at, Size size) {
        return new Keypoint(at, size.contains(at) ? Visibility.VISIBLE : Visibility.OCCLUDED);
    }
}
