package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.engine.Detector;
import penumbra.engine.PoseWeights;
import penumbra.engine.Predictor;
import penumbra.engine.head.Suppression;
import penumbra.engine.landscape.Snapshots;
import penumbra.run.RunFolder;
import penumbra.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A network as it was after other epochs of the run that its weights came from; to be closed.
record EarlierEpochs(List<Detector> detectors) implements AutoCloseable {

    private static final int MOST = 11;

    /// Opens the newest that the run kept.
    ///
    /// @param epochs how many at most; 0 for none
    /// @throws CommandException if none was kept beside the weights
    static EarlierEpochs open(NetworkOptions network, int epochs) throws Exception {
        List<Detector> detectors = new ArrayList<>();
        EarlierEpochs earlier = new EarlierEpochs(detectors);
        if (epochs == 0) {
            return earlier;
        }
        try {
            for (Path file : files(network.weights(), epochs)) {
                detectors.add(network.open(file));
            }
        } catch (Exception e) {
            earlier.close();
            throw e;
        }
        return earlier;
    }

    private static List<Path> files(Path weights, int epochs) throws Exception {
        RunFolder run = RunFolder.ofWeights(weights);
        Snapshots snapshots = new Snapshots(run.snapshots());
        List<Path> files =
                snapshots.newest(0, 1).isEmpty()
                        ? List.of()
                        : snapshots.newest(PoseWeights.read(weights).epoch(), epochs);
        if (files.isEmpty()) {
            throw new CommandException(
                    Texts.of(EarlierEpochs.class, "predict.no-epochs", weights, run.snapshots()));
        }
        return files;
    }

    List<Predictor> predictors(int side, Suppression suppression) {
        return detectors.stream().map(d -> new Predictor(d, side, suppression)).toList();
    }

    @Override
    public void close() {
        detectors.forEach(Detector::close);
    }

    /// So many as a run keeps.
    static final class Count implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String value) {
            if (value.matches("[0-9]{1,2}") && Integer.parseInt(value) <= MOST) {
                return Integer.valueOf(value);
            }
            throw new TypeConversionException(
                    Texts.of(EarlierEpochs.class, "usage.epochs", value, MOST));
        }
    }
}
