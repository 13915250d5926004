package penumbra.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import penumbra.metric.ErrorCurve;
import penumbra.metric.PlaceErrors;
import penumbra.metric.SizeBin;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;

/// Errors of place against one set of targets, as `penumbra val --json` prints them.
///
/// @param classes of those with a target, by name
/// @param sizes by the square root of the box's area
/// @param keypoints by name, each over all targets
/// @param curve share of labelled keypoints at most that far off, misses as infinitely far
record ErrorReport(
        PlaceErrors all,
        SequencedMap<String, PlaceErrors> classes,
        SequencedMap<String, PlaceErrors> sizes,
        SequencedMap<String, PlaceErrors> keypoints,
        List<Step> curve) {

    private static final int STEPS = 32;
    private static final double STEP = 0.5;

    /// A point of the curve.
    record Step(double pixels, double share) {}

    static ErrorReport of(List<TargetErrors> errors, Schema schema, double inputSide) {
        SequencedMap<String, PlaceErrors> classes = new LinkedHashMap<>();
        Map<Integer, List<TargetErrors>> byClass =
                errors.stream().collect(Collectors.groupingBy(TargetErrors::classIndex));
        List<String> names = schema.classNames();
        for (int c = 0; c < names.size(); c++) {
            if (byClass.containsKey(c)) {
                classes.put(names.get(c), PlaceErrors.of(byClass.get(c), inputSide));
            }
        }
        SequencedMap<String, PlaceErrors> sizes = new LinkedHashMap<>();
        Map<SizeBin, List<TargetErrors>> bySize =
                errors.stream().collect(Collectors.groupingBy(t -> SizeBin.of(t.side())));
        for (SizeBin bin : SizeBin.values()) {
            if (bySize.containsKey(bin)) {
                sizes.put(bin.range(), PlaceErrors.of(bySize.get(bin), inputSide));
            }
        }
        SequencedMap<String, PlaceErrors> keypoints = new LinkedHashMap<>();
        for (int k = 0; k < schema.keypointCount(); k++) {
            int index = k;
            keypoints.put(
                    schema.keypoints().get(k),
                    PlaceErrors.of(errors.stream().map(t -> t.only(index)).toList(), inputSide));
        }
        ErrorCurve curve = PlaceErrors.curve(errors);
        List<Step> steps =
                new ArrayList<>(
                        IntStream.rangeClosed(1, STEPS)
                                .mapToObj(i -> new Step(i * STEP, curve.share(i * STEP)))
                                .toList());
        return new ErrorReport(PlaceErrors.of(errors, inputSide), classes, sizes, keypoints, steps);
    }
}
