package penumbra.data.input;

import penumbra.geometry.Size;

/// The size that a picture is loaded at for training and validation: its long side as the network's
/// input, the other one in proportion and rounded up.
///
/// @param size width and height after
public record LoadedSize(Size size) {

    public static LoadedSize of(Size picture, int side) {
        double scale = (double) side / Math.max(picture.width(), picture.height());
        return new LoadedSize(
                scale == 1
                        ? picture
                        : new Size(
                                Math.min((int) Math.ceil(picture.width() * scale), side),
                                Math.min((int) Math.ceil(picture.height() * scale), side)));
    }

    public RgbImage apply(RgbImage image) {
        return Resize.to(image, size.width(), size.height());
    }
}
