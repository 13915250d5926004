package penumbra.engine.train;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import penumbra.engine.PoseWeights;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.HeadRows;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.optim.RunningStatistics;
import penumbra.engine.weights.Transfer;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.run.RunConfig;
import penumbra.run.RunOption;

/// The weights that a run begins with: those it is told of, or those of rendered plates, as far as
/// they fit its network, and for the rest, or without either, random numbers.
final class FirstWeights {

    private FirstWeights() {}

    /// @param names of classes and keypoints, as files of weights say them
    /// @param notices gets a sentence when only a part of known weights fits
    static Weights of(
            RunConfig config,
            Architecture network,
            Map<String, String> names,
            Map<String, String> notices)
            throws WeightsException {
        Weights initial =
                InitialWeights.of(network, config.whole(RunOption.SEED)).withMetadata(names);
        Optional<Weights> known = known(config);
        if (known.isEmpty()) {
            return initial;
        }
        Optional<HeadRows> rows = HeadRows.between(known.get(), initial);
        Transfer transfer =
                Transfer.of(known.get(), initial, name -> rows.flatMap(r -> r.of(name)));
        if (!transfer.kept().isEmpty()) {
            notices.put("weights", transfer.summary());
        }
        return RunningStatistics.settled(transfer.weights(), transfer.taken());
    }

    private static Optional<Weights> known(RunConfig config) throws WeightsException {
        Optional<Path> named = config.place(RunOption.WEIGHTS);
        if (named.isPresent()) {
            return Optional.of(PoseWeights.read(named.get()).weights());
        }
        return config.text(RunOption.START).equals("rendered")
                ? Optional.of(PoseWeights.rendered())
                : Optional.empty();
    }
}
