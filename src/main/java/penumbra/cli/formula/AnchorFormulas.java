package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.AdaAnchor;
import penumbra.uncertainty.anchor.AlignmentBlend;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.Fusion;
import penumbra.uncertainty.anchor.OffsetField;
import penumbra.uncertainty.anchor.ScoredAnchor;

/// AdaAnchor: scores, choice, refinement, the blend with a box assigner.
final class AnchorFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "adaanchor.score", AnchorFormulas::score,
                    "adaanchor.score_log", AnchorFormulas::score,
                    "adaanchor.fusion", AnchorFormulas::fusion,
                    "adaanchor.refine", AnchorFormulas::refine,
                    "adaanchor.tal_blend", AnchorFormulas::blend);

    private AnchorFormulas() {}

    private static List<Candidate> candidates(Inputs in) throws CaseException {
        List<List<Double>> confidence = in.rows("conf");
        List<List<Point>> offset = in.pointRows("offset");
        List<Candidate> candidates = new ArrayList<>();
        for (int y = 0; y < confidence.size(); y++) {
            for (int x = 0; x < confidence.get(y).size(); x++) {
                if (y >= offset.size() || x >= offset.get(y).size()) {
                    throw in.wrong("offset");
                }
                candidates.add(Candidate.of(x, y, confidence.get(y).get(x), offset.get(y).get(x)));
            }
        }
        return candidates;
    }

    private static Map<String, Object> score(Inputs in) throws CaseException {
        List<Candidate> candidates = candidates(in);
        Point target = in.point("target");
        int count = (int) in.number("k", 1);
        double sigma = in.number("sigma");
        double cell = in.number("stride", 1);
        AdaAnchor mul = new AdaAnchor(sigma, cell, Fusion.MUL, count);
        AdaAnchor add = new AdaAnchor(sigma, cell, Fusion.ADD, count);
        List<ScoredAnchor> scored = mul.score(candidates, target);
        List<ScoredAnchor> best = mul.choose(candidates, target);
        return Values.of("r", scored.stream().map(ScoredAnchor::accuracy).toList())
                .and("mul", scored.stream().map(ScoredAnchor::score).toList())
                .and(
                        "add",
                        add.score(candidates, target).stream().map(ScoredAnchor::score).toList())
                .and("logmul", scored.stream().map(ScoredAnchor::logProduct).toList())
                .and("top_mul", cells(best))
                .and("top_add", cells(add.choose(candidates, target)))
                .and("best_index", candidates.indexOf(best.getFirst().candidate()))
                .map();
    }

    private static List<List<Integer>> cells(List<ScoredAnchor> anchors) {
        return anchors.stream().map(a -> List.of(a.candidate().x(), a.candidate().y())).toList();
    }

    private static Map<String, Object> fusion(Inputs in) throws CaseException {
        Values values = Values.none();
        for (Fusion fusion : Fusion.values()) {
            String name = fusion == Fusion.MUL ? "mul" : "add";
            List<Double> scores = new ArrayList<>();
            int best = 0;
            for (Inputs c : in.objects("candidates")) {
                scores.add(fusion.score(c.number("c"), c.number("r")));
                best = scores.getLast() > scores.get(best) ? scores.size() - 1 : best;
            }
            values.and(name, scores).and("best_" + name, best);
        }
        return values.map();
    }

    private static Map<String, Object> refine(Inputs in) throws CaseException {
        List<List<Point>> rows = in.pointRows("local_map");
        if (rows.isEmpty() || rows.stream().anyMatch(r -> r.size() != rows.getFirst().size())) {
            throw in.wrong("local_map");
        }
        OffsetField field =
                new OffsetField(
                        rows.getFirst().size(),
                        rows.size(),
                        rows.stream().flatMap(List::stream).toList());
        Point coarse = in.point("anchor").plus(in.point("offset"));
        return Values.of("coarse", Values.xy(coarse))
                .and("local", Values.xy(field.at(coarse)))
                .and("refined", Values.xy(field.refine(coarse)))
                .and("outside_sample_at_[5,-1]", Values.xy(field.at(new Point(5, -1))))
                .map();
    }

    private static Map<String, Object> blend(Inputs in) throws CaseException {
        List<Double> metrics = new ArrayList<>();
        for (double m : in.numbers("m")) {
            AlignmentBlend blend =
                    new AlignmentBlend(
                            in.number("a", AlignmentBlend.DEFAULT.scoreExponent()),
                            in.number("b", AlignmentBlend.DEFAULT.accuracyExponent()),
                            m);
            metrics.add(blend.metric(in.number("c"), in.number("iou"), in.number("r")));
        }
        return Values.of("t", metrics).map();
    }
}
