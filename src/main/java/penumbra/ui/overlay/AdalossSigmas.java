package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.record.SigmaRecord;

/// The sigmas of the keypoints of a scene, epoch by epoch: those of a run as it counts its epochs,
/// all others from 0.
record AdalossSigmas(OverlayScene scene, AdalossOverlay.Settings settings) {

    /// That of the run, where its folder says it.
    CellGrid grid() {
        Optional<Recording.Cells> own = settings.cellsOfRun();
        return CellGrid.of(
                scene.picture().size(),
                own.map(Recording.Cells::side).orElse(settings.inputSide()),
                own.map(Recording.Cells::stride).orElse(settings.stride()));
    }

    /// The epoch after which nothing changes any more.
    static int last(AdalossOverlay.Settings settings) {
        return settings.example() == LossExamples.RUN
                ? settings.run().content().map(r -> r.epochs().getLast().number()).orElse(0)
                : settings.example().history(1, settings.own()).epochs();
    }

    /// What a run trained with, or what the rule makes of a history; none while no run is read.
    List<SigmaSchedule> schedules() {
        if (settings.example() == LossExamples.RUN) {
            return ofRun((run, k) -> SigmaSchedule.of(run.of(k)));
        }
        return ofExample(settings.rule(start()));
    }

    /// What the rule of the paper would make of the same losses.
    List<SigmaSchedule> papers() {
        if (settings.example() == LossExamples.RUN) {
            return ofRun((run, k) ->
                    SigmaSchedule.of(
                            Adaloss.PAPER,
                            run.of(0).getFirst().sigma(),
                            run.of(k).stream().map(SigmaRecord.State::loss).toList()));
        }
        return ofExample(Adaloss.PAPER);
    }

    private List<SigmaSchedule> ofExample(Adaloss rule) {
        int count = scene.schema().keypointCount();
        LossHistory history = settings.example().history(count, settings.own());
        return IntStream.range(0, count)
                .mapToObj(k -> SigmaSchedule.of(rule, start(), history.of(k)))
                .toList();
    }

    private double start() {
        return Adaloss.start(grid().width(), grid().height());
    }

    /// @param each gets the run and a keypoint
    private List<SigmaSchedule> ofRun(BiFunction<SigmaRecord, Integer, SigmaSchedule> each) {
        Optional<SigmaRecord> read = settings.run().content();
        if (read.isEmpty()) {
            return List.of();
        }
        SigmaRecord run = read.get();
        int first = run.epochs().getFirst().number();
        return IntStream.range(0, scene.schema().keypointCount())
                .mapToObj(k -> each.apply(run, k).countedFrom(first))
                .toList();
    }
}
