package penumbra.edit.suggest;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Target;

/// Plates of 40 by 20 px, whose labels are assumed to scatter by 1.5 px along and 0.7 px across.
final class Plates {

    private Plates() {}

    static Target at(int classIndex, double x, double y) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(x, y),
                        Keypoint.visible(x, y + 20),
                        Keypoint.visible(x + 40, y + 20),
                        Keypoint.visible(x + 40, y));
        return Target.of(classIndex, points, Optional.empty(), "");
    }

    static Target moved(Target target, int keypoint, Point by) {
        return target.withKeypoints(
                IntStream.range(0, 4)
                        .mapToObj(k -> {
                            Keypoint old = target.keypoints().get(k);
                            return k == keypoint
                                    ? new Keypoint(old.at().plus(by), old.visibility())
                                    : old;
                        })
                        .toList());
    }

    static Prediction found(Target target, double score, Optional<Covariance> covariance) {
        return new Prediction(target, Collections.nCopies(4, covariance), score);
    }

    static LabelledImage picture(long id, Target... targets) {
        LabelState state = targets.length == 0 ? LabelState.UNLABELLED : LabelState.LABELLED;
        return new LabelledImage(id, id + ".png", new Size(400, 200), List.of(targets), state, "");
    }
}
