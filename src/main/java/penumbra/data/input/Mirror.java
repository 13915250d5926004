package penumbra.data.input;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;

/// A picture and its labels mirrored.
public enum Mirror {
    LEFT_RIGHT,
    UP_DOWN;

    public RgbImage apply(RgbImage image) {
        int width = image.width();
        int height = image.height();
        int[] rgb = new int[image.rgb().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int fromX = this == LEFT_RIGHT ? width - 1 - x : x;
                int fromY = this == UP_DOWN ? height - 1 - y : y;
                rgb[y * width + x] = image.rgb()[fromY * width + fromX];
            }
        }
        return new RgbImage(width, height, rgb);
    }

    /// The label in the mirrored picture.
    ///
    /// @param flip for each keypoint the one whose place it takes, for either direction
    /// @param size of the picture
    public InputLabel apply(InputLabel label, List<Integer> flip, Size size) {
        Box box = label.box();
        Box mirrored =
                this == LEFT_RIGHT
                        ? new Box(size.width() - box.right(), box.y(), box.width(), box.height())
                        : new Box(box.x(), size.height() - box.bottom(), box.width(), box.height());
        return new InputLabel(
                label.classIndex(),
                mirrored,
                keypoints(label.keypoints(), flip, size),
                keypoints(label.annotated(), flip, size),
                label.zoom());
    }

    private List<Keypoint> keypoints(List<Keypoint> before, List<Integer> flip, Size size) {
        return IntStream.range(0, before.size())
                .mapToObj(k -> keypoint(before.get(flip.get(k)), size))
                .toList();
    }

    private Keypoint keypoint(Keypoint keypoint, Size size) {
        Point at = keypoint.at();
        return new Keypoint(
                this == LEFT_RIGHT
                        ? new Point(size.width() - at.x(), at.y())
                        : new Point(at.x(), size.height() - at.y()),
                keypoint.visibility());
    }
}
