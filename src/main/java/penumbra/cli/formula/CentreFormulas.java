package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.uncertainty.heatmap.CellOffset;
import penumbra.uncertainty.heatmap.CentreLoss;
import penumbra.uncertainty.heatmap.FocalLoss;
import penumbra.uncertainty.heatmap.GaussianRadius;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Peak;
import penumbra.uncertainty.heatmap.QuadRadius;
import penumbra.uncertainty.heatmap.RadiusFormula;
import penumbra.uncertainty.heatmap.SigmaRule;
import penumbra.uncertainty.heatmap.SubCell;

/// CornerNet and CenterNet: radius, target map, losses, decoding.
final class CentreFormulas {

    static final Map<String, Formula> ALL =
            Map.ofEntries(
                    Map.entry("centernet.radius", CentreFormulas::radius),
                    Map.entry("centernet.quad_radius", CentreFormulas::quadRadius),
                    Map.entry("centernet.sigma", CentreFormulas::sigma),
                    Map.entry("centernet.heatmap", CentreFormulas::heatmap),
                    Map.entry("centernet.focal", CentreFormulas::focal),
                    Map.entry("centernet.focal_logit", CentreFormulas::focalLogit),
                    Map.entry("centernet.offset", CentreFormulas::offset),
                    Map.entry("centernet.size_offset_total", CentreFormulas::total),
                    Map.entry("centernet.peaks", CentreFormulas::peaks),
                    Map.entry("centernet.box_decode", CentreFormulas::box),
                    Map.entry("heatmap.subcell", CentreFormulas::subCell));

    private static final double OVERLAP = 0.7;
    private static final double STRIDE = 4;

    private CentreFormulas() {}

    private static Map<String, Object> radius(Inputs in) throws CaseException {
        if (in.has("cases")) {
            List<Double> least = new ArrayList<>();
            for (List<Double> c : in.rows("cases")) {
                if (c.size() != 3) {
                    throw in.wrong("cases");
                }
                least.add(
                        GaussianRadius.of(c.get(0), c.get(1), c.get(2), RadiusFormula.CORRECT)
                                .least());
            }
            return Values.of("CORRECT_min", least).map();
        }
        double w = in.number("w");
        double h = in.number("h");
        Values values = Values.none();
        for (RadiusFormula formula : RadiusFormula.values()) {
            GaussianRadius r = GaussianRadius.of(w, h, in.number("min_overlap", OVERLAP), formula);
            values.and(formula.name(), List.of(r.outside(), r.inside(), r.shifted()))
                    .and(formula + "_min", r.least())
                    .and(formula + "_int", r.cells(0))
                    .and(formula + "_case", r.ruling().name().toLowerCase(Locale.ROOT));
        }
        GaussianRadius r =
                GaussianRadius.of(w, h, in.number("min_overlap", OVERLAP), RadiusFormula.CORRECT);
        return values.and("sigma_paper_r_over_3", SigmaRule.PAPER.sigma(r.least()))
                .and("sigma_code_diameter_over_6", SigmaRule.CODE.sigma(r.cells(0)))
                .and("overlap_outside", GaussianRadius.overlapOutside(w, h, r.outside()))
                .and("overlap_inside", GaussianRadius.overlapInside(w, h, r.inside()))
                .and("overlap_shift", GaussianRadius.overlapShifted(w, h, r.shifted()))
                .map();
    }

    private static Map<String, Object> quadRadius(Inputs in) throws CaseException {
        List<Double> radii = new ArrayList<>();
        for (List<Point> corners : in.pointRows("quads")) {
            radii.add(QuadRadius.of(Quad.of(corners), in.number("min_overlap", OVERLAP)));
        }
        return Values.of("r", radii).map();
    }

    private static Map<String, Object> sigma(Inputs in) throws CaseException {
        int r = in.integer("r");
        double sigma = SigmaRule.CODE.sigma(r);
        Heatmap map = Heatmap.gaussian(2, 1, new Point(0, 0), sigma);
        return Values.of("sigma_code", sigma).and("neighbour_value", map.at(1, 0)).map();
    }

    private static Map<String, Object> heatmap(Inputs in) throws CaseException {
        List<Heatmap.Spot> spots = new ArrayList<>();
        for (Inputs o : in.objects("objects")) {
            spots.add(Heatmap.Spot.of(o.integer("cx"), o.integer("cy"), o.integer("r")));
        }
        Heatmap map = Heatmap.of(in.integer("width"), in.integer("height"), spots);
        return Values.of("map", rows(map)).map();
    }

    static List<List<Double>> rows(Heatmap map) {
        List<List<Double>> rows = new ArrayList<>();
        for (int y = 0; y < map.height(); y++) {
            int from = y * map.width();
            rows.add(Arrays.stream(map.values(), from, from + map.width()).boxed().toList());
        }
        return rows;
    }

