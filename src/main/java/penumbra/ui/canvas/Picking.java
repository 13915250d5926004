package penumbra.ui.canvas;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Selection;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.geometry.Viewport;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What lies under the pointer: a point before a bar, a bar before a plate, the nearest of each
/// kind, and what is selected already before anything else that is as near.
///
/// @param view how the picture lies on the screen
record Picking(Viewport view, Schema schema) {

    /// A point is caught from so far, screen px.
    static final double POINT_REACH = 9;

    /// A bar is caught from so far, screen px.
    static final double BAR_REACH = 6;

    /// So much nearer counts what belongs to the selected plate, screen px.
    private static final double PREFERENCE = 2;

    private record Hit(Selection selection, double distance) {}

    /// @param selected the plate that is preferred where several overlap
    Optional<Selection> at(LabelledImage image, Point onScreen, Optional<Selection> selected) {
        List<Hit> points = new ArrayList<>();
        List<Hit> bars = new ArrayList<>();
        List<Hit> plates = new ArrayList<>();
        for (Target target : image.targets()) {
            boolean preferred = selected.filter(s -> s.targetId().equals(target.id())).isPresent();
            double bonus = preferred ? PREFERENCE : 0;
            addPoints(image, target, onScreen, bonus, points);
            addBars(image, target, onScreen, bonus, bars);
            if (covers(target, view.toPicture(onScreen))) {
                Selection whole = Selection.whole(image.id(), target.id());
                plates.add(new Hit(whole, extent(target) - (preferred ? 1e9 : 0)));
            }
        }
        return nearest(points).or(() -> nearest(bars)).or(() -> nearest(plates));
    }

    private void addPoints(
            LabelledImage image, Target target, Point onScreen, double bonus, List<Hit> hits) {
        for (int i = 0; i < target.keypoints().size(); i++) {
            Keypoint point = target.keypoints().get(i);
            if (point.labelled()) {
                double distance = view.toScreen(point.at()).distance(onScreen);
                if (distance <= POINT_REACH) {
                    Selection one = Selection.point(image.id(), target.id(), i);
                    hits.add(new Hit(one, distance - bonus));
                }
            }
        }
    }

    private void addBars(
            LabelledImage image, Target target, Point onScreen, double bonus, List<Hit> hits) {
        for (int i = 0; i < schema.edges().size(); i++) {
            Keypoint from = target.keypoints().get(schema.edges().get(i).from());
            Keypoint to = target.keypoints().get(schema.edges().get(i).to());
            if (from.labelled() && to.labelled()) {
                double distance =
                        distance(onScreen, view.toScreen(from.at()), view.toScreen(to.at()));
                if (distance <= BAR_REACH) {
                    Selection bar = Selection.bar(image.id(), target.id(), i);
                    hits.add(new Hit(bar, distance - bonus));
                }
            }
        }
    }

    private static Optional<Selection> nearest(List<Hit> hits) {
        return hits.stream().min(Comparator.comparingDouble(Hit::distance)).map(Hit::selection);
    }

    private static boolean covers(Target target, Point inPicture) {
        List<Point> points = target.labelledPoints();
        if (points.size() == 4) {
            return Quad.of(points).contains(inPicture);
        }
        return Box.hull(points)
                .filter(b ->
                        inPicture.x() >= b.x()
                                && inPicture.x() <= b.right()
                                && inPicture.y() >= b.y()
                                && inPicture.y() <= b.bottom())
                .isPresent();
    }

    /// The smaller of two plates lies in front.
    private static double extent(Target target) {
        return Box.hull(target.labelledPoints()).map(Box::area).orElse(0.0);
    }

    private static double distance(Point p, Point a, Point b) {
        Point along = b.minus(a);
        double length = along.dot(along);
        double share = length > 0 ? Math.clamp(p.minus(a).dot(along) / length, 0, 1) : 0;
        return p.distance(a.plus(along.times(share)));
    }
}
