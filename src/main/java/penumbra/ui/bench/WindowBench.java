package penumbra.ui.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import penumbra.ui.Fx;

/// Measures the window. The toolkit starts once in a process, and what ran before changes heap and
/// caches: so each group of figures wants a process of its own.
///
/// @param io writes projects
/// @param pool everything else that takes time
public record WindowBench(Executor io, Executor pool) {

    /// Figures that are measured together.
    private enum Group {
        FRAMES(Frames::measure),
        NEXT(NextPicture::measure),
        SAVED(Saving::measure),
        LIST(ManyInList::measure),
        SESSION(PlateSession::measure),
        OVERLAYS(OverlayFrames::measure),
        TRAIN(TrainCharts::measure);

        private final Measurement measurement;

        Group(Measurement measurement) {
            this.measurement = measurement;
        }
    }

    /// How a group is measured.
    @FunctionalInterface
    private interface Measurement {
        List<Samples> in(BenchWindow bench, Path place, int runs)
                throws IOException, InterruptedException;
    }

    /// Opens a window, measures and closes it.
    ///
    /// @param group name of the group
    /// @param home an empty folder
    /// @param place a folder to be filled with pictures; for the list a project with many
    /// @throws IOException if there can be no window, or it does not do as it should
    public WindowReport measure(String group, Path home, Path place, int runs)
            throws IOException, InterruptedException {
        Group wanted = Group.valueOf(group);
        BenchWindow bench = BenchWindow.show(home, io, pool);
        try {
            List<Samples> samples = wanted.measurement.in(bench, place, runs);
            return BenchWindow.on(() ->
                    new WindowReport(
                            Fx.pipeline(),
                            bench.stage().getScene().getWidth(),
                            bench.stage().getScene().getHeight(),
                            samples));
        } finally {
            bench.close();
        }
    }
}
