package penumbra.engine.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.uncertainty.anchor.KeypointAccuracy;

/// AdaAnchor for whole objects: the anchors that are confident of the class and right about the
/// keypoints, wherever their box is.
///
/// Formula: `t = c r`, c the class score and r [KeypointAccuracy]; the `count` best anchors in the
/// box grown by half, or all of them when they are fewer, and the nearest one when there is none;
/// target score 1. Source: \[S4\] eqs. 9 and 11 as in [penumbra.uncertainty], k 20. Departures: r
/// is the mean over the keypoints and in units of the box, because levels have unlike cells;
/// products are ranked by logarithms; an anchor goes to the object for which it scores higher and
/// the other takes its next one (the source leaves that open); an object without labelled keypoints
/// goes by confidence alone.
///
/// Not for comparing scores with other assigners: hard targets teach other probabilities.
///
/// @param count k, 1 or more
/// @param accuracy r
/// @param region where anchors lie
public record AdaAnchorAssigner(int count, KeypointAccuracy accuracy, Region region)
        implements Assigner {

    public static final AdaAnchorAssigner DEFAULT =
            new AdaAnchorAssigner(20, KeypointAccuracy.BOX, Region.AROUND);

    private static final double LEAST_CONFIDENCE = 1e-6;

    public AdaAnchorAssigner {
        if (count < 1) {
            throw new IllegalArgumentException("AdaAnchor needs a count of 1 or more: " + count);
        }
    }

    /// What an anchor is worth to an object.
    private record Score(int object, int anchor, double logarithm) {}

    @Override
    public String id() {
        return "ada";
    }

    @Override
    public boolean hard() {
        return true;
    }

    @Override
    public Assignment assign(Predictions predicted, List<InputLabel> objects) {
        List<Score> scores = new ArrayList<>();
        for (int g = 0; g < objects.size(); g++) {
            TargetBox box = TargetBox.of(objects.get(g));
            if (box.counts()) {
                int[] anchors = region.anchors(predicted.grid(), box);
                if (anchors.length == 0) {
                    anchors = predicted.grid().nearest(box.centreX(), box.centreY(), 1);
                }
                for (int a : anchors) {
                    scores.add(new Score(g, a, score(predicted, objects.get(g), a)));
                }
            }
        }
        // Of equal scores the first object's first anchor: the sort is stable.
        scores.sort(Comparator.comparingDouble(Score::logarithm).reversed());
        int[] taken = new int[objects.size()];
        int[] owner = new int[predicted.grid().size()];
        Arrays.fill(owner, Assignment.NONE);
        float[] weight = new float[predicted.grid().size()];
        for (Score score : scores) {
            if (taken[score.object()] < count && owner[score.anchor()] == Assignment.NONE) {
                taken[score.object()]++;
                owner[score.anchor()] = score.object();
                weight[score.anchor()] = 1;
            }
        }
        return new Assignment(owner, weight);
    }

    private double score(Predictions predicted, InputLabel object, int anchor) {
        double confidence = predicted.scores().at(anchor, object.classIndex());
        double area = TargetBox.of(object).area();
        return Math.log(Math.max(LEAST_CONFIDENCE, confidence))
                + accuracy.logarithm(predicted.keypoints().apply(anchor), object.keypoints(), area)
                        .orElse(0);
    }
}
