package penumbra.plot.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import penumbra.geometry.Size;
import penumbra.metric.TargetErrors;
import penumbra.plot.Axis.Scale;
import penumbra.plot.Chart;
import penumbra.plot.ChartFormat;
import penumbra.plot.Skin;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.RunRecord;
import penumbra.run.compare.ComparedRun;

/// The plots that lie in a run's own folder.
public final class RunPlots {

    private static final Size SIZE = new Size(640, 440);

    private RunPlots() {}

    /// The plots by the names of their files, without ending; those of errors are of the best epoch
    /// and of clean truth where it is known.
    public static SequencedMap<String, Chart> of(RunRecord record) {
        SequencedMap<String, Chart> plots = new LinkedHashMap<>();
        ShownRun run = ShownRun.of(record, record.history(), 0);
        plots.put("losses", EpochCharts.losses(run, Scale.LOGARITHMIC));
        plots.put(
                "map",
                EpochCharts.measures(
                        run,
                        List.of(
                                EpochMeasure.POSE_MAP,
                                EpochMeasure.POSE_MAP50,
                                EpochMeasure.POSE_MAP75,
                                EpochMeasure.BOX_MAP),
                        Against.LABELS));
        plots.put("learning-rate", StepCharts.learningRate(run));
        if (!record.history().sigmas().isEmpty()) {
            plots.put("sigma", EpochCharts.sigmas(run));
        }
        ComparedRun best = ComparedRun.of(record);
        for (Against against : List.of(Against.TRUTH, Against.LABELS)) {
            List<TargetErrors> errors = best.errors(against);
            if (!errors.isEmpty()) {
                List<ErrorLine> lines = List.of(new ErrorLine(record.name(), errors, 0));
                plots.put(
                        "error",
                        EpochCharts.measures(
                                run,
                                List.of(
                                        EpochMeasure.RMSE,
                                        EpochMeasure.MEDIAN,
                                        EpochMeasure.ALONG,
                                        EpochMeasure.ACROSS),
                                against));
                plots.put("ced", ErrorCharts.cumulative(lines, ErrorCharts.Unit.PIXELS, against));
                plots.put("parts", ErrorCharts.parts(lines, against));
                plots.put("size", ErrorCharts.bySize(lines, against));
                break;
            }
        }
        return plots;
    }

    /// Draws them as PNG.
    ///
    /// @param folder that is made where it is not there
    public static void write(RunRecord record, Skin skin, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, Chart> plot : of(record).entrySet()) {
            Path file = folder.resolve(plot.getKey() + "." + ChartFormat.PNG.ending());
            ChartFormat.PNG.write(plot.getValue(), skin, SIZE, file);
        }
    }
}
