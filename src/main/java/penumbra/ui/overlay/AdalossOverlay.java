package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.plot.ColourMap;
import penumbra.ui.Shortcut;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.heatmap.Heatmap;

/// The target map of Adaloss at an epoch: Gaussians whose sigma follows the variance of each
/// keypoint's own loss. The loss history is made up, drawn or pasted, and sigma what the rule makes
/// of it; or both are those of a run.
final class AdalossOverlay implements Overlay<AdalossOverlay.Settings> {

    private static final Color RING = Color.web("#f0abfc");

    /// Beyond so many sigma a Gaussian is below 0.0004, which no colour shows.
    private static final double SEEN = 4;

    private static final double GOAL = 1.5;
    private static final int GOAL_EPOCHS = 60;

    /// @param epoch t; sigma is that of its beginning; as the run counts where one is shown
    /// @param example which loss history
    /// @param own history that was drawn or pasted
    /// @param run whose sigmas are shown as they were recorded, in its own cells
    /// @param window w, epochs
    /// @param rho step
    /// @param stride input px of a cell
    record Settings(
            @Range(least = 0, most = LossHistory.MOST_EPOCHS, played = true) int epoch,
            LossExamples example,
            LossHistory own,
            Recording.Sigmas run,
            Adaloss.Mode mode,
            @Range(least = 2, most = 12) int window,
            @Range(least = 0.05, most = 3) double rho,
            Adaloss.Increase increase,
            PickedPoints keypoints,
            @Range(least = 2, most = 32) int stride,
            @Range(least = 160, most = 1920) int inputSide,
            ColourMap colours) {

        /// Of the run that is shown; empty where its folder does not say, and where none is shown.
        Optional<Recording.Cells> cellsOfRun() {
            return example == LossExamples.RUN ? run.cells() : Optional.empty();
        }

        /// @param start sigma before the first epoch, cells
        Adaloss rule(double start) {
            double least = mode == Adaloss.Mode.PAPER ? 0.5 : 1;
            double goal = Math.min(GOAL, start / 2);
            return new Adaloss(
                    mode,
                    window,
                    rho,
                    increase,
                    least,
                    Adaloss.SAFE.kappa(),
                    Adaloss.SAFE.relativeCap(),
                    Adaloss.eta(rho, start, goal, GOAL_EPOCHS));
        }
    }

    @Override
    public String id() {
        return "adaloss";
    }

    @Override
    public Shortcut shortcut() {
        return Shortcut.OVERLAY_ADALOSS;
    }

    @Override
    public Settings defaults() {
        return new Settings(
                60,
                LossExamples.NOISY,
                LossHistory.NONE,
                Recording.Sigmas.NONE,
                Adaloss.Mode.REL,
                Adaloss.REL.window(),
                Adaloss.REL.rho(),
                Adaloss.REL.increase(),
                PickedPoints.ALL,
                4,
                512,
                ColourMap.MAGMA);
    }

    @Override
    public boolean applies(Settings settings, String component) {
        boolean recorded = settings.example() == LossExamples.RUN;
        return switch (component) {
            case "own" -> settings.example() == LossExamples.OWN;
            case "run" -> recorded;
            case "mode", "window", "rho", "increase" -> !recorded;
            case "stride", "inputSide" -> settings.cellsOfRun().isEmpty();
            default -> true;
        };
    }

    @Override
    public boolean belowLabels() {
        return true;
    }

    @Override
    public double most(Settings settings, String component, double most) {
        return component.equals("epoch") ? Math.max(1, AdalossSigmas.last(settings)) : most;
    }

    @Override
    public String caption(Settings settings) {
        if (settings.example() == LossExamples.RUN && !settings.run().read()) {
            return text("caption.none");
        }
        int last = AdalossSigmas.last(settings);
        return text("caption", Math.min(settings.epoch(), last), last);
    }

