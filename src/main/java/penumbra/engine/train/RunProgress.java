package penumbra.engine.train;

import java.util.List;
import penumbra.engine.optim.Schedule;

/// How far a run is, besides its weights.
///
/// @param epoch that was finished last, 0 before the first
/// @param lastStep iteration after which the optimizer moved last, [Schedule#NONE] before the first
/// @param bestEpoch 0 before the first validation
/// @param bestFitness of that epoch
/// @param seconds of work
/// @param rate what all learning rates are multiplied with: halved when a run fell back to its last
///   checkpoint
/// @param fallbacks how often it did
/// @param sigmas numbers of the deviations' schedule; empty before the first epoch and without one
/// @param data fingerprint of pictures and labels
record RunProgress(
        int epoch,
        int lastStep,
        int bestEpoch,
        double bestFitness,
        double seconds,
        double rate,
        int fallbacks,
        List<Double> sigmas,
        String data) {

    static RunProgress start(String data) {
        return new RunProgress(0, Schedule.NONE, 0, 0, 0, 1, 0, List.of(), data);
    }

    /// Whether an epoch of that fitness is the best so far. As long as the best is exactly 0,
    /// nothing was learned, and a later epoch takes its place.
    boolean improvedBy(double fitness) {
        return bestEpoch == 0 || bestFitness == 0 || fitness > bestFitness;
    }

    /// Whether no epoch was better for that long; 0 is for ever.
    boolean waited(int patience) {
        return patience > 0 && bestEpoch > 0 && epoch - bestEpoch >= patience;
    }

    /// After another epoch.
    ///
    /// @param fitness empty numbers as `NaN`: without validation the newest epoch is the best
    RunProgress finished(int lastStep, double fitness, double seconds, List<Double> newSigmas) {
        boolean better = Double.isNaN(fitness) || improvedBy(fitness);
        return new RunProgress(
                epoch + 1,
                lastStep,
                better ? epoch + 1 : bestEpoch,
                better ? fitness : bestFitness,
                seconds,
                rate,
                fallbacks,
                newSigmas,
                data);
    }

    /// The same with other data.
    RunProgress of(String other) {
        return new RunProgress(
                epoch, lastStep, bestEpoch, bestFitness, seconds, rate, fallbacks, sigmas, other);
    }

    /// Back at this point with half the learning rate.
    RunProgress fallenBack(double seconds, int times) {
        return new RunProgress(
                epoch,
                lastStep,
                bestEpoch,
                bestFitness,
                seconds,
                Math.pow(0.5, times),
                times,
                sigmas,
                data);
    }
}
