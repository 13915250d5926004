package penumbra.data.input;

import java.util.Arrays;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

/// A picture fitted into the network's input: resized with its proportions kept, grey around it.
///
/// @param picture size before
/// @param inner size of the picture within the input
/// @param input size of the input
/// @param left columns of grey left of it
/// @param top rows of grey above it
public record Letterbox(Size picture, Size inner, Size input, int left, int top) {

    /// Rounding of a half is decided by less than the padding can differ by.
    private static final double NUDGE = 0.1;

    /// Fits a picture into exactly that input.
    ///
    /// @param enlarge whether a smaller picture is enlarged
    public static Letterbox into(Size picture, Size input, boolean enlarge) {
        Size inner = inner(picture, input, enlarge);
        return padded(
                picture, inner, input.width() - inner.width(), input.height() - inner.height());
    }

    /// Fits a picture into a square of that side and leaves out grey beyond the next multiple of
    /// `grain`, as the reference predicts.
    public static Letterbox predicting(Size picture, int side, int grain) {
        Size inner = inner(picture, new Size(side, side), true);
        return padded(
                picture, inner, (side - inner.width()) % grain, (side - inner.height()) % grain);
    }

    /// The same with the picture in the upper left corner: all grey is right of it and below.
    public Letterbox atCorner() {
        return new Letterbox(picture, inner, input, 0, 0);
    }

    private static Size inner(Size picture, Size input, boolean enlarge) {
        double scale =
                Math.min(
                        (double) input.height() / picture.height(),
                        (double) input.width() / picture.width());
        if (!enlarge) {
            scale = Math.min(scale, 1);
        }
        return new Size(
                Math.max(1, (int) Math.rint(picture.width() * scale)),
                Math.max(1, (int) Math.rint(picture.height() * scale)));
    }

    private static Letterbox padded(Size picture, Size inner, int columns, int rows) {
        return new Letterbox(
                picture,
                inner,
                new Size(inner.width() + columns, inner.height() + rows),
                (int) Math.rint(columns / 2.0 - NUDGE),
                (int) Math.rint(rows / 2.0 - NUDGE));
    }

    /// @throws IllegalArgumentException if the image has another size than the picture
    public RgbImage apply(RgbImage image) {
        if (image.width() != picture.width() || image.height() != picture.height()) {
            throw new IllegalArgumentException(
                    image.width() + "x" + image.height() + " for a picture of " + picture);
        }
        RgbImage resized = Resize.to(image, inner.width(), inner.height());
        int[] rgb = new int[input.width() * input.height()];
        Arrays.fill(rgb, RgbImage.OUTSIDE);
        for (int y = 0; y < inner.height(); y++) {
            System.arraycopy(
                    resized.rgb(),
                    y * inner.width(),
                    rgb,
                    (y + top) * input.width() + left,
                    inner.width());
        }
        return new RgbImage(input.width(), input.height(), rgb);
    }

    /// Picture px for input px.
    private double gain() {
        return Math.min(
                (double) input.height() / picture.height(),
                (double) input.width() / picture.width());
    }

    /// From picture px to input px.
    public Point toInput(Point p) {
        return new Point(
                p.x() * inner.width() / picture.width() + left,
                p.y() * inner.height() / picture.height() + top);
    }

    /// From input px to picture px, as the reference carries keypoints back: with the padding not
    /// rounded, so that with an odd padding they lie half an input px from where [#toInput] had
    /// them.
    public Point toPicture(Point p) {
        double gain = gain();
        return new Point(
                (p.x() - (input.width() - picture.width() * gain) / 2) / gain,
                (p.y() - (input.height() - picture.height() * gain) / 2) / gain);
    }

    /// From input px to picture px, clipped to the picture.
    public Box toPicture(Box box) {
        double gain = gain();
        double padX = Math.rint((input.width() - picture.width() * gain) / 2 - NUDGE);
        double padY = Math.rint((input.height() - picture.height() * gain) / 2 - NUDGE);
        double x1 = Math.clamp((box.x() - padX) / gain, 0, picture.width());
        double y1 = Math.clamp((box.y() - padY) / gain, 0, picture.height());
        double x2 = Math.clamp((box.right() - padX) / gain, 0, picture.width());
        double y2 = Math.clamp((box.bottom() - padY) / gain, 0, picture.height());
        return new Box(x1, y1, x2 - x1, y2 - y1);
    }
}
