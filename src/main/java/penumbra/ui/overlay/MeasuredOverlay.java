package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.ui.Shortcut;

/// How far the true ends may lie from the labels, as it was measured: ellipses of the covariance
/// that a snap found, and of what two people's labels of the same keypoint say.
///
/// In the plane 1, 2 and 3 standard deviations of a normal distribution hold 39, 86 and 99 of 100
/// cases.
final class MeasuredOverlay implements Overlay<MeasuredOverlay.Settings> {

    private static final Color SNAPPED = Color.web("#ffe94a");
    private static final Color PEOPLE = Color.web("#7ce38b");
    private static final double[] WIDTHS = {1.75, 1.25, 1};

    /// @param one whether the ellipse of one standard deviation is drawn
    /// @param snapped whether ends that were snapped are drawn
    /// @param pairs whether keypoints that two people labelled are drawn
    record Settings(
            boolean one,
            boolean two,
            boolean three,
            boolean snapped,
            boolean pairs,
            @Range(least = 1, most = 50, ratio = true) double magnification) {

        boolean draws(int sigmas) {
            return switch (sigmas) {
                case 1 -> one;
                case 2 -> two;
                default -> three;
            };
        }
    }

    @Override
    public String id() {
        return "measured";
    }

    @Override
    public Shortcut shortcut() {
        return Shortcut.OVERLAY_MEASURED;
    }

    @Override
    public Settings defaults() {
        return new Settings(false, true, false, true, true, 1);
    }

    @Override
    public boolean onAtFirst() {
        return true;
    }

    @Override
    public String caption(Settings settings) {
        return settings.magnification() == 1
                ? ""
                : text("caption", Numbers.factor(settings.magnification()));
    }

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        return sight -> {
            if (settings.snapped()) {
                scene.picture().targets().forEach(t -> snapped(sight, scene, settings, t));
            }
            if (settings.pairs()) {
                scene.measured().pairs().forEach(pair -> pair(sight, settings, pair));
            }
        };
    }

    private static void snapped(Sight sight, OverlayScene scene, Settings settings, Target target) {
        List<Optional<Covariance>> sure = scene.measured().of(target);
        for (int k = 0; k < sure.size(); k++) {
            Point at = sight.onScreen(target.keypoints().get(k).at());
            sure.get(k).ifPresent(c -> ellipses(sight, settings, at, c, SNAPPED));
        }
    }

    /// Both places, the way between them, and around their middle how far one person scatters.
    private static void pair(Sight sight, Settings settings, Measurements.Pair pair) {
        GraphicsContext g = sight.g();
        Point a = sight.onScreen(pair.first());
        Point b = sight.onScreen(pair.second());
        g.setStroke(PEOPLE);
        g.setLineWidth(1);
        g.strokeLine(a.x(), a.y(), b.x(), b.y());
        g.setFill(PEOPLE);
        for (Point at : List.of(a, b)) {
            g.fillOval(at.x() - 2, at.y() - 2, 4, 4);
        }
        Point middle = a.plus(b).times(0.5);
        pair.noise().ifPresent(c -> ellipses(sight, settings, middle, c, PEOPLE));
    }

    private static void ellipses(
            Sight sight, Settings settings, Point at, Covariance covariance, Color colour) {
        GraphicsContext g = sight.g();
        g.save();
        g.translate(at.x(), at.y());
        g.rotate(Math.toDegrees(covariance.angle()));
        g.setStroke(colour);
        for (int sigmas = 1; sigmas <= 3; sigmas++) {
            if (settings.draws(sigmas)) {
                double factor = sigmas * settings.magnification();
                double along = sight.onScreen(factor * covariance.major());
                double across = sight.onScreen(factor * covariance.minor());
                g.setLineWidth(WIDTHS[sigmas - 1]);
                g.strokeOval(-along, -across, 2 * along, 2 * across);
            }
        }
        g.restore();
    }

    @Override
    public List<ReadOut> readOuts(OverlayScene scene, Settings settings) {
        List<ReadOut> lines = new ArrayList<>();
        Optional<Target> selected = scene.selectedTarget();
        List<Optional<Covariance>> sure = selected.map(scene.measured()::of).orElse(List.of());
        for (int k = 0; k < sure.size(); k++) {
            String name = scene.schema().keypoints().get(k);
            sure.get(k)
                    .ifPresent(c ->
                            lines.add(
                                    ReadOut.of(
                                            name,
                                            String.format(
                                                    Locale.ROOT,
                                                    "%.2f × %.2f px",
                                                    c.major(),
                                                    c.minor()))));
        }
        if (lines.isEmpty()) {
            lines.add(ReadOut.of(text("snapped"), text("none")));
        }
        int count = scene.measured().pairs().size();
        lines.add(ReadOut.of(text("pairs"), count == 0 ? text("none") : Integer.toString(count)));
        return lines;
    }
}
