package penumbra.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.run.ChildJvm;

/// What was measured in a window, and on what; each group in a process of its own.
///
/// @param pipeline what drew the window
/// @param width of its content, screen px
/// @param height of its content, screen px
record WindowFigures(String pipeline, double width, double height, List<Measured> samples) {

    /// Every single value of a figure.
    record Measured(String name, String unit, List<Double> values) {}

    /// Measures a group.
    ///
    /// @param folder for what is made
    /// @param place see [BenchCommand.Window]
    static WindowFigures measure(BenchGroup group, Path folder, Path place, int runs)
            throws Exception {
        Path home = Files.createDirectories(folder.resolve("home-" + group));
        return ChildProcess.run(
                WindowFigures.class,
                ChildJvm.FOR_WINDOW,
                "bench",
                "--window",
                group.name(),
                "--home",
                home.toString(),
                "--place",
                place.toString(),
                "--runs",
                Integer.toString(runs));
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        samples.forEach(m -> figures.add(Figure.of(m.name(), m.unit(), m.values())));
        return figures;
    }
}
