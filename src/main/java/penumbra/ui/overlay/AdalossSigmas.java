package penumbra.ui.overlay;

import java.util.List;
import java.util.Optional;
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
        if (settings.example() != LossExamples.RUN) {
            double start = Adaloss.start(grid().width(), grid().height());
            return by(settings.rule(start), start, history());
        }
        return settings.run().content().map(this::recorded).orElse(List.of());
    }

    private List<SigmaSchedule> recorded(SigmaRecord run) {
        return IntStream.range(0, scene.schema().keypointCount())
                .mapToObj(k ->
                        SigmaSchedule.of(run.of(k)).countedFrom(run.epochs().getFirst().number()))
                .toList();
    }

    /// What the rule of the paper would make of the same losses.
    List<SigmaSchedule> papers() {
        if (settings.example() != LossExamples.RUN) {
            double start = Adaloss.start(grid().width(), grid().height());
            return by(Adaloss.PAPER, start, history());
        }
        return settings.run().content().map(this::papers).orElse(List.of());
    }

    private List<SigmaSchedule> papers(SigmaRecord run) {
        double start = run.of(0).getFirst().sigma();
        return by(Adaloss.PAPER, start, LossHistory.of(run)).stream()
                .map(s -> s.countedFrom(run.epochs().getFirst().number()))
                .toList();
    }

    private LossHistory history() {
        return settings.example().history(scene.schema().keypointCount(), settings.own());
    }

    private List<SigmaSchedule> by(Adaloss rule, double start, LossHistory history) {
        return IntStream.range(0, scene.schema().keypointCount())
                .mapToObj(k -> SigmaSchedule.of(rule, start, history.of(k)))
                .toList();
    }
}
