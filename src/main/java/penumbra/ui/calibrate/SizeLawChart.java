package penumbra.ui.calibrate;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import penumbra.model.Estimate;
import penumbra.plot.Axis;
import penumbra.plot.LineChart;
import penumbra.text.Texts;
import penumbra.uncertainty.measure.Calibration;

/// The measured deviations by the size of the target, with their 95 % limits, as far as targets of
/// that size were measured.
final class SizeLawChart {

    private static final int PLACES = 61;

    /// Looks of lines from here on are dashed; the same colours come again.
    private static final int DASHED = 7;

    private SizeLawChart() {}

    static LineChart of(Calibration calibration) {
        double least = calibration.gaps().getFirst();
        double most = Math.max(calibration.gaps().getLast(), least + 1);
        double[] at =
                IntStream.range(0, PLACES)
                        .mapToDouble(i -> least + (most - least) * i / (PLACES - 1))
                        .toArray();
        List<Estimate> along = DoubleStream.of(at).mapToObj(calibration::along).toList();
        List<Estimate> across = DoubleStream.of(at).mapToObj(calibration::across).toList();
        double top =
                1.05
                        * Math.max(
                                most(along, Estimate::high, Estimate::value),
                                most(across, Estimate::high, Estimate::value));
        return new LineChart(
                text("chart.title"),
                Axis.of(text("chart.gap"), "px"),
                at,
                Axis.of(text("chart.sigma"), "px").within(0, top),
                List.of(
                        line("chart.along", along, Estimate::value, 0),
                        line("chart.along.low", along, Estimate::low, DASHED),
                        line("chart.along.high", along, Estimate::high, DASHED),
                        line("chart.across", across, Estimate::value, 1),
                        line("chart.across.low", across, Estimate::low, DASHED + 1),
                        line("chart.across.high", across, Estimate::high, DASHED + 1)),
                List.of(new LineChart.Mark(calibration.usualGap(), text("chart.median"))));
    }

    /// Limits may be wide where few were measured; what is wider than three times the law is cut.
    private static double most(
            List<Estimate> estimates,
            ToDoubleFunction<Estimate> limit,
            ToDoubleFunction<Estimate> value) {
        return Math.min(
                estimates.stream().mapToDouble(limit).max().orElse(1),
                3 * estimates.stream().mapToDouble(value).max().orElse(1));
    }

    private static LineChart.Line line(
            String key, List<Estimate> estimates, ToDoubleFunction<Estimate> of, int look) {
        return new LineChart.Line(text(key), estimates.stream().mapToDouble(of).toArray(), look);
    }

    private static String text(String key) {
        return Texts.of(SizeLawChart.class, key);
    }
}
