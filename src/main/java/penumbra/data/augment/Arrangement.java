package penumbra.data.augment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import penumbra.data.input.Collage;
import penumbra.data.input.InputLabel;
import penumbra.data.input.Letterbox;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// Pictures laid on a canvas with their labels, in canvas px: one of them letterboxed, or four that
/// meet in a point.
///
/// @param origin of the first picture
public record Arrangement(Collage collage, List<InputLabel> labels, Path origin) {

    public Arrangement {
        labels = List.copyOf(labels);
    }

    /// A picture in the middle of a square.
    ///
    /// @param sample whose longer side is the square's
    /// @throws IllegalArgumentException if it is not
    public static Arrangement letterboxed(Sample sample, int side) {
        Size size = sample.size();
        if (Math.max(size.width(), size.height()) != side) {
            throw new IllegalArgumentException(size + " was not loaded for a side of " + side);
        }
        Letterbox box = Letterbox.into(size, new Size(side, side), true);
        return new Arrangement(
                new Collage(
                        new Size(side, side),
                        List.of(new Collage.Piece(sample.image(), box.left(), box.top()))),
                sample.labels().stream().map(l -> shifted(l, box.left(), box.top())).toList(),
                sample.origin());
    }

    /// Mosaic: four pictures that meet near the middle of a canvas twice as wide and high.
    ///
    /// Source: the reference's order, upper left, upper right, lower left, lower right, each with
    /// its corner at the point where they meet; what reaches beyond the canvas is cut off. That
    /// point is drawn first down, then across, whole px from a quarter to three quarters of the
    /// canvas. Boxes are clipped to the canvas, those left without area removed; keypoints beyond
    /// it become unlabelled, but stay among the annotated.
    ///
    /// @param four the first of which gives the origin; where one is missing the canvas stays grey
    public static Arrangement mosaic(
            List<Optional<Sample>> four, int side, RandomGenerator random) {
        int y = (int) random.nextDouble(side / 2.0, 1.5 * side);
        int x = (int) random.nextDouble(side / 2.0, 1.5 * side);
        Size canvas = new Size(2 * side, 2 * side);
        List<Collage.Piece> pieces = new ArrayList<>();
        List<InputLabel> labels = new ArrayList<>();
        for (int i = 0; i < four.size(); i++) {
            if (four.get(i).isPresent()) {
                Sample sample = four.get(i).get();
                int left = i % 2 == 0 ? x - sample.image().width() : x;
                int top = i < 2 ? y - sample.image().height() : y;
                pieces.add(new Collage.Piece(sample.image(), left, top));
                sample.labels().stream()
                        .map(label -> shifted(label, left, top))
                        .flatMap(label -> clipped(label, canvas))
                        .forEach(labels::add);
            }
        }
        Path origin = four.stream().flatMap(Optional::stream).findFirst().orElseThrow().origin();
        return new Arrangement(new Collage(canvas, pieces), labels, origin);
    }

    private static InputLabel shifted(InputLabel label, int x, int y) {
        Point by = new Point(x, y);
        return new InputLabel(
                label.classIndex(),
                label.box().shifted(x, y),
                label.keypoints().stream()
                        .map(k -> new Keypoint(k.at().plus(by), k.visibility()))
                        .toList(),
                label.annotated().stream()
                        .map(k -> new Keypoint(k.at().plus(by), k.visibility()))
                        .toList(),
                label.zoom());
    }

    private static Stream<InputLabel> clipped(InputLabel label, Size canvas) {
        return label
                .box()
                .intersection(new Box(0, 0, canvas.width(), canvas.height()))
                .map(box ->
                        new InputLabel(
                                label.classIndex(),
                                box,
                                label.keypoints().stream().map(k -> clipped(k, canvas)).toList(),
                                label.annotated(),
                                label.zoom()))
                .stream();
    }

    private static Keypoint clipped(Keypoint keypoint, Size canvas) {
        Point at = keypoint.at();
        return canvas.contains(at)
                ? keypoint
                : new Keypoint(
                        new Point(
                                Math.clamp(at.x(), 0, canvas.width()),
                                Math.clamp(at.y(), 0, canvas.height())),
                        Visibility.UNLABELLED);
    }
}
