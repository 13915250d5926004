package penumbra.engine.assign;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import penumbra.engine.head.Anchors;

/// Gives each object the anchors whose class score s and box overlap o, as predicted now, agree
/// best: metric m = s^alpha o^beta, the `topK` best inside its box.
///
/// Source: C. Feng et al., TOOD: Task-aligned One-stage Object Detection, ICCV 2021, section 3.2,
/// as Ultralytics 8.3.253 does it: o is CIoU of at least 0; the best are taken over all anchors, so
/// that with fewer than `topK` positive metrics some with metric 0 come along, and count as
/// positives with weight 0 where they lie inside; an anchor that several objects want goes to the
/// one that overlaps it most *among all objects* of the picture, the first one if none does.
///
/// Departure: of equal metrics the anchor that comes first is better; the reference leaves that to
/// a library's sort.
///
/// @param topK anchors of an object
/// @param alpha exponent of the score
/// @param beta exponent of the overlap
public record TaskAlignedAssigner(int topK, double alpha, double beta) {

    /// The reference's numbers.
    public static final TaskAlignedAssigner STOCK = new TaskAlignedAssigner(10, 0.5, 6);

    private static final double EPSILON = 1e-9;

    /// The predicted probability of a class at an anchor.
    @FunctionalInterface
    public interface Scores {
        float at(int anchor, int classIndex);
    }

    /// For one picture.
    ///
    /// @param boxes the predicted box at an anchor: x1, y1, x2, y2 in input px; asked for anchors
    ///   inside an object only, as are the scores
    public Assignment assign(
            Anchors anchors, List<TargetBox> objects, IntFunction<float[]> boxes, Scores scores) {
        float[][] overlap = new float[objects.size()][anchors.size()];
        float[][] metric = new float[objects.size()][anchors.size()];
        boolean[][] wanted = new boolean[objects.size()][anchors.size()];
        for (int g = 0; g < objects.size(); g++) {
            if (objects.get(g).counts()) {
                int[] inside = inside(anchors, objects.get(g));
                measure(objects.get(g), inside, boxes, scores, overlap[g], metric[g]);
                want(inside, metric[g], wanted[g]);
            }
        }
        int[] object = new int[anchors.size()];
        for (int a = 0; a < object.length; a++) {
            object[a] = owner(a, wanted, overlap);
        }
        return new Assignment(object, weights(object, metric, overlap));
    }

    private static int[] inside(Anchors anchors, TargetBox object) {
        return IntStream.range(0, anchors.size())
                .filter(a ->
                        object.contains(
                                anchors.x()[a] * anchors.stride()[a],
                                anchors.y()[a] * anchors.stride()[a]))
                .toArray();
    }

    private void measure(
            TargetBox object,
            int[] inside,
            IntFunction<float[]> boxes,
            Scores scores,
            float[] overlap,
            float[] metric) {
        for (int a : inside) {
            float[] box = boxes.apply(a);
            double iou =
                    CompleteIou.of(
                                    object.x1(),
                                    object.y1(),
                                    object.x2(),
                                    object.y2(),
                                    box[0],
                                    box[1],
                                    box[2],
                                    box[3])
                            .value();
            overlap[a] = (float) Math.max(iou, 0);
            metric[a] =
                    (float)
                            (Math.pow(scores.at(a, object.classIndex()), alpha)
                                    * Math.pow(overlap[a], beta));
        }
    }

    /// Marks the best of those inside. An anchor outside has metric 0 and can only push one inside
    /// with metric 0 out, by coming first.
    private void want(int[] inside, float[] metric, boolean[] wanted) {
        int[] positive = Arrays.stream(inside).filter(a -> metric[a] > 0).toArray();
        if (positive.length >= topK) {
            Arrays.stream(positive)
                    .boxed()
                    .sorted(Comparator.comparingDouble(a -> -metric[a]))
                    .limit(topK)
                    .forEach(a -> wanted[a] = true);
            return;
        }
        for (int a : positive) {
            wanted[a] = true;
        }
        int[] others =
                IntStream.range(0, metric.length)
                        .filter(a -> metric[a] == 0)
                        .limit(topK - positive.length)
                        .toArray();
        for (int a : others) {
            wanted[a] = Arrays.binarySearch(inside, a) >= 0;
        }
    }

    private static int owner(int anchor, boolean[][] wanted, float[][] overlap) {
        int first = Assignment.NONE;
        int count = 0;
        int closest = 0;
        for (int g = 0; g < wanted.length; g++) {
            if (wanted[g][anchor]) {
                first = count++ == 0 ? g : first;
            }
            if (overlap[g][anchor] > overlap[closest][anchor]) {
                closest = g;
            }
        }
        return count > 1 ? closest : first;
    }

    /// Metrics scaled so that an object's best anchor gets its largest overlap.
    private static float[] weights(int[] object, float[][] metric, float[][] overlap) {
        float[] bestMetric = new float[metric.length];
        float[] bestOverlap = new float[metric.length];
        for (int a = 0; a < object.length; a++) {
            int g = object[a];
            if (g != Assignment.NONE) {
                bestMetric[g] = Math.max(bestMetric[g], metric[g][a]);
                bestOverlap[g] = Math.max(bestOverlap[g], overlap[g][a]);
            }
        }
        float[] weight = new float[object.length];
        for (int a = 0; a < object.length; a++) {
            int g = object[a];
            if (g != Assignment.NONE) {
                weight[a] =
                        (float)
                                ((double) metric[g][a]
                                        * bestOverlap[g]
                                        / (bestMetric[g] + EPSILON));
            }
        }
        return weight;
    }
}
