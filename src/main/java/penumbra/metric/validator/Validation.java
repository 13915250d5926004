package penumbra.metric.validator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Collectors;
import penumbra.metric.Detection;
import penumbra.metric.Picture;
import penumbra.metric.Truth;

/// What the reference's validator says of predictions.
public record Validation(Curves boxes, Curves keypoints) {

    /// @param pictures labels and predictions in px of the network's input; detections of classes
    ///   without a target are ignored altogether
    /// @param sigmas of the keypoints; the reference takes 1/K for each
    public static Validation of(List<Picture> pictures, List<Double> sigmas) {
        return new Validation(
                curves(pictures, (t, d) -> ReferenceSimilarity.overlap(t.box(), d.box())),
                curves(pictures, (t, d) -> ReferenceSimilarity.keypoints(t, d, sigmas)));
    }

    private static Curves curves(
            List<Picture> pictures, ToDoubleBiFunction<Truth, Detection> similarity) {
        List<Scored> all = new ArrayList<>();
        Map<Integer, Long> targets =
                pictures.stream()
                        .flatMap(p -> p.truths().stream())
                        .collect(
                                Collectors.groupingBy(
                                        Truth::classIndex, TreeMap::new, Collectors.counting()));
        for (Picture picture : pictures) {
            List<Detection> surest =
                    picture.detections().stream()
                            .sorted(Comparator.comparingDouble(Detection::score).reversed())
                            .toList();
            int[] hits = Thresholds.hits(picture, surest, similarity);
            for (int i = 0; i < hits.length; i++) {
                Detection d = surest.get(i);
                all.add(new Scored(d.classIndex(), d.score(), hits[i]));
            }
        }
        Map<Integer, List<Scored>> byClass =
                all.stream().collect(Collectors.groupingBy(Scored::classIndex));
        return new Curves(
                targets.entrySet().stream()
                        .map(e ->
                                ClassCurves.of(
                                        e.getKey(),
                                        e.getValue().intValue(),
                                        byClass.getOrDefault(e.getKey(), List.of())))
                        .toList());
    }
}
