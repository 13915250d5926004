package penumbra.store;

import java.time.Instant;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.model.BlindLook;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Target;

/// Second looks for tests.
final class Looks {

    private static final Point ASIDE = new Point(0.1, -1 / 3.0);

    private Looks() {}

    /// At the first target of the project.
    static BlindLook at(Project project, String annotator) {
        LabelledImage image =
                project.images().stream()
                        .filter(i -> !i.targets().isEmpty())
                        .findFirst()
                        .orElseThrow();
        Target first = image.targets().getFirst();
        List<Keypoint> points =
                first.keypoints().stream()
                        .map(k -> new Keypoint(k.at().plus(ASIDE), k.visibility()))
                        .toList();
        return BlindLook.of(
                image.id(),
                Instant.parse("2026-05-04T10:00:00.123Z"),
                first,
                first.moved(points, annotator));
    }
}
