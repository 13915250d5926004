package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.metric.AveragePrecision;
import penumbra.metric.Detection;
import penumbra.metric.ErrorCurve;
import penumbra.metric.Evaluation;
import penumbra.metric.Match;
import penumbra.metric.NormalisedError;
import penumbra.metric.Oks;
import penumbra.metric.Recall;
import penumbra.metric.Rmse;
import penumbra.metric.Truth;

/// Metrics.
final class MetricFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "metrics.rmse", MetricFormulas::rmse,
                    "metrics.nme", MetricFormulas::nme,
                    "metrics.ced", MetricFormulas::ced,
                    "metrics.oks", MetricFormulas::oks,
                    "metrics.oks_tolerance", MetricFormulas::tolerance,
                    "metrics.ap101", MetricFormulas::precision,
                    "metrics.recall_greedy", MetricFormulas::recall);

    private static final double PEOPLE = 0.0354;
    private static final double STOCK = 0.25;

    private MetricFormulas() {}

    /// Every target found, in a square box of that area.
    private static List<Match> matches(Inputs in, List<Double> areas) throws CaseException {
        List<List<Point>> truth = in.pointRows("gt");
        List<List<Point>> predicted = in.pointRows("pred");
        List<Match> matches = new ArrayList<>();
        for (int i = 0; i < truth.size(); i++) {
            List<Point> points = truth.get(i);
            if (i >= predicted.size() || predicted.get(i).size() != points.size()) {
                throw in.wrong("pred");
            }
            double side = Math.sqrt(areas.get(i));
            Box box = new Box(0, 0, side, side);
            matches.add(
                    new Match(
                            new Truth(0, points, Collections.nCopies(points.size(), true), box),
                            Optional.of(new Detection(0, 1, predicted.get(i), box))));
        }
        return matches;
    }

    private static Map<String, Object> rmse(Inputs in) throws CaseException {
        List<Double> areas = Collections.nCopies(in.pointRows("gt").size(), 1.0);
        Evaluation evaluation =
                new Evaluation(List.of(), matches(in, areas), in.number("imgsz", 640));
        return Values.of("POINT", rmse(Rmse.Over.POINT, false, evaluation))
                .and("COORD", rmse(Rmse.Over.COORDINATE, false, evaluation))
                .and("PER_TARGET", rmse(Rmse.Over.TARGET, false, evaluation))
                .and("POINT_NORM", rmse(Rmse.Over.POINT, true, evaluation))
                .map();
    }

    private static double rmse(Rmse.Over over, boolean normalised, Evaluation evaluation) {
        return new Rmse("rmse", over, normalised, false).of(evaluation);
    }

    private static Map<String, Object> nme(Inputs in) throws CaseException {
        List<Double> areas = in.numbers("box_area");
        if (areas.size() != in.pointRows("gt").size()) {
            throw in.wrong("box_area");
        }
        List<Match> matches = matches(in, areas);
        NormalisedError metric = new NormalisedError();
        List<Double> each =
                matches.stream()
                        .map(m -> metric.of(new Evaluation(List.of(), List.of(m), 1)))
                        .toList();
        return Values.of("per_target", each)
                .and("mean", metric.of(new Evaluation(List.of(), matches, 1)))
                .map();
    }

    private static Map<String, Object> ced(Inputs in) throws CaseException {
        ErrorCurve curve = ErrorCurve.of(in.numbersOrNull("errors"));
        double bound = in.number("t0");
        return Values.of("ced", in.numbers("at").stream().map(curve::share).toList())
                .and("auc", curve.area(bound))
                .and("failure_rate", curve.failures(bound))
                .map();
    }

    private static Map<String, Object> oks(Inputs in) throws CaseException {
        List<Double> squares = in.numbers("d2_px");
        List<Boolean> labelled = in.integers("vis").stream().map(v -> v > 0).toList();
        if (labelled.size() != squares.size()) {
            throw in.wrong("vis");
        }
        Point sides = in.point("box_wh");
        int k = squares.size();
        Truth truth =
                new Truth(
                        0,
                        Collections.nCopies(k, new Point(0, 0)),
                        labelled,
                        new Box(0, 0, sides.x(), sides.y()));
        List<Point> predicted = squares.stream().map(d2 -> new Point(Math.sqrt(d2), 0)).toList();
        return Values.of("ULTRA", stock(k).of(truth, predicted))
                .and("ANNOT", people(k).of(truth, predicted))
                .map();
    }

    private static Oks stock(int k) {
        return new Oks(Collections.nCopies(k, STOCK), Oks.VALIDATOR_AREA);
    }

    private static Oks people(int k) {
        return new Oks(Collections.nCopies(k, PEOPLE), 1);
    }

    private static Map<String, Object> tolerance(Inputs in) throws CaseException {
        double side = in.number("sqrt_area");
        List<Double> thresholds = in.numbers("T");
        return Values.of(
                        "ULTRA_VAL",
                        thresholds.stream().map(t -> stock(1).tolerance(0, side, t)).toList())
                .and(
                        "ANNOT_0.0354",
                        thresholds.stream().map(t -> people(1).tolerance(0, side, t)).toList())
                .map();
    }

    private static Map<String, Object> precision(Inputs in) throws CaseException {
        List<Boolean> hits = in.integers("tp_sorted").stream().map(v -> v > 0).toList();
        return Values.of("ap", AveragePrecision.of(hits, in.integer("n_gt"))).map();
    }

    private static Map<String, Object> recall(Inputs in) throws CaseException {
        List<Point> predicted = in.points("pred");
        List<Point> truth = in.points("gt");
        return Values.of("PAPER", Recall.of(predicted, truth, Double.POSITIVE_INFINITY))
                .and("LIMIT", Recall.of(predicted, truth, in.number("limit")))
                .map();
    }
}
