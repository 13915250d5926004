package penumbra.engine.train;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import penumbra.engine.ValidatedPicture;
import penumbra.format.SourceFiles;
import penumbra.metric.Detection;
import penumbra.metric.Match;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.metric.validator.Curves;
import penumbra.metric.validator.Validation;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.run.PlateResult;
import penumbra.run.TrainingEvent;

/// What the pictures held back say of a network: scores as the reference's validator has them,
/// errors of place of predictions with a score of 0.25 and more, as `penumbra val` reports them.
///
/// @param labels errors against the labels
/// @param truth errors against the clean truth, where it is known
record Judgement(
        TrainingEvent.Scores boxes,
        TrainingEvent.Scores keypoints,
        TrainingEvent.Errors labels,
        Optional<TrainingEvent.Errors> truth) {

    /// The least score of a prediction whose place counts.
    static final double POINT_CONFIDENCE = 0.25;

    static Judgement of(List<ValidatedPicture> pictures, Schema schema, int side) {
        List<Double> stock =
                Collections.nCopies(schema.keypointCount(), 1.0 / schema.keypointCount());
        Validation validation =
                Validation.of(pictures.stream().map(ValidatedPicture::inInput).toList(), stock);
        List<TargetErrors> labels =
                pictures.stream()
                        .flatMap(p -> p.errors(p.loaded().labels(), POINT_CONFIDENCE, schema))
                        .toList();
        List<TargetErrors> truth =
                pictures.stream()
                        .flatMap(p ->
                                p.loaded().truth().stream()
                                        .flatMap(t -> p.errors(t, POINT_CONFIDENCE, schema)))
                        .toList();
        return new Judgement(
                scores(validation.boxes()),
                scores(validation.keypoints()),
                errors(labels, side),
                truth.isEmpty() ? Optional.empty() : Optional.of(errors(truth, side)));
    }

    private static TrainingEvent.Scores scores(Curves curves) {
        return new TrainingEvent.Scores(
                curves.precision(), curves.recall(), curves.map50(), curves.map75(), curves.map());
    }

    private static TrainingEvent.Errors errors(List<TargetErrors> targets, int side) {
        PlaceErrors e = PlaceErrors.of(targets, side);
        return new TrainingEvent.Errors(
                e.targets(),
                e.targets() - e.found(),
                e.rmse(),
                e.rmseInput(),
                e.median(),
                e.nme(),
                e.along(),
                e.across(),
                e.aucPixels(),
                e.failuresPixels());
    }

    /// Each labelled target with what was found for it, and for its truth.
    ///
    /// @param root that pictures are named from
    static List<PlateResult> plates(List<ValidatedPicture> pictures, Path root) {
        List<PlateResult> plates = new ArrayList<>();
        for (ValidatedPicture picture : pictures) {
            List<Target> labels = picture.loaded().labels();
            Optional<List<Target>> truth =
                    picture.loaded().truth().filter(t -> t.size() == labels.size());
            List<Match> matches = Match.of(picture.inPicture(labels, POINT_CONFIDENCE));
            Optional<List<Match>> clean =
                    truth.map(t -> Match.of(picture.inPicture(t, POINT_CONFIDENCE)));
            for (int i = 0; i < matches.size(); i++) {
                int target = i;
                plates.add(
                        plate(
                                picture,
                                name(picture.loaded().file(), root),
                                i,
                                matches.get(i),
                                labels.get(i),
                                clean.map(c -> c.get(target))));
            }
        }
        return plates;
    }

    private static PlateResult plate(
            ValidatedPicture picture,
            String name,
            int target,
            Match match,
            Target label,
            Optional<Match> clean) {
        return new PlateResult(
                name,
                target,
                match.truth().classIndex(),
                match.truth().points(),
                match.truth().labelled(),
                clean.map(c -> c.truth().points()),
                match.prediction().map(d -> d.points()),
                List.of(),
                match.prediction().map(d -> d.score()).orElse(0.0),
                Math.sqrt(match.truth().box().area()),
                picture.frame().gainX(),
                label.keypoints().stream().map(k -> k.visibility() == Visibility.OCCLUDED).toList(),
                match.prediction().map(d -> d.confidences()).orElse(List.of()),
                clean.map(c -> c.truth().labelled()).orElse(List.of()),
                clean.map(c -> c.prediction().map(Detection::points).orElse(List.of())));
    }

    private static String name(Path file, Path root) {
        Path absolute = file.toAbsolutePath().normalize();
        return SourceFiles.slashed(
                absolute.startsWith(root) ? root.relativize(absolute) : absolute);
    }
}
