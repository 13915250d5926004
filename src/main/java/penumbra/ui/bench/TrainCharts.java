package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.stage.Stage;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.ui.chart.ChartLook;
import penumbra.ui.chart.LiveChart;

/// Milliseconds from new numbers to the frame that shows them: a live chart of 10,000 steps with
/// five losses each, each time with other values.
final class TrainCharts {

    private static final int STEPS = 10_000;
    private static final int LINES = 5;
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 800;
    private static final int REFRESHES = 20;
    private static final int WARM_UP = 20;

    private TrainCharts() {}

    static List<Samples> measure(BenchWindow bench, Path folder, int runs)
            throws IOException, InterruptedException {
        LiveChart live =
                BenchWindow.on(() -> {
                    LiveChart made =
                            new LiveChart(
                                    new ChartLook(new SimpleObjectProperty<>(true)), (_, _) -> {});
                    Stage stage = new Stage();
                    stage.setScene(new Scene(made, WIDTH, HEIGHT));
                    stage.show();
                    return made;
                });
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < WARM_UP + REFRESHES * runs; i++) {
            LineChart next = chart(i);
            double time =
                    Stopwatch.frame(() -> {
                        live.show(next);
                        if (!live.refresh()) {
                            throw new IllegalStateException("nothing was drawn");
                        }
                    });
            if (i >= WARM_UP) {
                times.add(time);
            }
        }
        BenchWindow.on(() -> {
            live.getScene().getWindow().hide();
            return null;
        });
        return List.of(new Samples("train_charts_refresh", Samples.MILLISECONDS, times));
    }

    private static LineChart chart(int turn) {
        double[] at = new double[STEPS];
        double[][] values = new double[LINES][STEPS];
        for (int i = 0; i < STEPS; i++) {
            at[i] = i + 1;
            for (int l = 0; l < LINES; l++) {
                values[l][i] =
                        (l + 1) * (0.3 + Math.exp(-i / 500.0))
                                + 0.2 * Math.sin(i * (12.9 + l) + turn);
            }
        }
        List<LineChart.Line> lines = new ArrayList<>();
        for (int l = 0; l < LINES; l++) {
            lines.add(new LineChart.Line("loss " + l, values[l], l));
        }
        return new LineChart(
                "loss", Axis.of("step", "1"), at, Axis.of("loss", "1"), lines, List.of());
    }
}
