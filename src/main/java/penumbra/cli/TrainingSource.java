package penumbra.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import penumbra.engine.train.TrainingData;
import penumbra.format.Finding;
import penumbra.format.Finding.Severity;
import penumbra.format.FormatException;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.LoadedSplit;
import penumbra.run.RunConfig;
import penumbra.run.RunOption;
import penumbra.text.Texts;

/// What `penumbra train` learns from: a data set as a loader takes it in, or a project with the
/// labels that it has now.
final class TrainingSource {

    private TrainingSource() {}

    /// @param config says what share of a project's pictures is held back, and whether classes
    ///   count
    static TrainingData read(Path source, RunConfig config, Executor io, Console console)
            throws Exception {
        Path at = source.toAbsolutePath().normalize();
        TrainingData read =
                CutProject.isOne(at)
                        ? project(CutProject.read(at, config.real(RunOption.VAL), io, console))
                        : dataSet(DataYaml.of(at));
        return config.flag(RunOption.SINGLE_CLS) ? read.asOneClass() : read;
    }

    private static TrainingData dataSet(DataYaml yaml) throws FormatException {
        LoadedSplit training = LoadedSplit.read(yaml, "train");
        LoadedSplit validation = LoadedSplit.read(yaml, "val");
        return new TrainingData(
                yaml.root().toAbsolutePath().normalize(),
                ValCommand.schema(yaml),
                yaml.shape().dimensions(),
                yaml.flip(),
                training.pictures(),
                validation.pictures(),
                Stream.of(training, validation)
                        .flatMap(split -> split.findings().stream())
                        .filter(f -> f.severity() != Severity.NOTE)
                        .map(Finding::toString)
                        .toList());
    }

    private static TrainingData project(CutProject cut) throws CommandException {
        if (cut.pictures().training().isEmpty()) {
            throw new CommandException(
                    Texts.of(TrainingSource.class, "train.no-pictures", cut.file().path()));
        }
        return new TrainingData(
                cut.file().folder(),
                cut.schema(),
                3,
                Optional.of(cut.schema().flip()),
                cut.pictures().training(),
                cut.pictures().validation(),
                cut.notices());
    }
}
