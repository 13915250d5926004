package penumbra.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The metrics. A new one is one file and one line.
public final class Metrics {

    private static final double ERROR_BOUND = 0.1;
    private static final Similarity BOXES = new Similarity.Boxes();
    private static final Similarity POSE = new Similarity.Keypoints(List.of(), Oks.VALIDATOR_AREA);
    private static final List<Double> ALL_THRESHOLDS = MeanAveragePrecision.COCO_THRESHOLDS;

    /// Those that need nothing but labels and predictions; keypoint similarity with sigma 1/K, as
    /// papers report it.
    public static final List<Metric> ALL =
            List.of(
                    new Rmse("rmse", Rmse.Over.POINT, false, false),
                    new Rmse("rmse-norm", Rmse.Over.COORDINATE, true, false),
                    new Rmse("rmse-coord", Rmse.Over.COORDINATE, false, false),
                    new Rmse("rmse-target", Rmse.Over.TARGET, false, false),
                    new Rmse("rmse-order", Rmse.Over.POINT, false, true),
                    new NormalisedError(),
                    new CurveMetric("auc", CurveMetric.Reading.AREA, ERROR_BOUND),
                    new CurveMetric("failures", CurveMetric.Reading.FAILURES, ERROR_BOUND),
                    new CurveMetric("pck05", CurveMetric.Reading.CORRECT_KEYPOINTS, 0.05),
                    new CurveMetric("pck10", CurveMetric.Reading.CORRECT_KEYPOINTS, 0.1),
                    new MatchShare("found", MatchShare.Of.FOUND),
                    new MatchShare("turned", MatchShare.Of.TURNED),
                    new MeanOks("oks", POSE),
                    new MeanAveragePrecision("box-map50", BOXES, List.of(0.5)),
                    new MeanAveragePrecision("box-map75", BOXES, List.of(0.75)),
                    new MeanAveragePrecision("box-map", BOXES, ALL_THRESHOLDS),
                    new MeanAveragePrecision("pose-map50", POSE, List.of(0.5)),
                    new MeanAveragePrecision("pose-map75", POSE, List.of(0.75)),
                    new MeanAveragePrecision("pose-map", POSE, ALL_THRESHOLDS));

    private Metrics() {}

    public static Optional<Metric> byId(String id) {
        return ALL.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /// The list with keypoint similarity once more for sigmas that people were measured to have:
    /// `s² = w h`, ids with `-measured`.
    ///
    /// @param sigmas of each keypoint
    public static List<Metric> with(List<Double> sigmas) {
        Similarity measured = new Similarity.Keypoints(sigmas, 1);
        List<Metric> all = new ArrayList<>(ALL);
        all.add(new MeanOks("oks-measured", measured));
        all.add(new MeanAveragePrecision("pose-map50-measured", measured, List.of(0.5)));
        all.add(new MeanAveragePrecision("pose-map75-measured", measured, List.of(0.75)));
        all.add(new MeanAveragePrecision("pose-map-measured", measured, ALL_THRESHOLDS));
        return all;
    }
}
