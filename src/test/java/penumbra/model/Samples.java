package penumbra.model;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import penumbra.geometry.Size;

/// Small labelled pictures.
public final class Samples {

    private Samples() {}

    /// A picture without targets.
    public static LabelledImage picture(long id) {
        return new LabelledImage(
                id, id + ".png", new Size(640, 480), List.of(), LabelState.UNLABELLED, "");
    }

    /// A picture with one plate whose top left endpoint has that x.
    public static LabelledImage picture(long id, double x) {
        return picture(id).withTargets(List.of(plate(0, x)));
    }

    public static Target plate(int classIndex, double x) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(x, 10),
                        Keypoint.visible(x, 20),
                        Keypoint.visible(x + 30, 20),
                        Keypoint.visible(x + 30, 10));
        return new Target(new UUID(7, classIndex), classIndex, points, Optional.empty(), "Ada");
    }

    /// A target with that many keypoints at the origin.
    public static Target withKeypoints(int count) {
        return new Target(
                new UUID(8, count),
                0,
                IntStream.range(0, count).mapToObj(_ -> Keypoint.visible(0, 0)).toList(),
                Optional.empty(),
                "");
    }
}
