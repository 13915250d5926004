package penumbra.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import penumbra.metric.validator.ClassCurves;
import penumbra.metric.validator.Curves;

/// Precision, recall and average precision of boxes or keypoints, as `penumbra val --json` prints
/// them; means over the classes that have a target.
///
/// @param confidence at which precision, recall and F1 are stated
record ScoreReport(
        double precision,
        double recall,
        double f1,
        double confidence,
        double map50,
        double map75,
        double map,
        SequencedMap<String, OfClass> classes) {

    /// Of one class, at the same confidence.
    record OfClass(
            int targets, double precision, double recall, double ap50, double ap75, double ap) {}

    static ScoreReport of(Curves curves, List<String> names) {
        int at = curves.best();
        SequencedMap<String, OfClass> classes = new LinkedHashMap<>();
        for (ClassCurves c : curves.classes()) {
            double[] ap = c.averagePrecision();
            classes.put(
                    names.get(c.classIndex()),
                    new OfClass(
                            c.targets(),
                            c.precision()[at],
                            c.recall()[at],
                            ap[0],
                            ap[5],
                            Arrays.stream(ap).average().orElseThrow()));
        }
        return new ScoreReport(
                curves.precision(),
                curves.recall(),
                curves.f1(),
                ClassCurves.confidence(at),
                curves.map50(),
                curves.map75(),
                curves.map(),
                classes);
    }
}
