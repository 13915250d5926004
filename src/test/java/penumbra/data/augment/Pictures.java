package penumbra.data.augment;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

/// Pictures whose light is where their labels say.
final class Pictures {

    static final Path ORIGIN = Path.of("picture.png");

    private Pictures() {}

    static RgbImage plain(int width, int height, int rgb) {
        int[] all = new int[width * height];
        Arrays.fill(all, rgb);
        return new RgbImage(width, height, all);
    }

    /// Round white spots of a standard deviation of 1.5 px on what is there.
    static RgbImage withSpots(RgbImage image, List<Point> spots) {
        int[] rgb = image.rgb().clone();
        for (int i = 0; i < rgb.length; i++) {
            Point centre = new Point(i % image.width() + 0.5, i / image.width() + 0.5);
            for (Point spot : spots) {
                double squares = Math.pow(centre.distance(spot), 2);
                int code = (int) Math.round(250 * Math.exp(-squares / 4.5));
                if (code > (rgb[i] & 0xFF)) {
                    rgb[i] = code * 0x10101;
                }
            }
        }
        return new RgbImage(image.width(), image.height(), rgb);
    }

    /// An upright plate with keypoints at the corners of its box.
    static InputLabel plate(int classIndex, double x, double y, double width, double height) {
        return new InputLabel(
                classIndex,
                new Box(x, y, width, height),
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x, y + height),
                        Keypoint.visible(x + width, y + height),
                        Keypoint.visible(x + width, y)));
    }

    static List<Point> points(List<InputLabel> labels) {
        return labels.stream()
                .flatMap(label -> label.keypoints().stream())
                .filter(Keypoint::labelled)
                .map(Keypoint::at)
                .toList();
    }

    /// The centre of the brightest pixel within 3 px of a place.
    static Point brightest(RgbImage image, Point near) {
        Point found = near;
        int most = -1;
        for (int y = (int) near.y() - 3; y <= near.y() + 3; y++) {
            for (int x = (int) near.x() - 3; x <= near.x() + 3; x++) {
                if (x >= 0 && y >= 0 && x < image.width() && y < image.height()) {
                    int pixel = image.rgb()[y * image.width() + x] & 0xFF;
                    Point centre = new Point(x + 0.5, y + 0.5);
                    boolean nearer = centre.distance(near) < found.distance(near);
                    if (pixel > most || pixel == most && nearer) {
                        most = pixel;
                        found = centre;
                    }
                }
            }
        }
        return found;
    }
}
