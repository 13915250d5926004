package penumbra.geometry;

import java.util.Optional;

/// A rectangle of whole pixels: columns `x` to `x + width - 1`, rows `y` to `y + height - 1`.
public record Region(int x, int y, int width, int height) {

    /// @throws IllegalArgumentException if a side is not positive or a corner negative
    public Region {
        if (x < 0 || y < 0 || width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "a region needs positive sides: "
                            + x
                            + ", "
                            + y
                            + ", "
                            + width
                            + " x "
                            + height);
        }
    }

    public static Region all(Size picture) {
        return new Region(0, 0, picture.width(), picture.height());
    }

    /// The pixels of a picture that a box touches; empty when it touches none.
    public static Optional<Region> touching(Box box, Size picture) {
        int left = (int) Math.clamp(Math.floor(box.x()), 0, picture.width());
        int top = (int) Math.clamp(Math.floor(box.y()), 0, picture.height());
        int right = (int) Math.clamp(Math.ceil(box.right()), 0, picture.width());
        int bottom = (int) Math.clamp(Math.ceil(box.bottom()), 0, picture.height());
        return left < right && top < bottom
                ? Optional.of(new Region(left, top, right - left, bottom - top))
                : Optional.empty();
    }
}
