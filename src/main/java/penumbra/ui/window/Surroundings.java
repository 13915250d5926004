package penumbra.ui.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import penumbra.run.TrainProcess;
import penumbra.ui.Fx;
import penumbra.ui.SettingsFile;
import penumbra.ui.train.Starter;

/// What the window is given by the program.
///
/// @param settings where it remembers things
/// @param cache folder for what can be made again at any time
/// @param sample data.yaml of the sample, where the program has one
/// @param sampleProject where the project of the sample lies
/// @param io writes projects, one edit after the other
/// @param pool everything else that takes time
/// @param darkDesktop whether the desktop is dark, as it changes
/// @param starter of the processes that train
public record Surroundings(
        SettingsFile settings,
        Path cache,
        Optional<Path> sample,
        Path sampleProject,
        Executor io,
        Executor pool,
        ObservableValue<Boolean> darkDesktop,
        Starter starter) {

    /// With training in processes of this program.
    public Surroundings(
            SettingsFile settings,
            Path cache,
            Optional<Path> sample,
            Path sampleProject,
            Executor io,
            Executor pool,
            ObservableValue<Boolean> darkDesktop) {
        this(settings, cache, sample, sampleProject, io, pool, darkDesktop, TrainProcess::resume);
    }

    /// On the desktop as the toolkit knows it.
    public Surroundings(
            SettingsFile settings,
            Path cache,
            Optional<Path> sample,
            Path sampleProject,
            Executor io,
            Executor pool) {
        this(settings, cache, sample, sampleProject, io, pool, Fx.darkDesktop());
    }
}
