package penumbra.format.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.yolo.KeypointShape;
import penumbra.format.yolo.LoaderLabels.Row;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Duplicates;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// What a loader accepts in a label file and a person would not: boxes without area, infinite
/// values, points far outside their box, plates whose points are in a wrong order, and plates
/// labelled twice.
///
/// A labelled point is far outside when it lies beyond a side of its box by more than a quarter of
/// the box's width or height. Two rows are the same plate when their boxes have an IoU above 0.9,
/// or when the same points are labelled in both and none is more than 1 px from its twin.
final class LabelSuspicions {

    private static final double FAR = 0.25;
    private static final int MOST_ROWS_TO_COMPARE = 2_000;

    private final KeypointShape shape;
    private final boolean plates;

    /// @param plates whether the keypoints are known to be TL, BL, BR, TR of a plate
    LabelSuspicions(KeypointShape shape, boolean plates) {
        this.shape = shape;
        this.plates = plates;
    }

    /// @param rows as a loader takes them
    /// @param size of the picture
    List<Finding> of(Path file, List<Row> rows, Size size) {
        List<Finding> findings = new ArrayList<>();
        List<YoloRow> finite = new ArrayList<>();
        for (Row row : rows) {
            if (!isFinite(row.values())) {
                findings.add(warning(file, row.line(), "check-infinite"));
                continue;
            }
            YoloRow plate = YoloRow.of(row, shape, size);
            if (plate.box().area() == 0) {
                findings.add(warning(file, row.line(), "check-zero-box"));
            } else if (plate.labelledPoints().stream().anyMatch(p -> isFar(plate.box(), p))) {
                findings.add(warning(file, row.line(), "check-far-point"));
            }
            if (plates && plate.labelledPoints().size() == 4) {
                PlateOrder.fault(plate.labelledPoints())
                        .ifPresent(rule -> findings.add(warning(file, row.line(), rule)));
            }
            finite.add(plate);
        }
        for (int i = 1; i < finite.size() && finite.size() <= MOST_ROWS_TO_COMPARE; i++) {
            for (int j = 0; j < i; j++) {
                if (isSame(finite.get(j), finite.get(i))) {
                    findings.add(
                            warning(
                                    file,
                                    finite.get(i).line(),
                                    "check-duplicate-plate",
                                    finite.get(j).line()));
                    break;
                }
            }
        }
        return findings;
    }

    private static boolean isFinite(float[] values) {
        for (float value : values) {
            if (Float.isInfinite(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFar(Box box, Point p) {
        double x = Math.max(box.x() - p.x(), p.x() - box.right()) / box.width();
        double y = Math.max(box.y() - p.y(), p.y() - box.bottom()) / box.height();
        return Math.max(x, y) > FAR;
    }

    private static boolean isSame(YoloRow a, YoloRow b) {
        return Duplicates.alike(
                Optional.of(a.box()), a.keypoints(), Optional.of(b.box()), b.keypoints());
    }

    private static Finding warning(Path file, int line, String rule, Object... arguments) {
        return Finding.of(Severity.WARNING, file, line, rule, arguments);
    }

    /// A row in picture px.
    private record YoloRow(int line, Box box, List<Keypoint> keypoints) {

        static YoloRow of(Row row, KeypointShape shape, Size size) {
            float[] v = row.values();
            List<Keypoint> keypoints = new ArrayList<>();
            for (int at = 5; at < v.length; at += shape.dimensions()) {
                boolean labelled =
                        shape.dimensions() == 3 ? v[at + 2] != 0 : v[at] >= 0 && v[at + 1] >= 0;
                keypoints.add(
                        new Keypoint(
                                new Point(
                                        (double) v[at] * size.width(),
                                        (double) v[at + 1] * size.height()),
                                labelled ? Visibility.VISIBLE : Visibility.UNLABELLED));
            }
            Box box =
                    Box.centred(
                            (double) v[1] * size.width(),
                            (double) v[2] * size.height(),
                            Math.max(0, (double) v[3]) * size.width(),
                            Math.max(0, (double) v[4]) * size.height());
            return new YoloRow(row.line(), box, keypoints);
        }

        List<Point> labelledPoints() {
            return keypoints.stream().filter(Keypoint::labelled).map(Keypoint::at).toList();
        }
    }
}
