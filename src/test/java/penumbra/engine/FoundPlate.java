package penumbra.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.data.input.ValidationFrame;
import penumbra.format.yolo.LoadedPicture;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.metric.Detection;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// One plate of 120 x 40 px in a picture of 1280 x 1024 px, found 2 px too low.
public final class FoundPlate {

    private static final Size PICTURE = new Size(1280, 1024);
    private static final ValidationFrame FRAME =
            ValidationFrame.of(PICTURE, 640, new Size(672, 544));

    private FoundPlate() {}

    /// @param labelledAt how far right of the plate its label lies, px
    /// @param truth whether it is known
    public static ValidatedPicture picture(
            Path file, double labelledAt, boolean truth, double score) {
        Detection found =
                new Detection(
                        8,
                        score,
                        plate(0, 2).stream().map(FRAME::toInput).toList(),
                        FRAME.toInput(new Box(100, 202, 120, 40)));
        return new ValidatedPicture(
                new LoadedPicture(
                        file,
                        PICTURE,
                        List.of(target(labelledAt)),
                        truth ? Optional.of(List.of(target(0))) : Optional.empty()),
                FRAME,
                List.of(found));
    }

    private static List<Point> plate(double dx, double dy) {
        return Stream.of(
                        new Point(100, 200),
                        new Point(100, 240),
                        new Point(220, 240),
                        new Point(220, 200))
                .map(p -> p.plus(new Point(dx, dy)))
                .toList();
    }

    private static Target target(double dx) {
        return Target.of(
                8,
                plate(dx, 0).stream().map(p -> Keypoint.visible(p.x(), p.y())).toList(),
                Optional.of(new Box(100 + dx, 200, 120, 40)),
                "");
    }
}
