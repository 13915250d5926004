package penumbra.engine;

import java.util.List;
import java.util.stream.Stream;
import penumbra.data.input.ValidationFrame;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Box;
import penumbra.metric.Detection;
import penumbra.metric.Match;
import penumbra.metric.Picture;
import penumbra.metric.TargetErrors;
import penumbra.metric.Truth;
import penumbra.model.Schema;
import penumbra.model.Target;

/// A picture of a data set and what a network found in it.
///
/// @param detections input px, best first
public record ValidatedPicture(
        LoadedPicture loaded, ValidationFrame frame, List<Detection> detections) {

    /// Labels and detections in input px.
    public Picture inInput() {
        return new Picture(
                loaded.labels().stream().map(t -> toInput(Truth.of(t))).toList(), detections);
    }

    /// Targets and the detections of at least that score, in picture px.
    public Picture inPicture(List<Target> targets, double score) {
        return new Picture(
                targets.stream().map(Truth::of).toList(),
                detections.stream().filter(d -> d.score() >= score).map(this::toPicture).toList());
    }

    /// How far what was found with at least that score lies from the targets.
    public Stream<TargetErrors> errors(List<Target> targets, double score, Schema schema) {
        return Match.of(inPicture(targets, score)).stream()
                .map(m -> TargetErrors.of(m, frame.gainX(), schema));
    }

    private Truth toInput(Truth truth) {
        return new Truth(
                truth.classIndex(),
                truth.points().stream().map(frame::toInput).toList(),
                truth.labelled(),
                frame.toInput(truth.box()));
    }

    private Detection toPicture(Detection d) {
        Box box = frame.toPicture(d.box());
        return new Detection(
                d.classIndex(),
                d.score(),
                d.points().stream().map(frame::toPicture).toList(),
                box,
                d.confidences());
    }
}
