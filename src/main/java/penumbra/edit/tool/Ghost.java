package penumbra.edit.tool;

import java.util.List;
import penumbra.geometry.Point;

/// A plausible plate from the first of its points, for the eye to compare with the picture.
final class Ghost {

    private Ghost() {}

    /// The points given, completed to TL, BL, BR, TR where that is possible: from the left bar a
    /// plate seen frontally, from three points a parallelogram.
    ///
    /// @param aspect distance of the bars in lengths of a bar
    static List<Point> of(List<Point> placed, double aspect) {
        return switch (placed.size()) {
            case 2 -> {
                Point bar = placed.get(1).minus(placed.get(0));
                Point across = new Point(bar.y(), -bar.x()).times(aspect);
                yield List.of(
                        placed.get(0),
                        placed.get(1),
                        placed.get(1).plus(across),
                        placed.get(0).plus(across));
            }
            case 3 ->
                    List.of(
                            placed.get(0),
                            placed.get(1),
                            placed.get(2),
                            placed.get(0).plus(placed.get(2).minus(placed.get(1))));
            default -> placed;
        };
    }
}
