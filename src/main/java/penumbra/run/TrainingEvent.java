package penumbra.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a run tells: one line of `events.jsonl` each, in the order in which it happened.
///
/// Epochs and steps count from 1 and go on where a resumed run left off; an epoch that was begun
/// twice is told twice, and the later telling holds. A number that is not finite is written as
/// `"NaN"`, `"Infinity"` or `"-Infinity"`.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingEvent.Started.class, name = "started"),
    @JsonSubTypes.Type(value = TrainingEvent.Step.class, name = "step"),
    @JsonSubTypes.Type(value = TrainingEvent.Epoch.class, name = "epoch"),
    @JsonSubTypes.Type(value = TrainingEvent.Sigmas.class, name = "sigma"),
    @JsonSubTypes.Type(value = TrainingEvent.Checkpoint.class, name = "checkpoint"),
    @JsonSubTypes.Type(value = TrainingEvent.Notice.class, name = "notice"),
    @JsonSubTypes.Type(value = TrainingEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = TrainingEvent.Continued.class, name = "continued"),
    @JsonSubTypes.Type(value = TrainingEvent.Finished.class, name = "finished"),
    @JsonSubTypes.Type(value = TrainingEvent.Failed.class, name = "failed"),
})
public sealed interface TrainingEvent {

    /// Seconds that the run had been at work, pauses and the time between a stop and its resumption
    /// left out.
    double seconds();

    /// @param firstEpoch the one that comes next; above 1 when the run was resumed
    /// @param steps of the optimiser's batches in an epoch
    /// @param parameters that are trained
    /// @param keypoints names in the schema's order
    record Started(
            double seconds,
            Instant at,
            String version,
            int firstEpoch,
            int epochs,
            int steps,
            Part training,
            Part validation,
            String device,
            String precision,
            int threads,
            long parameters,
            List<String> keypoints,
            List<String> classes)
            implements TrainingEvent {}

    /// A part of the data.
    record Part(int pictures, int targets) {}

    /// One batch.
    ///
    /// @param step since the run began
    /// @param batch of the epoch
    /// @param losses by id, gains applied, per picture: `box pose kobj cls dfl` of the pose head;
    ///   heat maps have box sides, ways and places, keypoint maps, centre maps and centre offsets
    ///   there
    /// @param learningRates of the groups: biases, weights, normalisation
    /// @param gradientNorm before it was clipped; empty where the batch only added up
    /// @param duration seconds of work on it
    /// @param waited seconds for its pictures
    /// @param memory resident, MiB
    /// @param cpu seconds of processor time that the whole process took meanwhile, the making of
    ///   batches ahead of need in it; empty where the system does not say
    record Step(
            double seconds,
            int step,
            int epoch,
            int batch,
            int pictures,
            SequencedMap<String, Double> losses,
            List<Double> learningRates,
            Optional<Double> gradientNorm,
            double duration,
            double waited,
            double memory,
            Optional<Double> cpu)
            implements TrainingEvent {}

    /// An epoch and its validation.
    ///
    /// @param training mean losses over its batches
    /// @param validation of the averaged weights; empty where nothing was validated
    /// @param picturesPerSecond of the whole epoch, validation in it
    record Epoch(
            double seconds,
            int epoch,
            SequencedMap<String, Double> training,
            Optional<Validation> validation,
            List<Double> learningRates,
            double picturesPerSecond)
            implements TrainingEvent {}

    /// What the held-back pictures say of the weights of an epoch.
    ///
    /// @param losses by id
    /// @param labels errors against the labels
    /// @param truth errors against the clean truth, where it is known
    /// @param fitness by the measure that the run was asked to choose by, larger is better
    record Validation(
            SequencedMap<String, Double> losses,
            Scores boxes,
            Scores keypoints,
            Errors labels,
            Optional<Errors> truth,
            double fitness,
            boolean best) {}

    /// As the reference's validator has them, 0 to 1.
    record Scores(double precision, double recall, double map50, double map75, double map) {}

    /// Errors of the keypoints of targets that were found, picture px but where said otherwise; the
    /// targets that were missed count in `auc`, `failures` and `missed` only.
    ///
    /// @param targets all
    /// @param missed of them
    /// @param nme mean distance over the square root of the box's area
    /// @param rmseInput input px
    /// @param along root mean square along the bar
    /// @param across root mean square across the bar
    /// @param auc of the CED up to 8 px
    /// @param failures share of keypoints that are off by more than 8 px
    record Errors(
            int targets,
            int missed,
            double rmse,
            double rmseInput,
            double median,
            double nme,
            double along,
            double across,
            double auc,
            double failures) {}

    /// The sigmas that an epoch was trained with, where a schedule drives them.
    ///
    /// @param schedule its id
    /// @param unit of the sigmas: `cells`, `px`, or `times` what the loss ends with
    record Sigmas(
            double seconds, int epoch, String schedule, String unit, List<KeypointSigma> keypoints)
            implements TrainingEvent {}

    /// @param loss of that keypoint over the epoch
    record KeypointSigma(double sigma, double loss) {}

    /// Weights on disk.
    ///
    /// @param file relative to the run's folder
    record Checkpoint(double seconds, int epoch, String file, boolean best)
            implements TrainingEvent {}

    /// Something that a person should know and that did not end the run.
    ///
    /// @param rule stable id
    /// @param message one sentence
    record Notice(double seconds, int epoch, String rule, String message)
            implements TrainingEvent {}

    record Paused(double seconds) implements TrainingEvent {}

    record Continued(double seconds) implements TrainingEvent {}

    record Finished(double seconds, End end, int bestEpoch, double bestFitness)
            implements TrainingEvent {}

    enum End {
        COMPLETED,

        /// No better fitness for as many epochs as the run was told to wait.
        PATIENCE,

        /// A person stopped it; it can be resumed.
        STOPPED
    }

    /// @param rule stable id
    /// @param message one sentence that says what to do
    record Failed(double seconds, String rule, String message) implements TrainingEvent {}
}
