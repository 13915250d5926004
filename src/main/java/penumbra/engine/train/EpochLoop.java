package penumbra.engine.train;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import penumbra.data.load.Batch;
import penumbra.data.load.Epoch;
import penumbra.data.load.Loader;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.loss.KeypointTally;
import penumbra.engine.loss.LossResult;
import penumbra.engine.optim.Optimizer;
import penumbra.engine.optim.Schedule;
import penumbra.engine.optim.Training;
import penumbra.run.ProcessMemory;
import penumbra.run.RunControl;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// The batches of an epoch through the network, one after another.
final class EpochLoop {

    /// Batches in a row without a finite loss or gradient after which the weights are given up.
    private static final int MOST_LOST = 5;

    private final Training training;
    private final Schedule schedule;
    private final Journal journal;
    private final RunControl control;
    private final int epoch;
    private final double rate;
    private final MeanLosses losses = new MeanLosses();
    private KeypointTally keypoints;
    private int index;
    private int lastStep;
    private int pictures;
    private int lost;
    private List<Double> rates = List.of(0.0, 0.0, 0.0);

    /// @param progress after the epoch before
    EpochLoop(
            Training training,
            Schedule schedule,
            Journal journal,
            RunControl control,
            RunProgress progress) {
        this.training = training;
        this.schedule = schedule;
        this.journal = journal;
        this.control = control;
        this.epoch = progress.epoch();
        this.rate = progress.rate();
        this.index = progress.epoch() * schedule.batches();
        this.lastStep = progress.lastStep();
        this.keypoints = KeypointTally.empty(training.network().architecture().head().keypoints());
    }

    MeanLosses losses() {
        return losses;
    }

    /// How wrong each keypoint was.
    KeypointTally keypoints() {
        return keypoints;
    }

    int lastStep() {
        return lastStep;
    }

    int pictures() {
        return pictures;
    }

    List<Double> rates() {
        return rates;
    }

    /// @return whether the epoch came to its end; else a person stopped it
    /// @throws Diverged if batch after batch was lost
    boolean run(Loader loader, Epoch batches) throws IOException, InterruptedException, Diverged {
        for (int number = 1; ; number++) {
            if (!mayGoOn()) {
                return false;
            }
            long start = System.nanoTime();
            Optional<Duration> cpu = processorTime();
            if (!batches.hasNext()) {
                return true;
            }
            Batch batch = batches.next();
            batch(batch, number, start, (System.nanoTime() - start) / 1e9, cpu);
            loader.recycle(batch);
        }
    }

    private static Optional<Duration> processorTime() {
        return ProcessHandle.current().info().totalCpuDuration();
    }

    private void batch(
            Batch batch, int number, long start, double waited, Optional<Duration> cpuBefore)
            throws IOException, Diverged {
        Optimizer.Step step = schedule.step(index);
        rates = step.rates().stream().map(r -> r * rate).toList();
        Optional<LossResult> result = add(batch);
        Optional<Double> norm = Optional.empty();
        if (schedule.due(index, lastStep) && training.pending() > 0) {
            norm = Optional.of(training.step(new Optimizer.Step(rates, step.momentum())));
            lastStep = index;
        }
        if (result.isEmpty() || norm.isPresent() && !Double.isFinite(norm.get())) {
            lost(number);
        } else {
            lost = 0;
        }
        index++;
        pictures += batch.size();
        if (result.isPresent()) {
            Optional<Double> stepped = norm;
            double duration = (System.nanoTime() - start) / 1e9 - waited;
            Optional<Double> cpu =
                    cpuBefore.flatMap(b -> processorTime().map(t -> t.minus(b).toNanos() / 1e9));
            double memory = ProcessMemory.residentMebibytes();
            losses.add(result.get().items());
            keypoints = keypoints.plus(result.get().keypoints());
            journal.tell(
                    epoch + 1,
                    seconds ->
                            new TrainingEvent.Step(
                                    seconds,
                                    index,
                                    epoch + 1,
                                    number,
                                    batch.size(),
                                    MeanLosses.byName(result.get().items()),
                                    rates,
                                    stepped,
                                    duration,
                                    waited,
                                    memory,
                                    cpu));
        }
    }

    /// Empty when the network gave no finite numbers.
    private Optional<LossResult> add(Batch batch) {
        try {
            LossResult result =
                    training.add(
                            batch.pixels(),
                            new AnchorGrid(batch.side(), batch.side()),
                            batch.targets());
            return Double.isFinite(result.total()) ? Optional.of(result) : Optional.empty();
        } catch (ArithmeticException _) {
            return Optional.empty();
        }
    }

    private void lost(int number) throws IOException, Diverged {
        lost++;
        journal.notice("batch-lost", Texts.of(EpochLoop.class, "train.lost", epoch + 1, number));
        journal.notices(epoch + 1);
        if (lost >= MOST_LOST) {
            throw new Diverged();
        }
    }

    /// Obeys what a person asks; false when the run is to stop.
    private boolean mayGoOn() throws IOException, InterruptedException {
        Optional<RunControl.Ask> asked = control.asked();
        if (asked.isEmpty()) {
            return true;
        }
        control.obeyed();
        if (asked.get() != RunControl.Ask.PAUSE) {
            return asked.get() == RunControl.Ask.CONTINUE;
        }
        journal.tell(epoch + 1, TrainingEvent.Paused::new);
        journal.hold();
        RunControl.Ask then = control.await();
        journal.release();
        if (then == RunControl.Ask.CONTINUE) {
            journal.tell(epoch + 1, TrainingEvent.Continued::new);
        }
        return then == RunControl.Ask.CONTINUE;
    }
}
