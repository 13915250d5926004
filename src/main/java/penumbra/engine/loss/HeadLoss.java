package penumbra.engine.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.assign.Assignment;
import penumbra.engine.assign.TargetBox;
import penumbra.engine.assign.TaskAlignedAssigner;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.Distances;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Logistic;
import penumbra.engine.head.RawOutput;
import penumbra.geometry.Box;

/// The loss of YOLOv8-pose: boxes (CIoU and distribution focal loss), keypoints, their visibility,
/// classes.
///
/// Source: Ultralytics 8.3.253, `v8PoseLoss`. With B pictures, S = max(sum of all target scores,
/// 1), n anchors that have an object and w the target score of such an anchor: box = sum w (1 -
/// CIoU) / S, distances = sum w DFL / S, score = sum BCE / S over all anchors and classes, pose =
/// mean over the n of [OksLoss], visibility = mean over n K of BCE. The value minimised is B times
/// their gained sum. Without objects only the scores remain, with S = 1.
///
/// @param assigner decides which anchors have an object; no derivative goes through it
public record HeadLoss(TaskAlignedAssigner assigner, LossGains gains, OksLoss pose) {

    /// The reference's loss for that head.
    public static HeadLoss stock(HeadLayout layout) {
        return new HeadLoss(TaskAlignedAssigner.STOCK, LossGains.STOCK, OksLoss.stock(layout));
    }

    /// Value and derivative for a batch.
    ///
    /// @param targets objects of each picture
    /// @throws IllegalArgumentException if an object does not fit the head
    public LossResult evaluate(RawOutput raw, List<List<InputLabel>> targets) {
        require(raw, targets);
        Anchors anchors = raw.grid().anchors();
        List<Assignment> assignments = new ArrayList<>();
        for (int picture = 0; picture < raw.batch(); picture++) {
            assignments.add(assign(raw, anchors, picture, targets.get(picture)));
        }
        double scores = 0;
        int positives = 0;
        for (Assignment assignment : assignments) {
            for (int a = 0; a < anchors.size(); a++) {
                scores += assignment.weight()[a];
                positives += assignment.object()[a] == Assignment.NONE ? 0 : 1;
            }
        }
        double normaliser = Math.max(scores, 1);
        RawOutput gradient = raw.zerosLike();
        double score =
                new ScoreTerm(raw, gradient, gains.score() * raw.batch() / normaliser)
                        .add(assignments, targets);
        AnchorTerms terms =
                new AnchorTerms(this, raw, gradient, anchors, normaliser, Math.max(positives, 1));
        for (int picture = 0; picture < raw.batch(); picture++) {
            Assignment assignment = assignments.get(picture);
            for (int a = 0; a < anchors.size(); a++) {
                if (assignment.object()[a] != Assignment.NONE) {
                    InputLabel target = targets.get(picture).get(assignment.object()[a]);
                    terms.add(picture, a, target, assignment.weight()[a]);
                }
            }
        }
        LossItems items = terms.items(gains.score() * score / normaliser);
        return new LossResult(items, items.sum() * raw.batch(), positives, gradient);
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
                    || target.keypoints().size() != layout.keypoints()) {
                throw new IllegalArgumentException(target + " does not fit " + layout);
            }
        }
    }

    private Assignment assign(
            RawOutput raw, Anchors anchors, int picture, List<InputLabel> targets) {
        Distances distances = new Distances();
        return assigner.assign(
                anchors,
                targets.stream().map(HeadLoss::box).toList(),
                a -> {
                    distances.read(raw, picture, a);
                    int stride = anchors.stride()[a];
                    return new float[] {
                        distances.corner(0, anchors, a) * stride,
                        distances.corner(1, anchors, a) * stride,
                        distances.corner(2, anchors, a) * stride,
                        distances.corner(3, anchors, a) * stride
                    };
                },
                (a, c) ->
                        (float)
                                Logistic.sigmoid(
                                        raw.values()[
                                                raw.offset(picture, raw.layout().score(c)) + a]));
    }

    static TargetBox box(InputLabel target) {
        Box box = target.box();
        return new TargetBox(
                target.classIndex(),
                (float) box.x(),
                (float) box.y(),
                (float) box.right(),
                (float) box.bottom());
    }
}
