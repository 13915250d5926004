package penumbra.format.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.format.yolo.LoaderLabels;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Fits a target into its picture by an [OutsideRule]. All in picture px.
final class OutsideCut {

    private static final Keypoint HIDDEN = Keypoint.UNLABELLED;

    private final Size size;
    private final List<Schema.Edge> edges;
    private final OutsideRule rule;

    OutsideCut(Size size, List<Schema.Edge> edges, OutsideRule rule) {
        this.size = size;
        this.edges = edges;
        this.rule = rule;
    }

    /// What became of a target.
    ///
    /// @param target empty when it is left out
    /// @param finding id of the rule that says what was done; empty when nothing was
    /// @param outside labelled keypoints outside the picture
    record Result(Optional<ExportTarget> target, Optional<String> finding, int outside) {}

    /// A target without labelled keypoints outside the picture keeps its keypoints and box as they
    /// are; only a box whose centre a loader would refuse is cut to the picture. The coordinates of
    /// an unlabelled keypoint are kept inside the picture and become 0 elsewhere.
    Result apply(Target target) {
        Optional<Box> extent = target.extent();
        int outside = (int) target.labelledPoints().stream().filter(p -> !size.contains(p)).count();
        if (extent.isEmpty()) {
            return leftOut("export-no-extent", outside);
        }
        if (outside > 0 && rule == OutsideRule.SKIP) {
            return leftOut("export-skipped", outside);
        }
        List<Keypoint> inside = new ArrayList<>();
        for (int i = 0; i < target.keypoints().size(); i++) {
            inside.add(fitted(target, i));
        }
        boolean cut = outside > 0 || !isAcceptable(extent.get());
        Optional<Box> box = cut ? clipped(extent.get()) : extent;
        if (box.isEmpty() && outside == 0) {
            box = Box.hull(target.labelledPoints());
        }
        if (box.isEmpty()) {
            return leftOut("export-all-outside", outside);
        }
        Optional<String> finding = Optional.empty();
        if (outside > 0) {
            finding = Optional.of(rule == OutsideRule.HIDE ? "export-hidden" : "export-moved");
        } else if (cut) {
            finding = Optional.of("export-box-cut");
        } else if (box.get().area() == 0) {
            finding = Optional.of("export-zero-box");
        }
        return new Result(
                box.map(b -> new ExportTarget(target.classIndex(), inside, b)), finding, outside);
    }

    private Keypoint fitted(Target target, int index) {
        Keypoint point = target.keypoints().get(index);
        if (size.contains(point.at())) {
            return point;
        }
        if (!point.labelled() || rule == OutsideRule.HIDE) {
            return HIDDEN;
        }
        Point moved = alongEdge(target, index, point.at()).orElse(point.at());
        return new Keypoint(
                new Point(
                        Math.clamp(moved.x(), 0, size.width()),
                        Math.clamp(moved.y(), 0, size.height())),
                Visibility.OCCLUDED);
    }

    /// Where the edge from the other end, which must be labelled and inside, leaves the picture.
    private Optional<Point> alongEdge(Target target, int index, Point outer) {
        for (Schema.Edge edge : edges) {
            int other = edge.from() == index ? edge.to() : edge.to() == index ? edge.from() : -1;
            if (other >= 0
                    && target.keypoints().get(other).labelled()
                    && size.contains(target.keypoints().get(other).at())) {
                Point inner = target.keypoints().get(other).at();
                double t =
                        Math.min(
                                share(inner.x(), outer.x(), size.width()),
                                share(inner.y(), outer.y(), size.height()));
                return Optional.of(inner.plus(outer.minus(inner).times(t)));
            }
        }
        return Optional.empty();
    }

    /// The share of the way from inside to `to` that lies within 0 and the limit.
    private static double share(double from, double to, double limit) {
        if (to < 0) {
            return from / (from - to);
        }
        return to > limit ? (limit - from) / (to - from) : 1;
    }

    private boolean isAcceptable(Box box) {
        double lowest = Math.min(box.centreX() / size.width(), box.centreY() / size.height());
        return (float) lowest >= LoaderLabels.LOWEST;
    }

    /// The part inside the picture, possibly without area; empty when there is none.
    private Optional<Box> clipped(Box box) {
        double left = Math.max(box.x(), 0);
        double top = Math.max(box.y(), 0);
        double width = Math.min(box.right(), size.width()) - left;
        double height = Math.min(box.bottom(), size.height()) - top;
        return width >= 0 && height >= 0
                ? Optional.of(new Box(left, top, width, height))
                : Optional.empty();
    }

    private static Result leftOut(String finding, int outside) {
        return new Result(Optional.empty(), Optional.of(finding), outside);
    }
}
