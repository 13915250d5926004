package penumbra.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Mean over classes and thresholds of [AveragePrecision].
///
/// Source: \[M1\]. Predictions by falling score, at most 20 of a picture, each takes the free
/// target of its class that is most similar, at the threshold or above. Classes without a target do
/// not count. A target without a labelled keypoint is ignored for keypoints, and so is a prediction
/// that lies on one and finds no other.
///
/// @param id stable name
/// @param similarity of what: boxes or keypoints
/// @param thresholds of the similarity
public record MeanAveragePrecision(String id, Similarity similarity, List<Double> thresholds)
        implements Metric {

    /// 0.50, 0.55 ... 0.95.
    public static final List<Double> COCO_THRESHOLDS =
            IntStream.range(0, 10).mapToObj(i -> (50 + 5 * i) / 100.0).toList();

    private static final int MOST_PER_PICTURE = 20;
    private static final double ON_IGNORED = 0.5;

    private record Scored(double score, boolean hit) {}

    public MeanAveragePrecision {
        thresholds = List.copyOf(thresholds);
    }

    @Override
    public String unit() {
        return "1";
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public double of(Evaluation evaluation) {
        List<Integer> classes =
                evaluation.pictures().stream()
                        .flatMap(p -> p.truths().stream())
                        .filter(similarity::counts)
                        .map(Truth::classIndex)
                        .distinct()
                        .sorted()
                        .toList();
        OptionalDouble mean =
                classes.stream()
                        .flatMapToDouble(c ->
                                thresholds.stream()
                                        .mapToDouble(t -> ofClass(evaluation.pictures(), c, t)))
                        .average();
        return mean.orElse(Double.NaN);
    }

    /// Of one class at one threshold.
    public double ofClass(List<Picture> pictures, int classIndex, double threshold) {
        List<Scored> scored = new ArrayList<>();
        int targets = 0;
        for (Picture picture : pictures) {
            List<Truth> truths =
                    picture.truths().stream().filter(t -> t.classIndex() == classIndex).toList();
            List<Truth> free = new ArrayList<>(truths.stream().filter(similarity::counts).toList());
            targets += free.size();
            List<Truth> ignored = truths.stream().filter(t -> !similarity.counts(t)).toList();
            picture.byScore().stream()
                    .limit(MOST_PER_PICTURE)
                    .filter(d -> d.classIndex() == classIndex)
                    .forEach(d -> add(d, free, ignored, threshold, scored));
        }
        scored.sort(Comparator.comparingDouble(Scored::score).reversed());
        return AveragePrecision.of(scored.stream().map(Scored::hit).toList(), targets);
    }

    private void add(
            Detection detection,
            List<Truth> free,
            List<Truth> ignored,
            double threshold,
            List<Scored> into) {
        Truth best = null;
        double most = threshold;
        for (Truth truth : free) {
            double alike = similarity.of(truth, detection);
            if (alike >= most && (best == null || alike > most)) {
                best = truth;
                most = alike;
            }
        }
        if (best != null) {
            free.remove(best);
            into.add(new Scored(detection.score(), true));
        } else if (ignored.stream().noneMatch(t -> t.box().iou(detection.box()) >= ON_IGNORED)) {
            into.add(new Scored(detection.score(), false));
        }
    }
}
