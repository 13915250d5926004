package penumbra.geometry;

/// Width and height of a picture in whole pixels.
public record Size(int width, int height) {

    /// @throws IllegalArgumentException if a side is not positive
    public Size {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException(
                    "a size needs positive sides: " + width + " x " + height);
        }
    }

    /// Whether the point lies in the picture, its right and lower border included.
    public boolean contains(Point p) {
        return p.x() >= 0 && p.y() >= 0 && p.x() <= width && p.y() <= height;
    }

    @Override
    public String toString() {
        return width + "x" + height;
    }
}
