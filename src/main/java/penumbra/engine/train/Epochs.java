package penumbra.engine.train;

import java.io.IOException;
import java.util.Optional;
import penumbra.data.load.Epoch;
import penumbra.engine.optim.Training;
import penumbra.engine.weights.WeightsException;
import penumbra.run.ResultsFile;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;

/// The epochs of a run, each with validation, files and events at its end.
record Epochs(
        RunConfig config,
        RunSetup setup,
        TrainingData data,
        RunFiles files,
        Feed feed,
        Journal journal) {

    /// Goes through the epochs that are left.
    ///
    /// @throws Diverged if the weights lead nowhere any more
    TrainingEvent go(Training training, RunProgress from)
            throws IOException, WeightsException, InterruptedException, Diverged {
        RunProgress progress = from;
        while (progress.epoch() < setup.schedule().epochs()) {
            if (progress.waited(config.whole(RunOption.PATIENCE))) {
                return finished(TrainingEvent.End.PATIENCE, progress);
            }
            double start = journal.seconds();
            EpochLoop loop =
                    new EpochLoop(
                            training, setup.schedule(), journal, folder().control(), progress);
            boolean mosaic = mosaic(progress.epoch());
            try (Epoch batches = feed.loader().epoch(progress.epoch(), mosaic)) {
                if (!loop.run(feed.loader(), batches)) {
                    return finished(TrainingEvent.End.STOPPED, progress);
                }
            }
            progress = finish(training, progress, loop, start);
        }
        return finished(TrainingEvent.End.COMPLETED, progress);
    }

    /// Whether an epoch may see mosaics. The last `close-mosaic` ones see pictures by themselves;
    /// of a short run at most the later half, where the reference's rule would leave mosaics on to
    /// the end.
    ///
    /// @param epoch from 0
    boolean mosaic(int epoch) {
        int epochs = setup.schedule().epochs();
        int closed = config.whole(RunOption.CLOSE_MOSAIC);
        return epoch < Math.max(epochs - closed, Math.ceilDiv(epochs, 2));
    }

    private RunFolder folder() {
        return files.folder();
    }

    private TrainingEvent finished(TrainingEvent.End end, RunProgress progress) throws IOException {
        TrainingEvent.Finished finished =
                new TrainingEvent.Finished(
                        journal.seconds(), end, progress.bestEpoch(), progress.bestFitness());
        journal.tell(progress.epoch(), _ -> finished);
        return finished;
    }

    /// Validation, files and events after the batches of an epoch.
    ///
    /// @param start when it began, seconds of work
    private RunProgress finish(Training training, RunProgress before, EpochLoop loop, double start)
            throws IOException, WeightsException, Diverged {
        int epoch = before.epoch() + 1;
        Optional<TrainingEvent.Validation> validation = validate(training, before);
        RunProgress progress =
                before.finished(
                        loop.lastStep(),
                        validation.map(TrainingEvent.Validation::fitness).orElse(Double.NaN),
                        journal.seconds());
        TrainingEvent.Epoch event =
                new TrainingEvent.Epoch(
                        journal.seconds(),
                        epoch,
                        loop.losses().get(),
                        validation,
                        loop.rates(),
                        loop.pictures() / (journal.seconds() - start));
        journal.tell(epoch, _ -> event);
        new ResultsFile(folder().results()).add(event);
        Checkpoint checkpoint = new Checkpoint(progress, training.state());
        files.weights(checkpoint);
        files.resume(checkpoint);
        boolean best = progress.bestEpoch() == epoch;
        String file =
                folder().path().relativize(best ? folder().best() : folder().last()).toString();
        journal.tell(epoch, seconds -> new TrainingEvent.Checkpoint(seconds, epoch, file, best));
        return progress;
    }

    private Optional<TrainingEvent.Validation> validate(Training training, RunProgress before)
            throws IOException, Diverged {
        if (data.validation().isEmpty()) {
            return Optional.empty();
        }
        HeldBack.Looked looked;
        try {
            looked = feed.heldBack().look(training.average().network(), setup.loss());
        } catch (ArithmeticException _) {
            throw new Diverged();
        }
        looked.unread().forEach(m -> journal.notice("picture", m));
        Judgement judged =
                Judgement.of(looked.pictures(), data.schema(), config.whole(RunOption.IMGSZ));
        folder().writePlates(before.epoch() + 1, Judgement.plates(looked.pictures(), data.root()));
        double fitness =
                setup.fitness()
                        .of(judged.boxes(), judged.keypoints(), judged.labels(), judged.truth());
        return Optional.of(
                new TrainingEvent.Validation(
                        looked.losses(),
                        judged.boxes(),
                        judged.keypoints(),
                        judged.labels(),
                        judged.truth(),
                        fitness,
                        before.improvedBy(fitness)));
    }
}
