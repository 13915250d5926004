package penumbra.data.input;

import java.util.Arrays;
import java.util.List;
import penumbra.geometry.Size;

/// Pictures laid side by side on a grey canvas, as mosaic and letterbox place them. The canvas is
/// not built for a warp, which samples the pieces where they lie.
///
/// @param size of the canvas; what reaches beyond it is cut off
/// @param pieces none of which lies on another
public record Collage(Size size, List<Piece> pieces) {

    /// A picture of a collage.
    ///
    /// @param left column of the canvas where it begins, below 0 where it is cut off
    /// @param top row of the canvas where it begins
    public record Piece(RgbImage image, int left, int top) {}

    public Collage {
        pieces = List.copyOf(pieces);
    }

    /// One picture and nothing around it.
    public static Collage of(RgbImage image) {
        return new Collage(image.size(), List.of(new Piece(image, 0, 0)));
    }

    /// The canvas itself.
    public RgbImage canvas() {
        int[] rgb = new int[size.width() * size.height()];
        Arrays.fill(rgb, RgbImage.OUTSIDE);
        for (Piece piece : pieces) {
            int from = Math.max(0, piece.left());
            int to = Math.min(size.width(), piece.left() + piece.image().width());
            int bottom = Math.min(size.height(), piece.top() + piece.image().height());
            for (int y = Math.max(0, piece.top()); y < bottom && from < to; y++) {
                System.arraycopy(
                        piece.image().rgb(),
                        (y - piece.top()) * piece.image().width() + from - piece.left(),
                        rgb,
                        y * size.width() + from,
                        to - from);
            }
        }
        return new RgbImage(size.width(), size.height(), rgb);
    }
}
