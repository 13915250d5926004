package penumbra.engine.head;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import penumbra.engine.head.Detection.PredictedPoint;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// Greedy non-maximum suppression: of boxes of one class that overlap, or of any class where that
/// is asked for, the best is kept.
///
/// In single precision as the reference does it: boxes of class c are moved by 7680 c px so that
/// classes do not meet (at class 15 a coordinate then has steps of 1/128 px), a box is dropped if
/// its IoU with one that is kept is above the threshold. Equal scores keep their order.
///
/// Departure: no limit on the time it may take, and what is not finite is no candidate.
///
/// @param confidence a candidate's score must be above it
/// @param overlap largest IoU of two boxes that are both kept
/// @param multiLabel whether an anchor is a candidate for each class above the confidence, not only
///   for its best one
/// @param most how many are kept at most
/// @param acrossClasses whether boxes of different classes suppress each other: a thing is of one
///   class
public record Suppression(
        double confidence, double overlap, boolean multiLabel, int most, boolean acrossClasses) {

    /// As the reference validates.
    public static final Suppression VALIDATION = new Suppression(0.001, 0.7, true, 300);

    /// As the reference predicts.
    public static final Suppression PREDICTION = new Suppression(0.25, 0.7, false, 300);

    private static final float CLASS_SHIFT = 7680;
    private static final int MOST_CANDIDATES = 30_000;

    /// Within each class, as the reference.
    public Suppression(double confidence, double overlap, boolean multiLabel, int most) {
        this(confidence, overlap, multiLabel, most, false);
    }

    /// A box before it is known whether it stays; corners in input px.
    private record Candidate(
            int anchor, int classIndex, float score, float x1, float y1, float x2, float y2) {

        private Candidate shifted() {
            float shift = classIndex * CLASS_SHIFT;
            return new Candidate(
                    anchor, classIndex, score, x1 + shift, y1 + shift, x2 + shift, y2 + shift);
        }

        private float area() {
            return (x2 - x1) * (y2 - y1);
        }

        private float overlap(Candidate other) {
            float width = Math.max(0, Math.min(x2, other.x2) - Math.max(x1, other.x1));
            float height = Math.max(0, Math.min(y2, other.y2) - Math.max(y1, other.y1));
            float common = width * height;
            return common / (area() + other.area() - common);
        }
    }

    /// The objects of one picture, best first; boxes are not clipped.
    public List<Detection> detections(Decoded decoded, int picture) {
        List<Candidate> candidates = candidates(decoded, picture);
        candidates.sort(Comparator.comparingDouble(c -> -c.score()));
        List<Candidate> shifted = new ArrayList<>();
        List<Detection> kept = new ArrayList<>();
        for (Candidate candidate :
                candidates.subList(0, Math.min(candidates.size(), MOST_CANDIDATES))) {
            Candidate moved = acrossClasses ? candidate : candidate.shifted();
            if (shifted.stream().noneMatch(k -> k.overlap(moved) > overlap)) {
                shifted.add(moved);
                kept.add(detection(decoded, picture, candidate));
                if (kept.size() == most) {
                    break;
                }
            }
        }
        return kept;
    }

    private List<Candidate> candidates(Decoded decoded, int picture) {
        List<Candidate> candidates = new ArrayList<>();
        for (int a = 0; a < decoded.anchors(); a++) {
            int best = 0;
            for (int c = 0; c < decoded.layout().classes(); c++) {
                float score = decoded.get(picture, decoded.score(c), a);
                if (multiLabel && score > confidence) {
                    add(candidates, decoded, picture, a, c);
                }
                if (score > decoded.get(picture, decoded.score(best), a)) {
                    best = c;
                }
            }
            if (!multiLabel && decoded.get(picture, decoded.score(best), a) > confidence) {
                add(candidates, decoded, picture, a, best);
            }
        }
        return candidates;
    }

    private static void add(
            List<Candidate> candidates, Decoded decoded, int picture, int a, int c) {
        float x = decoded.get(picture, 0, a);
        float y = decoded.get(picture, 1, a);
        float halfWidth = decoded.get(picture, 2, a) / 2;
        float halfHeight = decoded.get(picture, 3, a) / 2;
        Candidate candidate =
                new Candidate(
                        a,
                        c,
                        decoded.get(picture, decoded.score(c), a),
                        x - halfWidth,
                        y - halfHeight,
                        x + halfWidth,
                        y + halfHeight);
        if (candidate.x1() <= candidate.x2()
                && candidate.y1() <= candidate.y2()
                && Float.isFinite(candidate.area())
                && pointsAreFinite(decoded, picture, a)) {
            candidates.add(candidate);
        }
    }

    private static boolean pointsAreFinite(Decoded decoded, int picture, int a) {
        int first = decoded.keypoint(0, 0);
        for (int i = 0; i < decoded.layout().keypointChannels(); i++) {
            if (!Float.isFinite(decoded.get(picture, first + i, a))) {
                return false;
            }
        }
        return true;
    }

    private static Detection detection(Decoded decoded, int picture, Candidate found) {
        List<PredictedPoint> points = new ArrayList<>();
        int a = found.anchor();
        for (int k = 0; k < decoded.layout().keypoints(); k++) {
            Point at =
                    new Point(
                            decoded.get(picture, decoded.keypoint(k, 0), a),
                            decoded.get(picture, decoded.keypoint(k, 1), a));
            double third =
                    decoded.layout().dims() == 3
                            ? decoded.get(picture, decoded.keypoint(k, 2), a)
                            : 1;
            points.add(new PredictedPoint(at, decoded.peaks() ? 1 : third, third));
        }
        Box box =
                new Box(
                        found.x1(),
                        found.y1(),
                        (double) found.x2() - found.x1(),
                        (double) found.y2() - found.y1());
        return new Detection(box, found.score(), found.classIndex(), points);
    }
}
