package penumbra.metric;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import penumbra.geometry.Point;

/// A target and the prediction that was found for it.
///
/// @param prediction empty when the target was missed
public record Match(Truth truth, Optional<Detection> prediction) {

    private static final double LEAST_OVERLAP = 0.5;

    /// Pairs of one picture: predictions by falling score, each with the free target of its class
    /// that its box overlaps most, at an intersection over union of 0.5 or more. One entry for each
    /// target.
    public static List<Match> of(Picture picture) {
        List<Truth> truths = picture.truths();
        List<Detection> found = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            found.add(null);
        }
        Set<Integer> taken = new HashSet<>();
        for (Detection detection : picture.byScore()) {
            int best = -1;
            double most = LEAST_OVERLAP;
            for (int i = 0; i < truths.size(); i++) {
                Truth truth = truths.get(i);
                double overlap = truth.box().iou(detection.box());
                if (!taken.contains(i)
                        && truth.classIndex() == detection.classIndex()
                        && overlap >= most
                        && (best < 0 || overlap > most)) {
                    best = i;
                    most = overlap;
                }
            }
            if (best >= 0) {
                taken.add(best);
                found.set(best, detection);
            }
        }
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < truths.size(); i++) {
            matches.add(new Match(truths.get(i), Optional.ofNullable(found.get(i))));
        }
        return matches;
    }

    /// Distances of the labelled keypoints, px; empty when missed.
    public List<Double> distances() {
        return prediction.map(p -> truth.distances(p.points())).orElse(List.of());
    }

    /// Whether the keypoints fit better when their order is turned by one or more places: an error
    /// of order rather than of place.
    public boolean isTurned() {
        return prediction.isPresent()
                && squares(bestOrder(prediction.get().points()))
                        < squares(prediction.get().points());
    }

    /// Distances with the predicted keypoints turned to the order that fits best; empty when
    /// missed.
    public List<Double> bestDistances() {
        return prediction.map(p -> truth.distances(bestOrder(p.points()))).orElse(List.of());
    }

    private List<Point> bestOrder(List<Point> points) {
        List<Point> best = points;
        for (int turn = 1; turn < points.size(); turn++) {
            List<Point> turned = new ArrayList<>(points.subList(turn, points.size()));
            turned.addAll(points.subList(0, turn));
            if (squares(turned) < squares(best)) {
                best = turned;
            }
        }
        return best;
    }

    private double squares(List<Point> points) {
        return truth.distances(points).stream().mapToDouble(d -> d * d).sum();
    }
}
