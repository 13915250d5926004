package penumbra.format.yolo;

/// `kpt_shape` of a YOLO pose data set.
///
/// @param count K, the keypoints of an object
/// @param dimensions D, 2 for `x y` and 3 for `x y v`
public record KeypointShape(int count, int dimensions) {

    /// More keypoints than anyone labels; a larger number is taken for a broken file.
    static final int MAX_COUNT = 10_000;

    /// @throws IllegalArgumentException if K is not 1 to 10,000 or D neither 2 nor 3
    public KeypointShape {
        if (count < 1 || count > MAX_COUNT || dimensions < 2 || dimensions > 3) {
            throw new IllegalArgumentException(
                    "a keypoint shape is [1 or more, 2 or 3]: " + count + ", " + dimensions);
        }
    }

    /// Columns of a label line: class, box and `K * D` values.
    public int columns() {
        return 5 + count * dimensions;
    }

    @Override
    public String toString() {
        return "[" + count + ", " + dimensions + "]";
    }
}
