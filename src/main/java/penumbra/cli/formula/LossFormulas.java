package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Point;
import penumbra.loss.Coordinates;
import penumbra.loss.Euclid;
import penumbra.loss.FilterNormalisation;
import penumbra.loss.Helium;
import penumbra.loss.Huber;
import penumbra.loss.KeypointLoss;
import penumbra.loss.L1;
import penumbra.loss.L2;
import penumbra.loss.LocationEstimate;
import penumbra.loss.LossSurface;
import penumbra.loss.Norm;
import penumbra.loss.SmoothL1;
import penumbra.loss.Wing;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// Baseline losses, surfaces, and where losses settle.
final class LossFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "baseline.keypoint", LossFormulas::keypoint,
                    "baseline.smoothL1", LossFormulas::smoothL1,
                    "baseline.wing", LossFormulas::wing,
                    "surface.keypoint_grid", LossFormulas::surface,
                    "surface.filter_normalise", LossFormulas::filters,
                    "estimator.location", LossFormulas::location);

    private static final KeypointLoss L1_SUM = new L1(Coordinates.SUM);
    private static final KeypointLoss L2_SQUARE = new L2(L2.Form.SQUARED, 1);
    private static final KeypointLoss EUCLID = new Euclid(0);
    private static final KeypointLoss HELIUM =
            new Helium(SigmaLaw.CALIBRATED, Rings.MEAN, Norm.L2, 0);

    private LossFormulas() {}

    private static Map<String, Object> keypoint(Inputs in) throws CaseException {
        Point e = in.point("e");
        double beta = in.number("huber_beta", 1);
        return Values.of("L1_SUM", value(L1_SUM, e))
                .and("L1_MEAN", value(new L1(Coordinates.MEAN), e))
                .and("L2_SQ", value(L2_SQUARE, e))
                .and("L2_MEAN", value(new L2(L2.Form.MEAN, 1), e))
                .and("EUCLID", value(EUCLID, e))
                .and("SMOOTHL1_COORD", value(new SmoothL1(beta, SmoothL1.Shape.COORDINATE), e))
                .and("SMOOTHL1_RADIAL", value(new SmoothL1(beta, SmoothL1.Shape.RADIAL), e))
                .map();
    }

    private static double value(KeypointLoss loss, Point e) {
        return loss.at(e, LabelContext.of(1)).value();
    }

    private static Map<String, Object> smoothL1(Inputs in) throws CaseException {
        List<Double> x = in.numbers("x");
        double beta = in.number("huber_beta", 1);
        return Values.of("value", x.stream().map(v -> Huber.value(v, beta)).toList())
                .and("slope", x.stream().map(v -> Huber.slope(v, beta)).toList())
                .map();
    }

    private static Map<String, Object> wing(Inputs in) throws CaseException {
        Wing wing = new Wing(in.number("w", 10), in.number("eps", 2));
        return Values.of("value", in.numbers("x").stream().map(wing::value).toList())
                .and("slope", in.numbers("x").stream().map(wing::slope).toList())
                .map();
    }

    private static Map<String, Object> surface(Inputs in) throws CaseException {
        double[] axis = in.array("axis");
        LabelContext label = LabelContext.of(in.number("sigma"));
        return Values.of("HELIUM_MEAN", rows(LossSurface.of(HELIUM, label, axis)))
                .and("EUCLID", rows(LossSurface.of(EUCLID, label, axis)))
                .and("L1_SUM", rows(LossSurface.of(L1_SUM, label, axis)))
                .and("L2_SQ", rows(LossSurface.of(L2_SQUARE, label, axis)))
                .map();
    }

    private static List<List<Double>> rows(LossSurface surface) {
        int n = surface.axis().length;
        List<List<Double>> rows = new ArrayList<>();
        for (int row = 0; row < n; row++) {
            List<Double> values = new ArrayList<>();
            for (int column = 0; column < n; column++) {
                values.add(surface.value(row, column));
            }
            rows.add(values);
        }
        return rows;
    }

    private static Map<String, Object> filters(Inputs in) throws CaseException {
        List<List<Double>> weights = in.rows("weights");
        List<List<Double>> direction = in.rows("direction");
        if (weights.size() != direction.size()) {
            throw in.wrong("direction");
        }
        List<List<Double>> normalised = new ArrayList<>();
        for (int i = 0; i < weights.size(); i++) {
            double[] row = FilterNormalisation.of(array(weights.get(i)), array(direction.get(i)));
            normalised.add(Arrays.stream(row).boxed().toList());
        }
        return Values.of("normalised", normalised).map();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(v -> v).toArray();
    }

    private static Map<String, Object> location(Inputs in) throws CaseException {
        List<Point> labels = in.points("labels");
        LabelContext label = LabelContext.of(in.number("helium_sigma", 1));
        return Values.of("L2", place(L2_SQUARE, labels, label))
                .and("L1", place(L1_SUM, labels, label))
                .and("EUCLID", place(EUCLID, labels, label))
                .and("HELIUM", place(HELIUM, labels, label))
                .map();
    }

    private static List<Double> place(KeypointLoss loss, List<Point> labels, LabelContext label) {
        return Values.xy(LocationEstimate.of(loss, labels, label));
    }
}
