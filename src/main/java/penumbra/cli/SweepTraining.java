package penumbra.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import penumbra.plot.Skin;
import penumbra.plot.report.RunReport;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunRecord;
import penumbra.run.Sweep;
import penumbra.run.SweepQueue;
import penumbra.run.SweepQueue.Outcome;
import penumbra.run.compare.Comparison;
import penumbra.run.compare.PairedBootstrap;
import penumbra.text.Texts;

/// `penumbra train` with several losses, gains or seeds: the runs, each in a process of its own,
/// and their comparison.
///
/// @param jobs runs at the same time
/// @param executor begins as many tasks at once
record SweepTraining(Console console, boolean json, int jobs, Executor executor) {

    /// @param report folder of the comparison
    int run(Sweep sweep, Path report) throws Exception {
        List<Outcome> outcomes =
                new SweepQueue(this::watched, jobs, executor).work(sweep, this::tell);
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

    private int watched(RunFolder folder) throws IOException, InterruptedException, RunException {
        try (TrainProgress progress =
                jobs == 1
                        ? new TrainProgress(console, folder)
                        : TrainProgress.besideOthers(console, folder)) {
            return WatchedTraining.untilItEnds(folder, console, progress);
        }
    }
}
