package penumbra.edit;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// What of the labels lies under the pointer; picture px.
public final class Pick {

    private Pick() {}

    /// The labelled point nearest to a place, within reach; else the bar nearest to it, within
    /// reach; else the smallest target around it.
    ///
    /// @param reach how far from a point or a bar the pointer may be, picture px (a few screen px)
    public static Optional<Selection> at(
            LabelledImage image, Schema schema, Point place, double reach) {
        return nearest(points(image, place), reach)
                .or(() -> nearest(bars(image, schema, place), reach))
                .or(() ->
                        image.targets().stream()
                                .filter(t -> surrounds(t, place))
                                .min(Comparator.comparingDouble(Pick::area))
                                .map(t -> Selection.whole(image.id(), t.id())));
    }

    private record Candidate(Selection selection, double distance) {}

    private static Optional<Selection> nearest(Stream<Candidate> candidates, double reach) {
        return candidates
                .filter(c -> c.distance() <= reach)
                .min(Comparator.comparingDouble(Candidate::distance))
                .map(Candidate::selection);
    }

    private static Stream<Candidate> points(LabelledImage image, Point place) {
        return image.targets().stream()
                .flatMap(t ->
                        IntStream.range(0, t.keypoints().size())
                                .filter(i -> t.keypoints().get(i).labelled())
                                .mapToObj(i ->
                                        new Candidate(
                                                Selection.point(image.id(), t.id(), i),
                                                t.keypoints().get(i).at().distance(place))));
    }

    private static Stream<Candidate> bars(LabelledImage image, Schema schema, Point place) {
        return image.targets().stream()
                .flatMap(t ->
                        IntStream.range(0, schema.edges().size())
                                .filter(i -> isLabelled(t, schema.edges().get(i)))
                                .mapToObj(i ->
                                        new Candidate(
                                                Selection.bar(image.id(), t.id(), i),
                                                distance(t, schema.edges().get(i), place))));
    }

    private static boolean isLabelled(Target target, Schema.Edge bar) {
        return target.keypoints().get(bar.from()).labelled()
                && target.keypoints().get(bar.to()).labelled();
    }

    /// From a place to the nearest point of a bar.
    private static double distance(Target target, Schema.Edge bar, Point place) {
        Point from = target.keypoints().get(bar.from()).at();
        Point along = target.keypoints().get(bar.to()).at().minus(from);
        double square = along.dot(along);
        double share = square > 0 ? place.minus(from).dot(along) / square : 0;
        return from.plus(along.times(Math.clamp(share, 0, 1))).distance(place);
    }

    private static boolean surrounds(Target target, Point place) {
        List<Point> points = target.labelledPoints();
        if (points.size() == 4 && target.keypoints().size() == 4) {
            return Quad.of(points).contains(place);
        }
        return target.extent()
                .filter(b -> b.x() <= place.x() && place.x() <= b.right())
                .filter(b -> b.y() <= place.y() && place.y() <= b.bottom())
                .isPresent();
    }

    private static double area(Target target) {
        return target.extent().map(Box::area).orElse(0.0);
    }
}
