package penumbra.format.yolo;

import java.util.Optional;
import java.util.stream.Stream;
import penumbra.model.Schema;

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

    /// The shape of an armor plate's label line with that many columns: `[4, 2]` for 13 and `[4,
    /// 3]` for 17.
    public static Optional<KeypointShape> ofPlate(int columns) {
        return Stream.of(2, 3)
                .map(dimensions ->
                        new KeypointShape(Schema.ARMOR_PLATE.keypointCount(), dimensions))
                .filter(plate -> plate.columns() == columns)
                .findFirst();
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
