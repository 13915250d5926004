package penumbra.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.metric.Detection;
import penumbra.metric.Match;
import penumbra.metric.TargetErrors;
import penumbra.metric.Truth;
import penumbra.model.Schema;

/// A labelled target of the validation part and what was found for it after an epoch: one line of
/// `plates/epoch-N.jsonl`. All places in picture px.
///
/// @param picture path relative to the data set, or absolute where it lies outside
/// @param target place among the picture's labels, from 0
/// @param label K keypoints
/// @param labelled which of them a person labelled
/// @param truth where they are, if known
/// @param found where the network has them whose box overlaps the labelled one; empty when none
///   does
/// @param covariances of what was found, where the network says
/// @param score of what was found, 0 when nothing was
/// @param side square root of the labelled box's area
/// @param gain input px of a picture px
/// @param occluded which keypoints are labelled as hidden; none where nothing is known
/// @param confidences of each keypoint that was found; none where nothing is known
/// @param placed which keypoints the truth has a place for; none where it has one for all
/// @param foundByTruth as found, of the box of the truth, which a label that is off may overlap
///   less: no points where no box overlaps it; empty where the two are not told apart
public record PlateResult(
        String picture,
        int target,
        int classIndex,
        List<Point> label,
        List<Boolean> labelled,
        Optional<List<Point>> truth,
        Optional<List<Point>> found,
        List<Covariance> covariances,
        double score,
        double side,
        double gain,
        List<Boolean> occluded,
        List<Double> confidences,
        List<Boolean> placed,
        Optional<List<Point>> foundByTruth) {

    public PlateResult {
        label = List.copyOf(label);
        labelled = List.copyOf(labelled);
        covariances = List.copyOf(covariances);
        // Files of earlier versions have none of these.
        occluded = occluded == null ? List.of() : List.copyOf(occluded);
        confidences = confidences == null ? List.of() : List.copyOf(confidences);
        placed = placed == null ? List.of() : List.copyOf(placed);
        foundByTruth = foundByTruth == null ? Optional.empty() : foundByTruth.map(List::copyOf);
    }

    /// One of whose keypoints nothing more is known.
    public PlateResult(
            String picture,
            int target,
            int classIndex,
            List<Point> label,
            List<Boolean> labelled,
            Optional<List<Point>> truth,
            Optional<List<Point>> found,
            List<Covariance> covariances,
            double score,
            double side,
            double gain) {
        this(
                picture,
                target,
                classIndex,
                label,
                labelled,
                truth,
                found,
                covariances,
                score,
                side,
                gain,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /// The same with covariances of what was found.
    public PlateResult scattered(List<Covariance> other) {
        return new PlateResult(
                picture,
                target,
                classIndex,
                label,
                labelled,
                truth,
                found,
                other,
                score,
                side,
                gain,
                occluded,
                confidences,
                placed,
                foundByTruth);
    }

    /// The same as if only some keypoints were labelled; none where nothing is known of hidden
    /// ones.
    public PlateResult only(KeypointPart part) {
        if (part == KeypointPart.ALL) {
            return this;
        }
        List<Boolean> counted =
                IntStream.range(0, labelled.size())
                        .mapToObj(k ->
                                labelled.get(k)
                                        && !occluded.isEmpty()
                                        && occluded.get(k) == (part == KeypointPart.OCCLUDED))
                        .toList();
        return new PlateResult(
                picture,
                target,
                classIndex,
                label,
                counted,
                truth,
                found,
                covariances,
                score,
                side,
                gain,
                occluded,
                confidences,
                placed,
                foundByTruth);
    }

    /// What was found by its label, else by its truth.
    public Optional<List<Point>> seen() {
        return found.or(() -> found(Against.TRUTH));
    }

    private Optional<List<Point>> found(Against against) {
        return against == Against.LABELS || foundByTruth.isEmpty()
                ? found
                : foundByTruth.filter(f -> !f.isEmpty());
    }

    /// How far the labelled keypoints lie from where they should be; a missed target is infinitely
    /// far. Against the truth a target is found when a box overlaps the true one, and those
    /// keypoints are left out that the truth has no place for, being outside the picture.
    ///
    /// @param bars pairs of keypoints between which along and across are told apart
    /// @return empty where the truth is asked for and not known
    public Optional<TargetErrors> errors(Against against, List<Schema.Edge> bars) {
        Optional<List<Point>> places = against == Against.TRUTH ? truth : Optional.of(label);
        List<Boolean> counted =
                against == Against.LABELS || placed.isEmpty()
                        ? labelled
                        : IntStream.range(0, labelled.size())
                                .mapToObj(k -> labelled.get(k) && placed.get(k))
                                .toList();
        return places.map(points -> {
            Box unknown = new Box(0, 0, 0, 0);
            Match match =
                    new Match(
                            new Truth(classIndex, points, counted, unknown),
                            found(against).map(f -> new Detection(classIndex, score, f, unknown)));
            return TargetErrors.of(match, side, gain, bars);
        });
    }
}
