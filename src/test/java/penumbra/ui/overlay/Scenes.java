package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Pictures with plates to lay overlays over.
final class Scenes {

    static final Size SIZE = new Size(1280, 1024);

    private Scenes() {}

    /// A plate of 60 x 24 px whose bars are upright.
    static Target plate(double x, double y) {
        return target(
                Keypoint.visible(x, y),
                Keypoint.visible(x, y + 24),
                Keypoint.visible(x + 60, y + 24),
                Keypoint.visible(x + 60, y));
    }

    static Target target(Keypoint... keypoints) {
        return Target.of(0, List.of(keypoints), Optional.empty(), "tester");
    }

    static List<Target> plates(int count) {
        List<Target> plates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            plates.add(plate(80 + 230 * (i % 5), 90 + 220 * (i / 5)));
        }
        return plates;
    }

    static OverlayScene of(boolean selected, List<Target> targets) {
        LabelledImage picture =
                new LabelledImage(1, "a.png", SIZE, targets, LabelState.LABELLED, "");
        Measurements measured =
                new Measurements(
                        targets.stream().collect(Collectors.toMap(Target::id, Scenes::sure)),
                        List.of(
                                new Measurements.Pair(
                                        new Point(100, 100),
                                        new Point(102, 101),
                                        Optional.of(Covariance.isotropic(1.5))),
                                new Measurements.Pair(
                                        new Point(300, 300),
                                        new Point(300, 300),
                                        Optional.empty())));
        return new OverlayScene(
                picture,
                selected ? targets.stream().findFirst().map(Target::id) : Optional.empty(),
                Schema.ARMOR_PLATE,
                measured);
    }

    private static List<Optional<Covariance>> sure(Target target) {
        return target.keypoints().stream()
                .map(_ -> Optional.of(new Covariance(1, 0.5, 2)))
                .toList();
    }

    static OverlayScene of(boolean selected, Target... targets) {
        return of(selected, List.of(targets));
    }
}
