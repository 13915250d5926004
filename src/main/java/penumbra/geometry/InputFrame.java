package penumbra.geometry;

/// The way between picture px and input px: a network sees the picture shrunk until its longer side
/// is the input's side. Corners coincide here; the margin that a letterbox adds around the picture
/// is left out, for it would move a grid by part of a cell and nothing else.
///
/// @param scale input px in one picture px
public record InputFrame(double scale) {

    /// @param side of the network's input, px
    public static InputFrame of(Size picture, double side) {
        return new InputFrame(side / Math.max(picture.width(), picture.height()));
    }

    public Point toInput(Point inPicture) {
        return inPicture.times(scale);
    }

    public double toInput(double pictureLength) {
        return pictureLength * scale;
    }

    public double toPicture(double inputLength) {
        return inputLength / scale;
    }
}
