package penumbra.engine.assign;

import java.util.Arrays;
import java.util.List;

/// Who wants which anchors of a picture, and who gets them.
final class Claims {

    private final List<Candidates> candidates;
    private final int[] owner;

    Claims(List<Candidates> candidates, int anchors) {
        this.candidates = candidates;
        this.owner = new int[anchors];
        Arrays.fill(owner, Assignment.NONE);
    }

    /// An object takes those anchors. One that another has already goes to the object with the
    /// largest overlap *among all* of the picture, to the first one if none overlaps.
    void claim(int object, int[] anchors) {
        for (int a : anchors) {
            owner[a] = owner[a] == Assignment.NONE ? object : closest(a);
        }
    }

    private int closest(int anchor) {
        int closest = 0;
        for (int g = 1; g < candidates.size(); g++) {
            if (candidates.get(g).overlapAt(anchor) > candidates.get(closest).overlapAt(anchor)) {
                closest = g;
            }
        }
        return closest;
    }

    /// An object takes those anchors whoever had them.
    void seize(int object, int[] anchors) {
        for (int a : anchors) {
            owner[a] = object;
        }
    }

    /// With weights: metrics scaled so that an object's best anchor gets its largest overlap.
    Assignment assignment(double epsilon) {
        float[] weight = new float[owner.length];
        for (int g = 0; g < candidates.size(); g++) {
            Candidates own = candidates.get(g);
            float bestMetric = 0;
            float bestOverlap = 0;
            for (int i = 0; i < own.anchors().length; i++) {
                if (owner[own.anchors()[i]] == g) {
                    bestMetric = Math.max(bestMetric, own.metric()[i]);
                    bestOverlap = Math.max(bestOverlap, own.overlap()[i]);
                }
            }
            for (int i = 0; i < own.anchors().length; i++) {
                if (owner[own.anchors()[i]] == g) {
                    weight[own.anchors()[i]] =
                            (float)
                                    ((double) own.metric()[i]
                                            * bestOverlap
                                            / (bestMetric + epsilon));
                }
            }
        }
        return new Assignment(owner, weight);
    }
}
