package penumbra.plot.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.loss.KeypointLoss;
import penumbra.plot.Axis;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.Grid;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.SigmaCharts;
import penumbra.run.PlateResult;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent.Sigmas;
import penumbra.text.Texts;
import penumbra.uncertainty.SigmaLaw;

/// The target map on a plate at the sigmas of an epoch: at each place the largest of the keypoints'
/// `exp(-r^2 / (2 sigma^2))`, about one of them, input px; with the plate's outline and what was
/// found of it.
///
/// Sigmas are those that a schedule drives, of heat maps in cells, of a loss as a multiple of its
/// [SigmaLaw]; without a schedule those of the law on the finest grid.
public final class PlateTarget {

    private static final int NODES = 97;
    private static final double SIGMAS = 4;
    private static final int LABEL_LOOK = 1;
    private static final int FOUND_LOOK = 2;

    private PlateTarget() {}

    /// @param history up to the epoch
    /// @param path of the plate up to that epoch
    /// @param loss that the run minimises, as a function of one keypoint
    /// @param cell side of a cell of its heat maps, input px
    /// @return empty where neither a schedule nor a law says how large a sigma is
    public static Optional<ContourChart> of(
            RunHistory history,
            PlatePath path,
            Optional<KeypointLoss> loss,
            double cell,
            int keypoint) {
        PlateResult now = path.epochs().getLast();
        ExploredPlate plate = PlatePath.explored(now, path.schema(), path.side());
        Optional<SigmaLaw> law = loss.flatMap(SigmaCharts::law);
        List<List<Double>> told =
                history.sigmas().stream()
                        .flatMap(s -> sigmas(s, cell, plate, law).stream())
                        .toList();
        List<Double> sigmas = told.isEmpty() ? lawful(plate, law) : told.getLast();
        if (keypoint >= sigmas.size() || !(sigmas.get(keypoint) > 0)) {
            return Optional.empty();
        }
        double widest =
                told.stream()
                        .mapToDouble(s -> s.get(keypoint))
                        .reduce(sigmas.get(keypoint), Math::max);
        Point label = plate.points().get(keypoint).at();
        return Optional.of(
                new ContourChart(
                        title(history, path, keypoint, sigmas.get(keypoint)),
                        Axis.of(text("target.x"), text("target.input")),
                        Axis.of(text("target.y"), text("target.input")),
                        Axis.of(text("target.value"), "1").within(0, 1),
                        grid(plate, sigmas, label, SIGMAS * widest),
                        List.of(Math.exp(-2), Math.exp(-0.5)),
                        figures(plate, now, keypoint),
                        false));
    }

    /// Input px, one for each keypoint; empty where they are multiples of what no law says.
    private static Optional<List<Double>> sigmas(
            Sigmas told, double cell, ExploredPlate plate, Optional<SigmaLaw> law) {
        List<Double> each = told.keypoints().stream().map(k -> k.sigma()).toList();
        if (each.size() != plate.points().size()) {
            return Optional.empty();
        }
        return switch (told.unit()) {
            case "cells" -> Optional.of(each.stream().map(s -> s * cell).toList());
            case "times" ->
                    law.map(_ -> {
                        List<Double> own = lawful(plate, law);
                        List<Double> wide = new ArrayList<>();
                        for (int k = 0; k < each.size(); k++) {
                            wide.add(each.get(k) * own.get(k));
                        }
                        return wide;
                    });
            default -> Optional.of(each);
        };
    }

    private static List<Double> lawful(ExploredPlate plate, Optional<SigmaLaw> law) {
        return law.map(l -> plate.labels().stream().map(l::sigma).toList()).orElse(List.of());
    }

    private static String title(RunHistory history, PlatePath path, int keypoint, double sigma) {
        return text(
                "target.plate",
                path.schema().keypoints().get(keypoint),
                path.schema().classNames().get(path.epochs().getLast().classIndex()),
                String.format(Locale.ROOT, "%.3g", sigma),
                history.epochs().isEmpty() ? 0 : history.epochs().getLast().epoch());
    }

    private static Grid grid(ExploredPlate plate, List<Double> sigmas, Point about, double half) {
        double[] axis = new double[NODES];
        for (int i = 0; i < NODES; i++) {
            axis[i] = half * (2.0 * i / (NODES - 1) - 1);
        }
        double[] values = new double[NODES * NODES];
        double[] dx = new double[NODES * NODES];
        double[] dy = new double[NODES * NODES];
        for (int k = 0; k < sigmas.size(); k++) {
            if (plate.points().get(k).labelled() && sigmas.get(k) > 0) {
                Point centre = plate.points().get(k).at().minus(about);
                double variance = sigmas.get(k) * sigmas.get(k);
                for (int node = 0; node < values.length; node++) {
                    double x = axis[node % NODES] - centre.x();
                    double y = axis[node / NODES] - centre.y();
                    double value = Math.exp(-(x * x + y * y) / (2 * variance));
                    if (value > values[node]) {
                        values[node] = value;
                        dx[node] = -x / variance * value;
                        dy[node] = -y / variance * value;
                    }
                }
            }
        }
        return new Grid(axis, axis, values, dx, dy);
    }

    private static List<Figure> figures(ExploredPlate plate, PlateResult now, int keypoint) {
        Point about = plate.points().get(keypoint).at();
        List<Figure> figures = new ArrayList<>();
        figures.add(
                new Figure(
                        text("path.label"),
                        plate.points().stream().map(p -> p.at().minus(about)).toList(),
                        Figure.Style.RING,
                        LABEL_LOOK));
        Point label = now.label().get(keypoint);
        now.found()
                .ifPresent(found ->
                        figures.add(
                                new Figure(
                                        text("path.found"),
                                        found.stream()
                                                .map(p -> p.minus(label).times(now.gain()))
                                                .toList(),
                                        Figure.Style.CROSSES,
                                        FOUND_LOOK)));
        return figures;
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PlateTarget.class, key, arguments);
    }
}
