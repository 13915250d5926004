package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.loss.Coordinates;
import penumbra.loss.Euclid;
import penumbra.loss.Helium;
import penumbra.loss.KeypointLoss;
import penumbra.loss.KeypointResidual;
import penumbra.loss.L1;
import penumbra.loss.L2;
import penumbra.loss.LossUnits;
import penumbra.loss.LossValue;
import penumbra.loss.MatchedGain;
import penumbra.loss.Norm;
import penumbra.loss.Oks;
import penumbra.loss.PoseLoss;
import penumbra.loss.Reduction;
import penumbra.loss.YoloPose;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;
import penumbra.uncertainty.SmallestGap;
import penumbra.uncertainty.TargetScale;

/// The pose head of YOLOv8, and other losses in its place.
final class YoloFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "yolo.oks_loss", YoloFormulas::oksLoss,
                    "yolo.all_unlabelled", YoloFormulas::oksLoss,
                    "yolo.oks_keypoint", YoloFormulas::oksKeypoint,
                    "yolo.kpt_decode", YoloFormulas::decode,
                    "yolo.matched_gain", YoloFormulas::matchedGain,
                    "yolo.keypoint_loss_units", YoloFormulas::units);

    /// One positive anchor of a case, in grid cells.
    private record Anchor(
            List<Point> predicted, List<Point> labels, List<Boolean> labelled, double area) {

        /// In a frame of that many px to a cell.
        List<KeypointResidual> residuals(double stride) {
            List<Point> known = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                if (labelled.get(i)) {
                    known.add(labels.get(i).times(stride));
                }
            }
            Box none = new Box(0, 0, 0, 0);
            double gap = SmallestGap.of(known, Box.hull(known).orElse(none));
            TargetScale scale =
                    new TargetScale(
                            gap, gap, area * stride * stride, stride, TargetScale.INPUT_SIDE);
            LabelContext label = LabelContext.assumed(scale, new Point(1, 0));
            List<KeypointResidual> points = new ArrayList<>();
            for (int i = 0; i < labels.size(); i++) {
                Point e = predicted.get(i).minus(labels.get(i)).times(stride);
                points.add(new KeypointResidual(e, labelled.get(i), label));
            }
            return points;
        }
    }

    private YoloFormulas() {}

    private static List<Anchor> anchors(Inputs in) throws CaseException {
        List<List<Point>> predicted = in.pointRows("pred");
        List<List<Point>> labels = in.pointRows("gt");
        List<List<Integer>> visibility = in.integerRows("vis");
        List<Double> areas = in.numbers("area");
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < predicted.size(); i++) {
            if (i >= labels.size() || labels.get(i).size() != predicted.get(i).size()) {
                throw in.wrong("gt");
            }
            if (i >= visibility.size() || visibility.get(i).size() != labels.get(i).size()) {
                throw in.wrong("vis");
            }
            if (i >= areas.size()) {
                throw in.wrong("area");
            }
            List<Boolean> labelled = visibility.get(i).stream().map(v -> v > 0).toList();
            anchors.add(new Anchor(predicted.get(i), labels.get(i), labelled, areas.get(i)));
        }
        return anchors;
    }

    private static Map<String, Object> oksLoss(Inputs in) throws CaseException {
        List<Anchor> anchors = anchors(in);
        List<Double> sigmas = in.numbers("sigmas");
        for (Anchor anchor : anchors) {
            if (anchor.labels().size() != sigmas.size()) {
                throw in.wrong("sigmas");
            }
        }
        double loss =
                new YoloPose(sigmas, 1)
                        .of(anchors.stream().map(a -> a.residuals(1)).toList())
                        .value();
        return Values.of("loss", loss).and("with_gain_12", YoloPose.STOCK_GAIN * loss).map();
    }

    private static Map<String, Object> oksKeypoint(Inputs in) throws CaseException {
        double area = in.number("area");
        double side = Math.sqrt(area);
        TargetScale scale = new TargetScale(side, side, area, 8, TargetScale.INPUT_SIDE);
        LossValue at =
                new Oks(in.number("kappa") / 2)
                        .at(in.point("e"), new LabelContext(scale, EndNoise.isotropic(1)));
        return Values.of("value", at.value()).and("grad", List.of(at.dx(), at.dy())).map();
    }

    private static Map<String, Object> decode(Inputs in) throws CaseException {
        Point cell = in.point("cell_xy");
        Point grid = YoloPose.decode(in.point("raw"), (int) cell.x(), (int) cell.y());
        return Values.of("grid", Values.xy(grid))
                .and("px", Values.xy(grid.times(in.number("stride"))))
                .map();
    }

    private static Map<String, Object> matchedGain(Inputs in) throws CaseException {
        double kappa = in.number("kappa");
        double gain = in.number("oks_gain", YoloPose.STOCK_GAIN);
        List<Double> gains =
                in.numbers("tau").stream()
                        .map(tau -> MatchedGain.unitSlope(tau, kappa, gain))
                        .toList();
        return Values.of("gain", gains).map();
    }

    /// The case is in grid cells; losses are in px, here 8 of them to a cell, and BOX takes the
    /// factor out again.
    private static Map<String, Object> units(Inputs in) throws CaseException {
        List<List<KeypointResidual>> targets = new ArrayList<>();
        List<Double> sigmas = new ArrayList<>();
        double stride = TargetScale.STRIDE;
        for (Anchor anchor : anchors(in)) {
            List<KeypointResidual> points = anchor.residuals(stride);
            sigmas.add(SigmaLaw.PAPER.sigma(points.getFirst().label()) / stride);
            targets.add(points);
        }
        KeypointLoss helium = new Helium(SigmaLaw.PAPER, Rings.MEAN, Norm.L2, 0);
        Values heliumValues = Values.of("sigma_grid", sigmas);
        return Values.of("EUCLID", inBox(new Euclid(0), targets, Values.none()))
                .and("L1_SUM", inBox(new L1(Coordinates.SUM), targets, Values.none()))
                .and("L2_SQ", inBox(new L2(L2.Form.SQUARED, 1), targets, Values.none()))
                .and("HELIUM_MEAN", inBox(helium, targets, heliumValues))
                .map();
    }

    private static Map<String, Object> inBox(
            KeypointLoss loss, List<List<KeypointResidual>> targets, Values into) {
        PoseLoss pose = new PoseLoss(loss, LossUnits.BOX, Reduction.MEAN, 1);
        List<Double> each = targets.stream().map(t -> pose.target(t).value()).toList();
        return into.and("per_target", each).and("mean", pose.of(targets).value()).map();
    }
}
