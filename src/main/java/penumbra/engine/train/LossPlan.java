package penumbra.engine.train;

import java.util.List;
import java.util.Optional;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.heatmap.HeatmapPreset;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.loss.HeadLoss;
import penumbra.loss.CalibratedOks;
import penumbra.loss.PoseLoss;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.adaloss.SigmaSchedule;

/// The loss of every epoch, and the deviations that a schedule moves from epoch to epoch.
sealed interface LossPlan {

    /// The schedule before the first epoch; empty where nothing is scheduled.
    Optional<SigmaSchedule> begin();

    /// The schedule's rule, to read its numbers back.
    Optional<Adaloss> rule();

    /// What the deviations are: `cells`, or `times` the deviation that the loss has in the end.
    String unit();

    /// @param epoch from 0
    /// @param sigmas the schedule as it is now
    BatchLoss at(int epoch, Optional<SigmaSchedule> sigmas);

    /// The pose head's: its keypoint term may begin wide. [CalibratedOks] does so by itself, from
    /// the first epoch to the last, unless a schedule moves it: what it lets go of in the end is
    /// all that an untrained network says.
    ///
    /// @param schedule id of the rule, or `none`
    /// @param epochs of the run
    record Pose(HeadLoss loss, String schedule, int keypoints, int epochs) implements LossPlan {

        @Override
        public Optional<SigmaSchedule> begin() {
            return SigmaSchedule.widening(schedule, keypoints);
        }

        @Override
        public Optional<Adaloss> rule() {
            return begin().map(SigmaSchedule::rule);
        }

        @Override
        public String unit() {
            return "times";
        }

        @Override
        public BatchLoss at(int epoch, Optional<SigmaSchedule> sigmas) {
            return sigmas.flatMap(s -> PoseWidth.of(loss, s.common()))
                    .orElseGet(() -> narrowing(epoch));
        }

        private HeadLoss narrowing(int epoch) {
            if (!(loss.pose() instanceof PoseLoss pose)
                    || !(pose.loss() instanceof CalibratedOks(double spread, double end))) {
                return loss;
            }
            double progress = end * epoch / Math.max(1, epochs - 1);
            PoseLoss now =
                    new PoseLoss(
                            new CalibratedOks(spread, progress),
                            pose.units(),
                            pose.reduction(),
                            pose.gain());
            return new HeadLoss(loss.assigner(), loss.gains(), now, loss.contexts());
        }
    }

    /// The heat-map head's, as a preset has it.
    record Heatmap(HeatmapPreset preset, AnchorGrid input, int keypoints) implements LossPlan {

        @Override
        public Optional<SigmaSchedule> begin() {
            return preset.begin(input, keypoints);
        }

        @Override
        public Optional<Adaloss> rule() {
            return begin().map(SigmaSchedule::rule);
        }

        @Override
        public String unit() {
            return "cells";
        }

        @Override
        public BatchLoss at(int epoch, Optional<SigmaSchedule> sigmas) {
            return preset.loss(epoch, sigmas);
        }
    }

    /// The schedule that a checkpoint's numbers stand for.
    default Optional<SigmaSchedule> read(List<Double> numbers) {
        return rule().flatMap(rule -> SigmaSchedule.of(rule, numbers));
    }
}