    @Override
    public Optional<Legend> legend(Settings settings) {
        return Optional.of(new Legend(settings.colours(), "0", text("high")));
    }

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        AdalossSigmas sigmas = new AdalossSigmas(scene, settings);
        CellGrid grid = sigmas.grid();
        List<SigmaSchedule> schedules = sigmas.schedules();
        if (schedules.isEmpty()) {
            return _ -> {};
        }
        double[] values = new double[grid.width() * grid.height()];
        List<CellPart> parts = new ArrayList<>();
        for (Target target : scene.focus()) {
            for (int k = 0; k < target.keypoints().size(); k++) {
                Keypoint keypoint = target.keypoints().get(k);
                if (keypoint.labelled() && settings.keypoints().has(k)) {
                    double sigma = schedules.get(k).at(settings.epoch());
                    parts.add(add(values, grid, keypoint.at(), sigma));
                }
            }
        }
        Painting map = HeatMap.fading(grid, values, parts, settings.colours());
        return sight -> {
            map.paint(sight);
            scene.selectedTarget().ifPresent(t -> rings(sight, grid, settings, t, schedules));
        };
    }

    /// Adds a keypoint's Gaussian, the larger value in each cell, as far as it can be seen.
    ///
    /// @return that far
    private static CellPart add(double[] values, CellGrid grid, Point at, double sigma) {
        // The middle of the first cell is half a cell from the picture's corner.
        Point node = grid.toCells(at).minus(new Point(0.5, 0.5));
        CellPart part = CellPart.of(grid, new Box(node.x(), node.y(), 0, 0), SEEN * sigma);
        Point inPart = node.minus(new Point(part.left(), part.top()));
        double[] one = Heatmap.gaussian(part.width(), part.height(), inPart, sigma).values();
        for (int y = 0; y < part.height(); y++) {
            int row = (part.top() + y) * grid.width() + part.left();
            for (int x = 0; x < part.width(); x++) {
                values[row + x] = Math.max(values[row + x], one[y * part.width() + x]);
            }
        }
        return part;
    }

    /// One sigma around each keypoint, so that a wide target still says how wide it is.
    private static void rings(
            Sight sight,
            CellGrid grid,
            Settings settings,
            Target target,
            List<SigmaSchedule> schedules) {
        GraphicsContext g = sight.g();
        double cell = sight.onScreen(grid.cell());
        g.setStroke(RING);
        g.setLineWidth(1);
        g.setLineDashes(6, 4);
        for (int k = 0; k < target.keypoints().size(); k++) {
            if (target.keypoints().get(k).labelled() && settings.keypoints().has(k)) {
                Point at = sight.onScreen(target.keypoints().get(k).at());
                double r = cell * schedules.get(k).at(settings.epoch());
                g.strokeOval(at.x() - r, at.y() - r, 2 * r, 2 * r);
            }
        }
        g.setLineDashes();
    }

    @Override
    public List<ReadOut> readOuts(OverlayScene scene, Settings settings) {
        AdalossSigmas sigmas = new AdalossSigmas(scene, settings);
        double cell = sigmas.grid().cell();
        List<SigmaSchedule> schedules = sigmas.schedules();
        if (schedules.isEmpty()) {
            return List.of();
        }
        List<SigmaSchedule> paper = sigmas.papers();
        List<ReadOut> lines = new ArrayList<>();
        for (int k = 0; k < schedules.size(); k++) {
            double sigma = schedules.get(k).at(settings.epoch());
            lines.add(
                    ReadOut.of(
                            "σ " + scene.schema().keypoints().get(k),
                            text("sigma", Numbers.three(sigma), Numbers.px(sigma * cell))));
        }
        for (int k = 0; k < paper.size(); k++) {
            int collapsed = paper.get(k).collapsed();
            if (collapsed >= 0) {
                lines.add(
                        new ReadOut(
                                text("paper.of", scene.schema().keypoints().get(k)),
                                text("paper.collapses", collapsed),
                                true));
            }
        }
        if (paper.stream().allMatch(s -> s.collapsed() < 0)) {
            lines.add(ReadOut.of(text("paper"), text("paper.holds")));
        }
        return lines;
    }

    @Override
    public Optional<CurveChart> chart(OverlayScene scene, Settings settings) {
        AdalossSigmas sigmas = new AdalossSigmas(scene, settings);
        List<SigmaSchedule> schedules = sigmas.schedules();
        if (schedules.isEmpty()) {
            return Optional.empty();
        }
        List<CurveChart.Curve> curves = new ArrayList<>();
        List<SigmaSchedule> paper = sigmas.papers();
        for (int k = 0; k < schedules.size(); k++) {
            if (settings.keypoints().has(k)) {
                curves.add(
                        new CurveChart.Curve(
                                scene.schema().keypoints().get(k),
                                schedules.get(k).sigmas(),
                                paper.get(k).collapsed()));
            }
        }
        int last = schedules.getFirst().sigmas().size() - 1;
        return Optional.of(
                new CurveChart(
                        text("axis.epoch"),
                        text("axis.sigma"),
                        curves,
                        OptionalDouble.of(Math.min(settings.epoch(), last))));
    }
}
