package penumbra.engine.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.load.Epoch;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.optim.Training;
import penumbra.engine.weights.WeightsException;
import penumbra.run.ResultsFile;
import penumbra.run.RunConfig;
import penumbra.run.RunFolder;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;
import penumbra.uncertainty.adaloss.SigmaSchedule;

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
            BatchLoss loss = setup.losses().at(progress.epoch(), sigmas(progress));
            training.use(loss);
            EpochLoop loop =
                    new EpochLoop(
                            training, setup.schedule(), journal, folder().control(), progress);
            boolean mosaic = mosaic(progress.epoch());
            try (Epoch batches = feed.loader().epoch(progress.epoch(), mosaic)) {
                if (!loop.run(feed.loader(), batches)) {
                    return finished(TrainingEvent.End.STOPPED, progress);
                }
            }
            progress = finish(training, progress, loop, loss, start);
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
    /// @param loss of the epoch
    /// @param start when it began, seconds of work
    private RunProgress finish(
            Training training, RunProgress before, EpochLoop loop, BatchLoss loss, double start)
            throws IOException, WeightsException, Diverged {
        int epoch = before.epoch() + 1;
        Optional<TrainingEvent.Validation> validation = validate(training, before, loss);
        Optional<SigmaSchedule> used = sigmas(before);
        Optional<SigmaSchedule> sigmas = used.map(s -> s.next(loop.keypoints().means()));
        RunProgress progress =
                before.finished(
                        loop.lastStep(),
                        validation.map(TrainingEvent.Validation::fitness).orElse(Double.NaN),
                        journal.seconds(),
                        sigmas.map(SigmaSchedule::numbers).orElse(List.of()));
        TrainingEvent.Epoch event =
                new TrainingEvent.Epoch(
                        journal.seconds(),
                        epoch,
                        loop.losses().get(),
                        validation,
                        loop.rates(),
                        loop.pictures() / (journal.seconds() - start));
        journal.tell(epoch, _ -> event);
        if (used.isPresent()) {
            tell(epoch, used.get(), loop.keypoints().means());
        }
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

    /// The deviations of the epoch that comes next.
    private Optional<SigmaSchedule> sigmas(RunProgress progress) {
        return progress.sigmas().isEmpty()
                ? setup.losses().begin()
                : setup.losses().read(progress.sigmas());
    }

    private void tell(int epoch, SigmaSchedule schedule, List<Double> losses) throws IOException {
        List<TrainingEvent.KeypointSigma> keypoints = new ArrayList<>();
        for (int k = 0; k < losses.size(); k++) {
            keypoints.add(new TrainingEvent.KeypointSigma(schedule.sigmas().get(k), losses.get(k)));
        }
        journal.tell(
                epoch,
                seconds ->
                        new TrainingEvent.Sigmas(
                                seconds,
                                epoch,
                                schedule.rule().id(),
                                setup.losses().unit(),
                                keypoints));
    }

    private Optional<TrainingEvent.Validation> validate(
            Training training, RunProgress before, BatchLoss loss) throws IOException, Diverged {
        if (data.validation().isEmpty()) {
            return Optional.empty();
        }
        HeldBack.Looked looked;
        try {
            looked = feed.heldBack().look(training.average().network(), loss);
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
