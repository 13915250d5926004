package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import penumbra.plot.Skin;
import penumbra.plot.report.RunReport;
import penumbra.run.EventTail;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;
import penumbra.run.Sweep;
import penumbra.run.SweepQueue;
import penumbra.run.SweepQueue.Outcome;
import penumbra.run.TrainProcess;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.PairedBootstrap;
import penumbra.text.Texts;

/// `penumbra train` with several losses, gains or seeds: the runs one after the other, each in a
/// process of its own, and their comparison.
record SweepTraining(Console console, boolean json) {

    /// @param report folder of the comparison
    int run(Sweep sweep, Path report) throws Exception {
        List<Outcome> outcomes = new SweepQueue(this::watched).work(sweep, this::tell);
        if (outcomes.contains(Outcome.STOPPED)) {
            console.error("sweep.stopped.all");
            return 0;
        }
        List<RunRecord> runs = new ArrayList<>();
        for (Sweep.Planned run : sweep.runs()) {
            runs.add(RunRecord.read(run.folder()));
        }
        Comparison comparison = Comparison.of(runs, PairedBootstrap.USUAL);
        RunReport.write(comparison, Skin.LIGHT, report);
        new ComparisonWords(console).say(comparison, report, json);
        long failed = outcomes.stream().filter(o -> o == Outcome.FAILED).count();
        if (failed > 0) {
            console.error("sweep.broken", failed, outcomes.size());
        }
        return failed == 0 ? 0 : 1;
    }

    private void tell(SweepQueue.Turn turn) {
        String name = turn.run().folder().name();
        console.err()
                .println(
                        turn.outcome()
                                .map(o ->
                                        Texts.of(
                                                SweepTraining.class,
                                                "sweep." + o.name().toLowerCase(Locale.ROOT),
                                                name))
                                .orElseGet(() ->
                                        Texts.of(
                                                SweepTraining.class,
                                                "sweep.turn",
                                                turn.number(),
                                                turn.of(),
                                                name)));
    }

    /// Starts a run, or finds it at work, and shows how it goes on until its process ends.
    private int watched(RunFolder folder) throws IOException, InterruptedException, RunException {
        EventTail tail = new EventTail(folder.events());
        Optional<TrainProcess> found = TrainProcess.find(folder);
        if (found.isEmpty()) {
            tail.next();
        }
        TrainProcess process = found.isPresent() ? found.get() : TrainProcess.resume(folder);
        try (TrainProgress progress = new TrainProgress(console, folder)) {
            boolean ended = false;
            while (!ended) {
                ended = hasEnded(process);
                tail.next().events().forEach(progress);
            }
        }
        int exit = process.exitCode().orElse(0);
        if (exit != 0) {
            process.lastLines().forEach(console.err()::println);
        }
        return exit;
    }

    /// Waits until it has, or a second is over.
    private static boolean hasEnded(TrainProcess process) throws InterruptedException {
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
