package penumbra.ui.train;

import java.io.IOException;
import penumbra.run.LandscapeProcess;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.TrainProcess;

/// Starts the process of a run whose folder has its arguments, or goes on with one that was broken
/// off: [TrainProcess#resume], unless a test puts something else in its place.
@FunctionalInterface
public interface Starter {

    TrainProcess start(RunFolder run) throws IOException, RunException;

    /// Starts the process that computes the landscape of a run.
    ///
    /// @param share of one thread
    default LandscapeProcess map(RunFolder run, double share) throws IOException, RunException {
        return LandscapeProcess.start(run, share);
    }
}
