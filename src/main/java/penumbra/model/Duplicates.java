package penumbra.model;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;

/// When two targets of one picture are the same thing labelled twice.
public final class Duplicates {

    /// Boxes that overlap more than this are of one thing.
    public static final double SAME_BOX = 0.9;

    /// Points this near to each other are one point, picture px.
    public static final double SAME_POINT = 1;

    private Duplicates() {}

    /// Whether two targets are one: their boxes have an IoU above [#SAME_BOX], or the same points
    /// are labelled in both and none is more than [#SAME_POINT] px from its twin.
    public static boolean alike(Target a, Target b) {
        return alike(a.extent(), a.keypoints(), b.extent(), b.keypoints());
    }

    /// As [#alike(Target, Target)], on boxes and points in picture px.
    public static boolean alike(
            Optional<Box> boxA, List<Keypoint> a, Optional<Box> boxB, List<Keypoint> b) {
        return boxA.isPresent() && boxB.isPresent() && boxA.get().iou(boxB.get()) > SAME_BOX
                || samePoints(a, b);
    }

    private static boolean samePoints(List<Keypoint> a, List<Keypoint> b) {
        boolean labelled = false;
        for (int i = 0; i < a.size(); i++) {
            Keypoint p = a.get(i);
            Keypoint q = b.get(i);
            if (p.labelled() != q.labelled()
                    || p.labelled() && p.at().distance(q.at()) > SAME_POINT) {
                return false;
            }
            labelled |= p.labelled();
        }
        return labelled;
    }
}
