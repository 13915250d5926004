package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Point;
import penumbra.loss.Helium;
import penumbra.loss.HeliumElliptic;
import penumbra.loss.HeliumMahalanobis;
import penumbra.loss.HeliumPrecision;
import penumbra.loss.KeypointResidual;
import penumbra.loss.LossValue;
import penumbra.loss.Norm;
import penumbra.loss.Reduction;
import penumbra.loss.Rice;
import penumbra.loss.SmoothL1Helium;
import penumbra.loss.TargetValue;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Normaliser;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SigmaUnits;
import penumbra.uncertainty.TargetScale;

/// The losses of the Helium family.
final class HeliumFormulas {

    static final Map<String, Formula> ALL =
            Map.ofEntries(
                    Map.entry("helium.keypoint", HeliumFormulas::keypoint),
                    Map.entry("helium.target", HeliumFormulas::target),
                    Map.entry("helium.smoothL1H", HeliumFormulas::smoothL1),
                    Map.entry("helium.anisotropic", HeliumFormulas::anisotropic),
                    Map.entry("helium.precision", HeliumFormulas::precision),
                    Map.entry("rice.keypoint", HeliumFormulas::rice));

    private HeliumFormulas() {}

    private static Helium helium(SigmaLaw law, RingWeights weights, Normaliser z, double eps) {
        return new Helium(law, new Rings(weights, z), Norm.L2, eps);
    }

    private static Map<String, Object> lossValue(LossValue at) {
        return Values.of("value", at.value()).and("grad", List.of(at.dx(), at.dy())).map();
    }

    private static Map<String, Object> keypoint(Inputs in) throws CaseException {
        Point e = in.point("pred_minus_label");
        Values values = Values.none();
        for (Normaliser z : Normaliser.values()) {
            Helium loss = helium(SigmaLaw.PAPER, SigmaFormulas.weights(in), z, in.number("eps", 0));
            values.and(z.name(), lossValue(loss.at(e, in.number("sigma"))));
        }
        return values.map();
    }

    /// A target in grid cells of its stride, as keypoints in px.
    private static List<KeypointResidual> residuals(Inputs in) throws CaseException {
        List<Point> labels = in.points("labels_px");
        List<Point> predicted = in.points("pred_px");
        if (labels.isEmpty() || labels.size() != predicted.size()) {
            throw in.wrong("pred_px");
        }
        double stride = in.number("stride");
        TargetScale scale = TargetScale.of(labels).onGrid(stride, TargetScale.INPUT_SIDE);
        LabelContext label = LabelContext.assumed(scale, new Point(1, 0));
        List<KeypointResidual> points = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            Point e = predicted.get(i).minus(labels.get(i));
            points.add(new KeypointResidual(e, true, label));
        }
        return points;
    }

    private static Map<String, Object> target(Inputs in) throws CaseException {
        List<KeypointResidual> points = residuals(in);
        double stride = in.number("stride");
        LabelContext label = points.getFirst().label();
        SigmaLaw law = SigmaFormulas.law(in, SigmaUnits.GRID);
        Helium paper = helium(law, SigmaFormulas.weights(in), Normaliser.PAPER, 0);
        Helium mean = helium(law, SigmaFormulas.weights(in), Normaliser.MEAN, 0);
        return Values.of("dmin_grid", label.scale().dMin() / stride)
                .and("sigma_grid", law.sigma(label) / stride)
                .and("per_keypoint_PAPER", perKeypoint(paper, points, stride))
                .and("sum_PAPER", paper.target(points, Reduction.SUM).value() / stride)
                .and("per_keypoint_MEAN", perKeypoint(mean, points, stride))
                .and("mean_MEAN", mean.target(points, Reduction.MEAN).value() / stride)
                .map();
    }

    private static List<Double> perKeypoint(
            Helium loss, List<KeypointResidual> points, double stride) {
        return points.stream().map(p -> loss.at(p.residual(), p.label()).value() / stride).toList();
    }

    /// In the frame of the grid, where the threshold is meant.
    private static Map<String, Object> smoothL1(Inputs in) throws CaseException {
        double threshold = in.number("huber_beta", 1);
        if (in.has("pred_minus_label")) {
            Point e = in.point("pred_minus_label");
            double sigma = in.number("sigma");
            Helium helium = helium(SigmaLaw.PAPER, SigmaFormulas.weights(in), Normaliser.MEAN, 0);
            LossValue at =
                    new SmoothL1Helium(helium, threshold, SmoothL1Helium.Level.KEYPOINT)
                            .at(e, sigma);
            return Values.of("helium", helium.at(e, sigma).value())
                    .and("value", at.value())
                    .and("grad", List.of(at.dx(), at.dy()))
                    .map();
        }
        double stride = in.number("stride");
        List<KeypointResidual> cells = new ArrayList<>();
        for (KeypointResidual p : residuals(in)) {
            LabelContext label =
                    new LabelContext(
                            p.label().scale().scaled(1 / stride).onGrid(1, 1), p.label().noise());
            cells.add(new KeypointResidual(p.residual().times(1 / stride), true, label));
        }
        Helium paper =
                helium(
                        SigmaFormulas.law(in, SigmaUnits.GRID),
                        SigmaFormulas.weights(in),
                        Normaliser.PAPER,
                        0);
        SmoothL1Helium each = new SmoothL1Helium(paper, threshold, SmoothL1Helium.Level.KEYPOINT);
        SmoothL1Helium whole = new SmoothL1Helium(paper, threshold, SmoothL1Helium.Level.TARGET);
        TargetValue sum = each.target(cells, Reduction.SUM);
        return Values.of(
                        "per_keypoint",
                        cells.stream().map(p -> each.at(p.residual(), p.label()).value()).toList())
                .and("per_keypoint_sum", sum.value())
                .and("per_target", whole.target(cells, Reduction.SUM).value())
                .map();
    }

    private static Map<String, Object> anisotropic(Inputs in) throws CaseException {
        Point e = in.point("pred_minus_label");
        double theta = in.number("theta");
        EndNoise noise =
                new EndNoise(
                        in.number("sigma_par"),
                        in.number("sigma_perp"),
                        new Point(Math.cos(theta), Math.sin(theta)));
        LabelContext label = new LabelContext(LabelContext.of(1).scale(), noise);
        return Values.of("EUCLID", lossValue(new HeliumElliptic(Rings.MEAN, 0).at(e, label)))
                .and("MAHALANOBIS", lossValue(new HeliumMahalanobis(Rings.MEAN, 1, 0).at(e, label)))
                .map();
    }

    private static Map<String, Object> precision(Inputs in) throws CaseException {
        HeliumPrecision loss =
                new HeliumPrecision(
                        SigmaLaw.CALIBRATED,
                        new Rings(SigmaFormulas.weights(in), Normaliser.MEAN),
                        in.number("s_ref"),
                        0);
        return lossValue(loss.at(in.point("pred_minus_label"), in.number("sigma")));
    }

    private static Map<String, Object> rice(Inputs in) throws CaseException {
        LossValue at =
                new Rice(SigmaLaw.PAPER).at(new Point(in.number("d"), 0), in.number("sigma"));
        return Values.of("value", at.value()).and("slope", at.dx()).map();
    }
}
