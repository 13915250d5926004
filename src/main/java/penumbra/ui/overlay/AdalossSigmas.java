package penumbra.ui.overlay;

import java.util.List;
import java.util.stream.IntStream;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.record.SigmaRecord;

/// The sigmas of the keypoints of a scene, epoch by epoch.
record AdalossSigmas(OverlayScene scene, AdalossOverlay.Settings settings) {

    CellGrid grid() {
        return CellGrid.of(scene.picture().size(), settings.inputSide(), settings.stride());
    }

    static LossHistory history(AdalossOverlay.Settings settings, int keypoints) {
        return settings.example() == LossExamples.RUN
                ? settings.run().content().map(LossHistory::of).orElse(LossHistory.NONE)
                : settings.example().history(keypoints, settings.own());
    }

    /// What a run trained with, or what the rule makes of a history.
    List<SigmaSchedule> schedules() {
        if (settings.example() == LossExamples.RUN && settings.run().read()) {
            SigmaRecord record = settings.run().content().orElseThrow();
            return IntStream.range(0, scene.schema().keypointCount())
                    .mapToObj(k -> SigmaSchedule.of(record.of(k)))
                    .toList();
        }
        double start = Adaloss.start(grid().width(), grid().height());
        return by(settings.rule(start), start);
    }

    /// What the rule of the paper would make of the same losses.
    List<SigmaSchedule> papers() {
        return by(Adaloss.PAPER, schedules().getFirst().at(0));
    }

    private List<SigmaSchedule> by(Adaloss rule, double start) {
        int count = scene.schema().keypointCount();
        LossHistory history = history(settings, count);
        return IntStream.range(0, count)
                .mapToObj(k -> SigmaSchedule.of(rule, start, history.of(k)))
                .toList();
    }
}
