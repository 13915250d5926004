package penumbra.engine.assign;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.uncertainty.anchor.AlignmentBlend;
import penumbra.uncertainty.anchor.KeypointAccuracy;

/// Gives each object the anchors whose class score s and accuracy, as predicted now, agree best:
/// the `topK` best metrics inside its region.
///
/// Formula: metric `s^a o^b` with o the overlap of the boxes, `s^a o^(b (1 - m)) r^(b m)` with the
/// accuracy r of the keypoints blended in; the target score is the metric, scaled so that an
/// object's best anchor gets its best `o^(1 - m) r^m`.
///
/// Source: C. Feng et al., TOOD: Task-aligned One-stage Object Detection, ICCV 2021, section 3.2,
/// as Ultralytics 8.3.253 does it: o is CIoU of at least 0; the best are taken over all anchors, so
/// that with fewer than `topK` positive metrics some with metric 0 come along, and count as
/// positives with weight 0 where they lie inside; an anchor that several objects want goes to the
/// one that overlaps it most *among all objects* of the picture, the first one if none does. The
/// blend: [AlignmentBlend]; for an object without labelled keypoints the overlap stands for r.
///
/// Departure: of equal metrics the anchor that comes first is better; the reference leaves that to
/// a library's sort.
///
/// @param topK anchors of an object
/// @param alignment exponents and blend
/// @param accuracy r of the keypoints
/// @param region where its anchors lie
public record TaskAlignedAssigner(
        String id, int topK, AlignmentBlend alignment, KeypointAccuracy accuracy, Region region)
        implements Assigner {

    private static final AlignmentBlend BOXES = new AlignmentBlend(0.5, 6, 0);

    /// The reference's numbers.
    public static final TaskAlignedAssigner STOCK =
            new TaskAlignedAssigner("tal", 10, BOXES, KeypointAccuracy.BOX, Region.BOX);

    /// Those of its next version, in which small boxes reach further. Needs other weights than
    /// [#STOCK] to be compared with it: more anchors answer for a small object.
    public static final TaskAlignedAssigner ENLARGED =
            new TaskAlignedAssigner(
                    "tal-enlarged", 10, BOXES, KeypointAccuracy.BOX, Region.ENLARGED);

    /// Box and keypoints half and half. Not for the very start: while boxes do not overlap yet,
    /// keypoints have no say either.
    public static final TaskAlignedAssigner BLEND =
            new TaskAlignedAssigner(
                    "blend", 10, AlignmentBlend.DEFAULT, KeypointAccuracy.BOX, Region.BOX);

    /// Keeps the scale of an object without a positive metric finite.
    static final double EPSILON = 1e-9;

    @Override
    public Assignment assign(Predictions predicted, List<InputLabel> objects) {
        List<Candidates> candidates = new ArrayList<>();
        for (InputLabel object : objects) {
            candidates.add(candidates(predicted, object));
        }
        Claims claims = new Claims(candidates, predicted.grid().size());
        for (int g = 0; g < objects.size(); g++) {
            claim(claims, g, candidates.get(g), predicted.grid().size());
        }
        return claims.assignment(EPSILON);
    }

    /// Those in the object's region.
    Candidates candidates(Predictions predicted, InputLabel object) {
        TargetBox box = TargetBox.of(object);
        return box.counts()
                ? measured(predicted, object, region.anchors(predicted.grid(), box))
                : Candidates.NONE;
    }

    Candidates measured(Predictions predicted, InputLabel object, int[] anchors) {
        TargetBox target = TargetBox.of(object);
        float[] overlap = new float[anchors.length];
        float[] metric = new float[anchors.length];
        for (int i = 0; i < anchors.length; i++) {
            float[] box = predicted.boxes().apply(anchors[i]);
            double iou =
                    CompleteIou.of(
                                    target.x1(),
                                    target.y1(),
                                    target.x2(),
                                    target.y2(),
                                    box[0],
                                    box[1],
                                    box[2],
                                    box[3])
                            .value();
            float o = (float) Math.max(iou, 0);
            double r = accuracy(predicted, object, anchors[i], o);
            overlap[i] = (float) alignment.quality(o, r);
            metric[i] =
                    (float)
                            alignment.metric(
                                    predicted.scores().at(anchors[i], object.classIndex()), o, r);
        }
        return new Candidates(anchors, overlap, metric);
    }

    private double accuracy(Predictions predicted, InputLabel object, int anchor, float overlap) {
        if (alignment.blend() == 0) {
            return overlap;
        }
        return accuracy.of(
                        predicted.keypoints().apply(anchor),
                        object.keypoints(),
                        TargetBox.of(object).area())
                .orElse(overlap);
    }

    /// Claims the best of those in the region. An anchor outside has metric 0 and can only push one
    /// inside with metric 0 out, by coming first.
    void claim(Claims claims, int object, Candidates own, int anchors) {
        int[] best = own.best(topK);
        claims.claim(object, best);
        if (own.anchors().length > best.length) {
            claims.claim(object, own.firstWithout(topK - best.length, anchors));
        }
    }
}
