package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.Assigner;
import penumbra.engine.assign.Assignment;
import penumbra.engine.assign.TaskAlignedAssigner;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.head.RawOutput;
import penumbra.loss.PoseTerm;
import penumbra.loss.YoloPose;
import penumbra.model.Keypoint;

/// The loss of YOLOv8-pose: boxes (CIoU and distribution focal loss), keypoints, their visibility,
/// classes.
///
/// Source: Ultralytics 8.3.253, `v8PoseLoss`, with the assigner and the keypoint term of choice.
/// With B pictures, S = max(sum of all target scores, 1), n anchors that have an object and w the
/// target score of such an anchor: box = sum w (1 - CIoU) / S, distances = sum w DFL / S, score =
/// sum BCE / S over all anchors and classes ([ScoreTerm]), pose = the term over the n, visibility =
/// mean over n K of BCE. The value minimised is B times their gained sum. Without objects only the
/// scores remain, with S = 1.
///
/// @param assigner decides which anchors have an object; no derivative goes through it
/// @param pose the keypoint term, with its gain
/// @param contexts what the keypoint term knows of labels
public record HeadLoss(Assigner assigner, LossGains gains, PoseTerm pose, KeypointContexts contexts)
        implements BatchLoss {

    /// The reference's loss for that head.
    public static HeadLoss stock(HeadLayout layout) {
        return new HeadLoss(
                TaskAlignedAssigner.STOCK,
                LossGains.STOCK,
                YoloPose.stock(layout.keypoints(), layout.dims()),
                KeypointContexts.ASSUMED);
    }

    /// Value and derivative for a batch; `total` is the items' sum times the number of pictures.
    ///
    /// @throws IllegalArgumentException also if an object lies where single precision does not
    ///   reach
    @Override
    public LossResult evaluate(HeadOutput output, List<List<InputLabel>> targets) {
        if (!(output instanceof RawOutput raw)) {
            throw new IllegalArgumentException("not the output of a pose network");
        }
        require(raw, targets);
        if (!raw.finite()) {
            throw new ArithmeticException("the network's output is not finite");
        }
        Anchors anchors = raw.grid().anchors();
        List<Assignment> assignments =
                IntStream.range(0, raw.batch())
                        .parallel()
                        .mapToObj(p ->
                                assigner.assign(
                                        new PictureOutput(raw, anchors, p).predictions(),
                                        targets.get(p)))
                        .toList();
        List<Positive> positives = positives(assignments, targets);
        double scores = positives.stream().mapToDouble(Positive::weight).sum();
        double normaliser = Math.max(scores, 1);
        RawOutput gradient = raw.zerosLike();
        double score =
                new ScoreTerm(
                                raw,
                                gradient,
                                gains.score() * raw.batch() / normaliser,
                                assigner.hard() ? ScoreTerm.Form.FOCAL : ScoreTerm.Form.PLAIN)
                        .add(positives);
        KeypointTerm.Value keypoints =
                new KeypointTerm(pose, contexts, raw, gradient, anchors).add(positives);
        AnchorTerms terms =
                new AnchorTerms(
                        gains, raw, gradient, anchors, normaliser, Math.max(positives.size(), 1));
        positives.forEach(terms::add);
        LossItems items = terms.items(keypoints.value(), gains.score() * score / normaliser);
        return new LossResult(
                items, items.sum() * raw.batch(), positives.size(), keypoints.tally(), gradient);
    }

    private static List<Positive> positives(
            List<Assignment> assignments, List<List<InputLabel>> targets) {
        List<Positive> positives = new ArrayList<>();
        for (int picture = 0; picture < assignments.size(); picture++) {
            Assignment assignment = assignments.get(picture);
            for (int a = 0; a < assignment.object().length; a++) {
                int object = assignment.object()[a];
                if (object != Assignment.NONE) {
                    positives.add(
                            new Positive(
                                    picture,
                                    a,
                                    targets.get(picture).get(object),
                                    assignment.weight()[a]));
                }
            }
        }
        return positives;
    }

    private static void require(RawOutput raw, List<List<InputLabel>> targets) {
        if (targets.size() != raw.batch()) {
            throw new IllegalArgumentException(
                    targets.size() + " lists of objects for " + raw.batch() + " pictures");
        }
        HeadLayout layout = raw.layout();
        for (InputLabel target : targets.stream().flatMap(List::stream).toList()) {
            if (target.classIndex() < 0
                    || target.classIndex() >= layout.classes()
                    || target.keypoints().size() != layout.keypoints()
                    || !withinReach(target)) {
                throw new IllegalArgumentException(target + " does not fit " + layout);
            }
        }
    }

    /// Single precision squares and adds such numbers without overflow.
    private static boolean withinReach(InputLabel target) {
        double most = 1e9;
        return Math.abs(target.box().x()) < most
                && Math.abs(target.box().y()) < most
                && target.box().width() < most
                && target.box().height() < most
                && target.annotated().stream()
                        .filter(Keypoint::labelled)
                        .allMatch(k -> Math.abs(k.at().x()) < most && Math.abs(k.at().y()) < most);
    }
}
