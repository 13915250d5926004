package penumbra.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import penumbra.data.input.Jitter;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Detection.PredictedPoint;
import penumbra.engine.onnx.OnnxException;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.metric.Oks;
import penumbra.metric.Truth;

/// A network that looks several times, at the picture and at shifted and scaled copies of it, also
/// as it was in earlier epochs, and says by the scatter of its answers how sure they are.
///
/// What it finds is what it finds in the picture itself. Of each other look the object of the same
/// class belongs to it whose keypoints, carried back, are most alike by OKS (sigmas 1/K) at 0.5 or
/// more, each to one object only. Covariance of a keypoint: `Σ (p_i - p̄)(p_i - p̄)ᵀ / (n - 1)`
/// over its n places, picture px².
///
/// The copies are not mirrored: a mirrored digit is another picture than a network for plates
/// learns from, and what it says of that tells nothing of the plate.
///
/// Copies measure how far an answer depends on where the cells of the network lie, epochs how far
/// it is settled; neither all that it may be wrong by: an error that all looks share is not seen.
///
/// @param copies how often it looks, the picture itself included; 1 for no scatter
/// @param earlier the same network after other epochs, each of which looks at the picture once
public record ScatterPredictor(Predictor predictor, int copies, List<Predictor> earlier) {

    /// So many places are needed before their scatter says anything.
    public static final int LEAST_PLACES = 3;

    private static final double SAME = 0.5;
    private static final double STRIDE = 8;

    /// An object and how sure its keypoints are.
    ///
    /// @param covariances of each keypoint, picture px²; empty where the object was found too
    ///   seldom
    /// @param seen share of the looks in which it was found
    public record Scattered(
            Detection detection, List<Optional<Covariance>> covariances, double seen) {}

    public ScatterPredictor {
        earlier = List.copyOf(earlier);
        if (copies < 1) {
            throw new IllegalArgumentException("looks at a picture: " + copies);
        }
    }

    /// Objects in picture px, best first.
    ///
    /// @throws OnnxException if ONNX Runtime stops
    public List<Scattered> predict(RgbImage picture) throws OnnxException {
        List<Detection> found = predictor.predict(picture);
        List<List<Detection>> again = new ArrayList<>();
        if (!found.isEmpty()) {
            Size size = new Size(picture.width(), picture.height());
            double stride = STRIDE * Math.max(size.width(), size.height()) / predictor.side();
            for (Jitter jitter : Jitter.some(copies - 1, stride, size)) {
                again.add(
                        predictor.predict(jitter.apply(picture)).stream()
                                .map(d -> back(d, jitter))
                                .toList());
            }
            for (Predictor other : earlier) {
                again.add(other.predict(picture));
            }
        }
        return scattered(found, again);
    }

    /// What was found in the picture with what belongs to it in the copies.
    ///
    /// @param again what was found in each other look, carried back
    static List<Scattered> scattered(List<Detection> found, List<List<Detection>> again) {
        List<List<Detection>> same =
                new ArrayList<>(found.stream().map(d -> new ArrayList<>(List.of(d))).toList());
        for (List<Detection> copy : again) {
            match(found, copy, same);
        }
        List<Scattered> all = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            List<Detection> places = same.get(i);
            int k = found.get(i).keypoints().size();
            List<Optional<Covariance>> covariances = new ArrayList<>();
            for (int point = 0; point < k; point++) {
                covariances.add(covariance(places, point));
            }
            double seen = (double) places.size() / (1 + again.size());
            all.add(new Scattered(found.get(i), covariances, seen));
        }
        return all;
    }

    private record Pair(int found, int copy, double alike) {}

    private static void match(
            List<Detection> found, List<Detection> copy, List<List<Detection>> same) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            for (int j = 0; j < copy.size(); j++) {
                double alike = similarity(found.get(i), copy.get(j));
                if (found.get(i).classIndex() == copy.get(j).classIndex() && alike >= SAME) {
                    pairs.add(new Pair(i, j, alike));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(p -> -p.alike()));
        boolean[] taken = new boolean[copy.size()];
        boolean[] given = new boolean[found.size()];
        for (Pair pair : pairs) {
            if (!taken[pair.copy()] && !given[pair.found()]) {
                taken[pair.copy()] = true;
                given[pair.found()] = true;
                same.get(pair.found()).add(copy.get(pair.copy()));
            }
        }
    }

    private static double similarity(Detection a, Detection b) {
        int k = a.keypoints().size();
        Truth truth = new Truth(a.classIndex(), points(a), Collections.nCopies(k, true), a.box());
        return new Oks(Collections.nCopies(k, 1.0 / k), Oks.VALIDATOR_AREA).of(truth, points(b));
    }

    private static List<Point> points(Detection detection) {
        return detection.keypoints().stream().map(PredictedPoint::at).toList();
    }

    private static Optional<Covariance> covariance(List<Detection> places, int point) {
        if (places.size() < LEAST_PLACES) {
            return Optional.empty();
        }
        return Optional.of(
                Covariance.of(places.stream().map(d -> d.keypoints().get(point).at()).toList()));
    }

    private static Detection back(Detection shown, Jitter jitter) {
        Point corner = jitter.toPicture(new Point(shown.box().x(), shown.box().y()));
        return new Detection(
                new Box(
                        corner.x(),
                        corner.y(),
                        shown.box().width() / jitter.scale(),
                        shown.box().height() / jitter.scale()),
                shown.score(),
                shown.classIndex(),
                shown.keypoints().stream().map(p -> p.movedTo(jitter.toPicture(p.at()))).toList());
    }
}
