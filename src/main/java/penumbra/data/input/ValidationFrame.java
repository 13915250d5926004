package penumbra.data.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// How a picture becomes a network's input when it is validated: loaded with its long side as the
/// input's, then letterboxed without enlarging. Frames: picture px and input px, carried there and
/// back by the same numbers.
///
/// @param picture size
/// @param loaded size in between
public record ValidationFrame(Size picture, LoadedSize loaded, Letterbox letterbox) {

    private static final int GRAIN = 32;

    /// Half a grain of grey more than needed, as the reference pads.
    private static final double PADDING = 0.5;

    public static ValidationFrame of(Size picture, int side, Size input) {
        LoadedSize loaded = LoadedSize.of(picture, side);
        return new ValidationFrame(picture, loaded, Letterbox.into(loaded.size(), input, false));
    }

    /// The input of each picture: pictures are grouped by aspect ratio, and the inputs of a group
    /// are as small as they can be together, with half a grain of 32 px around.
    ///
    /// @param group pictures in a group
    /// @return in the order of the pictures
    public static List<Size> inputs(List<Size> pictures, int side, int group) {
        Size[] inputs = new Size[pictures.size()];
        List<Integer> order =
                IntStream.range(0, inputs.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(p -> ratio(pictures.get(p))))
                        .toList();
        for (int from = 0; from < inputs.length; from += group) {
            List<Integer> members = order.subList(from, Math.min(from + group, inputs.length));
            double least = ratio(pictures.get(members.getFirst()));
            double most = ratio(pictures.get(members.getLast()));
            Size input =
                    new Size(
                            padded(least > 1 ? 1 / least : 1, side),
                            padded(most < 1 ? most : 1, side));
            members.forEach(p -> inputs[p] = input);
        }
        return new ArrayList<>(Arrays.asList(inputs));
    }

    private static double ratio(Size size) {
        return (double) size.height() / size.width();
    }

    private static int padded(double share, int side) {
        return (int) Math.ceil(share * side / GRAIN + PADDING) * GRAIN;
    }

    public RgbImage apply(RgbImage image) {
        return letterbox.apply(loaded.apply(image));
    }

    /// Input px of a picture px along x.
    public double gainX() {
        return (double) letterbox.inner().width() / picture.width();
    }

    /// Input px of a picture px along y.
    public double gainY() {
        return (double) letterbox.inner().height() / picture.height();
    }

    public Point toInput(Point p) {
        return new Point(p.x() * gainX() + letterbox.left(), p.y() * gainY() + letterbox.top());
    }

    public Box toInput(Box box) {
        return new Box(
                box.x() * gainX() + letterbox.left(),
                box.y() * gainY() + letterbox.top(),
                box.width() * gainX(),
                box.height() * gainY());
    }

    public Point toPicture(Point p) {
        return new Point((p.x() - letterbox.left()) / gainX(), (p.y() - letterbox.top()) / gainY());
    }

    /// Not clipped.
    public Box toPicture(Box box) {
        return new Box(
                (box.x() - letterbox.left()) / gainX(),
                (box.y() - letterbox.top()) / gainY(),
                box.width() / gainX(),
                box.height() / gainY());
    }
}
