package penumbra.engine.heatmap;

import java.util.List;
import java.util.stream.Stream;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;

/// Labelled plates for tests, input px.
final class Plates {

    private Plates() {}

    /// A plate whose bars stand at both ends, turned by an angle about its middle.
    static InputLabel plate(
            int classIndex, double x, double y, double width, double height, double angle) {
        List<Point> corners =
                Stream.of(
                                new Point(-width / 2, -height / 2),
                                new Point(-width / 2, height / 2),
                                new Point(width / 2, height / 2),
                                new Point(width / 2, -height / 2))
                        .map(p ->
                                new Point(
                                        x + p.x() * Math.cos(angle) - p.y() * Math.sin(angle),
                                        y + p.x() * Math.sin(angle) + p.y() * Math.cos(angle)))
                        .toList();
        return new InputLabel(
                classIndex,
                Box.hull(corners).orElseThrow(),
                corners.stream().map(p -> Keypoint.visible(p.x(), p.y())).toList());
    }

    /// Eight plates in a picture of 320 x 256, the first two of one class and overlapping.
    static List<InputLabel> eight() {
        return List.of(
                plate(3, 90.3, 60.2, 62, 26, 0.12),
                plate(3, 108.8, 71.6, 58, 25, -0.2),
                plate(1, 220.1, 40.7, 40, 17, 0.3),
                plate(0, 280.4, 50.9, 24, 11, 0),
                plate(2, 60.6, 150.3, 90, 38, -0.1),
                plate(3, 190.2, 140.8, 50, 22, 0.05),
                plate(1, 262.7, 170.1, 44, 20, -0.4),
                plate(0, 150.9, 222.2, 30, 13, 0.2));
    }
}