    private static Heatmap map(Inputs in, String name) throws CaseException {
        List<List<Double>> rows = in.rows(name);
        int width = rows.isEmpty() ? 0 : rows.getFirst().size();
        if (width == 0 || rows.stream().anyMatch(row -> row.size() != width)) {
            throw in.wrong(name);
        }
        double[] values = rows.stream().flatMap(List::stream).mapToDouble(v -> v).toArray();
        return new Heatmap(width, rows.size(), values);
    }

    private static FocalLoss loss(Inputs in) throws CaseException {
        return new FocalLoss(
                in.number("alpha", FocalLoss.DEFAULT.alpha()),
                in.number("beta", FocalLoss.DEFAULT.beta()));
    }

    private static Map<String, Object> focal(Inputs in) throws CaseException {
        FocalLoss.MapValue at = loss(in).map(map(in, "p").values(), map(in, "y"));
        return Values.of("loss", at.value()).and("note_literal_sign", -at.value()).map();
    }

    private static Map<String, Object> focalLogit(Inputs in) throws CaseException {
        List<Double> z = in.numbers("z");
        List<Double> y = in.numbers("y");
        if (z.size() != y.size()) {
            throw in.wrong("y");
        }
        List<FocalLoss.Cell> cells = new ArrayList<>();
        for (int i = 0; i < z.size(); i++) {
            cells.add(loss(in).cell(z.get(i), y.get(i)));
        }
        return Values.of("value", cells.stream().map(FocalLoss.Cell::value).toList())
                .and("dz", cells.stream().map(FocalLoss.Cell::slope).toList())
                .map();
    }

    private static Map<String, Object> offset(Inputs in) throws CaseException {
        double stride = in.number("stride", STRIDE);
        List<CellOffset> offsets =
                in.points("points").stream()
                        .map(p -> CellOffset.of(p, stride, CellOffset.Rounding.FLOOR))
                        .toList();
        return Values.of("cell", offsets.stream().map(o -> List.of(o.x(), o.y())).toList())
                .and("offset", offsets.stream().map(o -> Values.xy(o.offset())).toList())
                .and(
                        "round_trip_px",
                        offsets.stream().map(o -> Values.xy(o.point(stride))).toList())
                .map();
    }

    private static Map<String, Object> total(Inputs in) throws CaseException {
        double size = loss(in, "size", CentreLoss.Error.L1, CentreLoss.Divisor.PAPER);
        double l1 = loss(in, "off", CentreLoss.Error.L1, CentreLoss.Divisor.PAPER);
        double smooth = loss(in, "off", CentreLoss.Error.SMOOTH_L1, CentreLoss.Divisor.PAPER);
        double keypoint = in.number("Lk");
        return Values.of("Lsize_PAPER", size)
                .and("Lsize_CODE", loss(in, "size", CentreLoss.Error.L1, CentreLoss.Divisor.CODE))
                .and("Loff_L1", l1)
                .and("Loff_SMOOTHL1", smooth)
                .and("Ldet_L1", CentreLoss.total(keypoint, size, l1))
                .and("Ldet_SMOOTHL1", CentreLoss.total(keypoint, size, smooth))
                .map();
    }

    private static double loss(
            Inputs in, String head, CentreLoss.Error error, CentreLoss.Divisor divisor)
            throws CaseException {
        List<Point> predicted = in.points(head + "_pred");
        List<Point> truth = in.points(head + "_true");
        if (predicted.size() != truth.size()) {
            throw in.wrong(head + "_true");
        }
        return CentreLoss.of(predicted, truth, error, divisor).value();
    }

    private static Map<String, Object> peaks(Inputs in) throws CaseException {
        List<Peak> peaks =
                Peak.of(map(in, "map"), in.number("threshold", 0), Peak.LIMIT, Peak.Plateau.KEEP);
        return Values.of(
                        "peaks_xy_score",
                        peaks.stream().map(p -> List.of(p.x(), p.y(), p.score())).toList())
                .map();
    }

    private static Map<String, Object> box(Inputs in) throws CaseException {
        Point cell = in.point("cell");
        Box box =
                new Peak((int) cell.x(), (int) cell.y(), 1)
                        .box(
                                in.point("offset"),
                                in.point("size_cells"),
                                in.number("stride", STRIDE));
        return Values.of("box", List.of(box.x(), box.y(), box.right(), box.bottom())).map();
    }

    private static Map<String, Object> subCell(Inputs in) throws CaseException {
        Heatmap map =
                Heatmap.gaussian(
                        in.integer("width"),
                        in.integer("height"),
                        in.point("centre"),
                        in.number("sigma"));
        List<Peak> peaks = Peak.of(map, 0, 1, Peak.Plateau.FIRST);
        if (peaks.isEmpty()) {
            throw in.wrong("centre");
        }
        Peak top = peaks.getFirst();
        return Values.of("argmax", List.of(top.x(), top.y()))
                .and("max", top.score())
                .and("refined", SubCell.taylor(map, top.x(), top.y()).map(Values::xy).orElse(null))
                .and("quarter_offset", Values.xy(SubCell.quarter(map, top.x(), top.y())))
                .map();
    }
}
