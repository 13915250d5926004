package penumbra.plot.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.plot.Axis;
import penumbra.plot.ContourChart;
import penumbra.plot.Grid;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent.Sigmas;
import penumbra.text.Texts;

/// The target that a keypoint has at the sigma of an epoch: `exp(-(dx^2 + dy^2) / (2 sigma^2))`
/// about its label, in the unit in which the run tells its sigmas.
public final class SigmaTarget {

    private static final int NODES = 97;
    private static final double SIGMAS = 4;

    private SigmaTarget() {}

    /// At the newest epoch, on a square that is wide enough for the widest of all epochs, so that
    /// it is seen to shrink; empty where no schedule drives a sigma.
    public static Optional<ContourChart> of(RunHistory history, int keypoint) {
        double widest =
                history.sigmas().stream()
                        .filter(s -> keypoint < s.keypoints().size())
                        .mapToDouble(s -> s.keypoints().get(keypoint).sigma())
                        .max()
                        .orElse(0);
        if (!(widest > 0)) {
            return Optional.empty();
        }
        Sigmas now = history.sigmas().getLast();
        String name =
                history.started()
                        .map(s -> s.keypoints().get(keypoint))
                        .orElse(Integer.toString(keypoint + 1));
        double sigma = now.keypoints().get(keypoint).sigma();
        String title =
                text(
                        "target.title",
                        name,
                        String.format(Locale.ROOT, "%.3g", sigma),
                        now.unit(),
                        now.epoch());
        return Optional.of(
                new ContourChart(
                        title,
                        Axis.of(text("target.x"), now.unit()),
                        Axis.of(text("target.y"), now.unit()),
                        Axis.of(text("target.value"), "1").within(0, 1),
                        grid(sigma, SIGMAS * widest),
                        List.of(Math.exp(-2), Math.exp(-0.5)),
                        List.of(),
                        false));
    }

    private static Grid grid(double sigma, double half) {
        double[] axis = new double[NODES];
        double[] values = new double[NODES * NODES];
        double[] dx = new double[NODES * NODES];
        double[] dy = new double[NODES * NODES];
        for (int i = 0; i < NODES; i++) {
            axis[i] = half * (2.0 * i / (NODES - 1) - 1);
        }
        double variance = sigma * sigma;
        for (int node = 0; node < values.length; node++) {
            double x = axis[node % NODES];
            double y = axis[node / NODES];
            values[node] = Math.exp(-(x * x + y * y) / (2 * variance));
            dx[node] = -x / variance * values[node];
            dy[node] = -y / variance * values[node];
        }
        return new Grid(axis, axis, values, dx, dy);
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(SigmaTarget.class, key, arguments);
    }
}
