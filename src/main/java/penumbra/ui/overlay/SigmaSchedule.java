package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.adaloss.AdalossState;
import penumbra.uncertainty.record.SigmaRecord;

/// What a rule makes of one keypoint's loss history.
///
/// @param sigmas cells, at the beginning of each epoch and after the last
/// @param collapsed first epoch after which the rule had to be held at its least sigma, else -1
record SigmaSchedule(List<Double> sigmas, int collapsed) {

    static SigmaSchedule of(Adaloss rule, double start, List<Double> losses) {
        List<Double> sigmas = new ArrayList<>();
        sigmas.add(start);
        int collapsed = -1;
        for (AdalossState state : rule.run(start, losses)) {
            if (state.clamped() && collapsed < 0) {
                collapsed = sigmas.size() - 1;
            }
            sigmas.add(state.sigma());
        }
        return new SigmaSchedule(List.copyOf(sigmas), collapsed);
    }

    /// What a run trained with.
    static SigmaSchedule of(List<SigmaRecord.State> recorded) {
        return new SigmaSchedule(recorded.stream().map(SigmaRecord.State::sigma).toList(), -1);
    }

    /// The same where the first epoch has that number; those before it are as it began.
    SigmaSchedule countedFrom(int first) {
        List<Double> counted = new ArrayList<>(Collections.nCopies(first, sigmas.getFirst()));
        counted.addAll(sigmas);
        return new SigmaSchedule(
                List.copyOf(counted), collapsed < 0 ? collapsed : collapsed + first);
    }

    /// At the beginning of an epoch; after the last one the last value.
    double at(int epoch) {
        return sigmas.get(Math.clamp(epoch, 0, sigmas.size() - 1));
    }
}
