package penumbra.data.augment;

import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Visibility;

/// A plate to be cut out of its picture, with its surroundings.
///
/// @param image the whole picture
/// @param label px of the picture
public record PlateCut(RgbImage image, InputLabel label) {

    /// Whether a label can be cut out: all its keypoints are seen, it lies in its picture with all
    /// of its halo, and no other label's box reaches into that.
    ///
    /// @param all labels of the picture, with this one
    public static boolean isPossible(InputLabel label, List<InputLabel> all, Size picture) {
        Box halo = Surroundings.of(label).halo();
        return label.keypoints().stream().allMatch(k -> k.visibility() == Visibility.VISIBLE)
                && label.box().area() > 0
                && isWithin(halo, picture)
                && all.stream()
                        .filter(other -> other != label)
                        .allMatch(other -> other.box().intersection(halo).isEmpty());
    }

    static boolean isWithin(Box box, Size picture) {
        return box.x() >= 0
                && box.y() >= 0
                && box.right() <= picture.width()
                && box.bottom() <= picture.height();
    }
}
