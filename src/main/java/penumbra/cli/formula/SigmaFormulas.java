package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Normaliser;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.ScaleMeasure;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;
import penumbra.uncertainty.SmallestGap;
import penumbra.uncertainty.TargetScale;

/// Helium before its losses: gap, sigma, sample points and their weights.
final class SigmaFormulas {

    static final Map<String, Formula> ALL =
            Map.ofEntries(
                    Map.entry("helium.dmin", SigmaFormulas::dMin),
                    Map.entry("helium.sigma", SigmaFormulas::sigma),
                    Map.entry("helium.sigma_px", SigmaFormulas::sigmaPx),
                    Map.entry("helium.sigma_clamped", SigmaFormulas::clamped),
                    Map.entry("helium.rings_disjoint", SigmaFormulas::disjoint),
                    Map.entry("helium.overlap_threshold", SigmaFormulas::threshold),
                    Map.entry("helium.samples", SigmaFormulas::samples),
                    Map.entry("helium.normaliser", SigmaFormulas::normaliser),
                    Map.entry("helium.ring_masses", SigmaFormulas::ringMasses),
                    Map.entry("helium.effective_std", SigmaFormulas::deviation));

    private SigmaFormulas() {}

    static SigmaLaw law(Inputs in, SigmaUnits units) throws CaseException {
        return new SigmaLaw(
                in.number("alpha", SigmaLaw.PAPER.alpha()),
                in.number("beta", SigmaLaw.PAPER.beta()),
                units,
                ScaleMeasure.D_MIN,
                in.number("target_u_px", SigmaLaw.PAPER.targetUnit()),
                false);
    }

    static RingWeights weights(Inputs in) throws CaseException {
        if (!in.has("weights")) {
            return RingWeights.PAPER;
        }
        List<Double> w = in.numbers("weights");
        if (w.size() != Rings.COUNT) {
            throw in.wrong("weights");
        }
        return new RingWeights(w.get(0), w.get(1), w.get(2));
    }

    private static Map<String, Object> dMin(Inputs in) throws CaseException {
        List<Point> points = in.points("points");
        if (in.has("vis")) {
            List<Integer> visibility = in.integers("vis");
            if (visibility.size() != points.size()) {
                throw in.wrong("vis");
            }
            List<Point> labelled = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                if (visibility.get(i) > 0) {
                    labelled.add(points.get(i));
                }
            }
            points = labelled;
        }
        OptionalDouble gap = SmallestGap.of(points);
        Values values = Values.of("dmin", gap.isPresent() ? gap.getAsDouble() : null);
        if (gap.isPresent()) {
            values.and("sigma", law(in, SigmaUnits.PIXEL).at(gap.getAsDouble()));
        }
        if (in.has("box_wh")) {
            Point box = in.point("box_wh");
            values.and("fallback_dmin", Math.min(box.x(), box.y()));
        }
        return values.map();
    }

    private static Map<String, Object> sigma(Inputs in) throws CaseException {
        return Values.of("sigma", law(in, SigmaUnits.PIXEL).at(in.number("dmin"))).map();
    }

    private static Map<String, Object> sigmaPx(Inputs in) throws CaseException {
        double d = in.number("dmin_px");
        double side = in.number("imgsz", TargetScale.INPUT_SIDE);
        TargetScale scale = new TargetScale(d, d, d * d, TargetScale.STRIDE, side);
        Values values = Values.none();
        for (SigmaUnits units :
                List.of(SigmaUnits.PIXEL, SigmaUnits.NORM, SigmaUnits.HYBRID, SigmaUnits.TARGET)) {
            values.and(units.name(), sigmaOf(law(in, units), scale));
        }
        for (int stride : List.of(8, 16, 32)) {
            values.and(
                    "GRID_" + stride,
                    sigmaOf(law(in, SigmaUnits.GRID), scale.onGrid(stride, side)));
        }
        return values.map();
    }

    private static double sigmaOf(SigmaLaw law, TargetScale scale) {
        return law.sigma(LabelContext.assumed(scale, new Point(1, 0)));
    }

    private static Map<String, Object> clamped(Inputs in) throws CaseException {
        double floor = in.number("floor", EndNoise.LEAST);
        List<Double> sigmas =
                in.points("pairs").stream()
                        .map(p -> SigmaLaw.clamped(p.y(), p.x(), floor))
                        .toList();
        return Values.of("sigma", sigmas).map();
    }

    private static Map<String, Object> disjoint(Inputs in) throws CaseException {
        List<Boolean> apart =
                in.points("pairs").stream().map(p -> SigmaLaw.ringsDisjoint(p.x(), p.y())).toList();
        return Values.of("disjoint", apart).map();
    }

    private static Map<String, Object> threshold(Inputs in) throws CaseException {
        return Values.of("dmin", law(in, SigmaUnits.PIXEL).disjointFrom()).map();
    }

    private static Map<String, Object> samples(Inputs in) throws CaseException {
        List<Point> points = Rings.points(in.point("p"), in.number("sigma"));
        return Values.of("points", Values.xys(points)).map();
    }

    private static Map<String, Object> normaliser(Inputs in) throws CaseException {
        RingWeights weights = weights(in);
        Rings paper = new Rings(weights, Normaliser.PAPER);
        Values atLabel = Values.none();
        for (Normaliser z : Normaliser.values()) {
            atLabel.and(z.name(), new Rings(weights, z).valueAtLabel());
        }
        return Values.of("PAPER", paper.divisor())
                .and("MEAN", new Rings(weights, Normaliser.MEAN).divisor())
                .and("paper_gain", paper.farSlope())
                .and("H0_over_sigma", atLabel.map())
                .map();
    }

    private static Map<String, Object> ringMasses(Inputs in) {
        return Values.of("two_d", masses(RingWeights.GAUSS_2D))
                .and("one_d", masses(RingWeights.GAUSS_1D))
                .map();
    }

    private static List<Double> masses(RingWeights weights) {
        return List.of(weights.first(), weights.second(), weights.third());
    }

    private static Map<String, Object> deviation(Inputs in) throws CaseException {
        RingWeights weights = weights(in);
        return Values.of("MEAN", new Rings(weights, Normaliser.MEAN).deviation())
                .and("RING_MEAN", new Rings(weights, Normaliser.RING_MEAN).deviation())
                .map();
    }
}
