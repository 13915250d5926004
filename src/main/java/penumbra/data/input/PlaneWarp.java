package penumbra.data.input;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// A picture and its labels carried through a plane transform, as training varies them.
///
/// @param matrix 3x3 row by row, from px before to px after
/// @param size after
/// @param scale by how much the matrix enlarges lengths
public record PlaneWarp(List<Double> matrix, Size size, double scale) {

    private static final double SMALLEST_SIDE = 2;
    private static final double SMALLEST_SHARE = 0.1;
    private static final double LARGEST_RATIO = 100;
    private static final double EPSILON = 1e-16;
    private static final double HALF = 0.5;

    public PlaneWarp {
        matrix = List.copyOf(matrix);
        if (matrix.size() != 9) {
            throw new IllegalArgumentException("a matrix of " + matrix.size() + " numbers");
        }
    }

    /// Sampled bilinearly, grey outside.
    public RgbImage apply(RgbImage image) {
        return apply(Collage.of(image));
    }

    /// The same for pictures side by side, without building their canvas.
    ///
    /// Pixel centres lie at whole numbers here, and labels are carried by the same matrix: enlarged
    /// by z, a picture so comes to lie (1 - z) / 2 px off its labels, right and down where z < 1.
    /// The reference does so; [#aligned] does not.
    public RgbImage apply(Collage collage) {
        return Warp.apply(
                collage,
                matrix.stream().mapToDouble(Double::doubleValue).toArray(),
                size.width(),
                size.height());
    }

    /// What pixels go through so that they stay under the labels which this warp carries: the same
    /// map, seen from the corner of the first pixel instead of from its centre.
    public PlaneWarp aligned() {
        double[] m = matrix.stream().mapToDouble(Double::doubleValue).toArray();
        for (int row = 0; row < 9; row += 3) {
            m[row + 2] += HALF * (m[row] + m[row + 1]);
        }
        for (int column = 0; column < 3; column++) {
            m[column] -= HALF * m[column + 6];
            m[column + 3] -= HALF * m[column + 6];
        }
        double weight = m[8];
        return new PlaneWarp(Arrays.stream(m).map(v -> v / weight).boxed().toList(), size, scale);
    }

    /// Where a label goes: its box becomes the hull of the four carried corners, cut at the border;
    /// a keypoint that leaves the picture is unlabelled from then on, but stays among the
    /// annotated.
    ///
    /// @return empty if too little of the object is left: a side of at most 2 px, at most a tenth
    ///   of its area, or a hundred times as long as wide
    public Optional<InputLabel> apply(InputLabel label) {
        Box old = label.box();
        Box box =
                Box.hull(
                                Stream.of(
                                                new Point(old.x(), old.y()),
                                                new Point(old.right(), old.bottom()),
                                                new Point(old.x(), old.bottom()),
                                                new Point(old.right(), old.y()))
                                        .map(this::map)
                                        .map(this::clipped)
                                        .toList())
                        .orElseThrow();
        double ratio =
                Math.max(
                        box.width() / (box.height() + EPSILON),
                        box.height() / (box.width() + EPSILON));
        boolean enough =
                box.width() > SMALLEST_SIDE
                        && box.height() > SMALLEST_SIDE
                        && box.area() / (old.area() * scale * scale + EPSILON) > SMALLEST_SHARE
                        && ratio < LARGEST_RATIO;
        return enough
                ? Optional.of(
                        new InputLabel(
                                label.classIndex(),
                                box,
                                label.keypoints().stream().map(this::keypoint).toList(),
                                label.annotated().stream().map(this::carried).toList(),
                                label.zoom() * scale))
                : Optional.empty();
    }

    private Keypoint keypoint(Keypoint keypoint) {
        Point at = map(keypoint.at());
        return new Keypoint(
                clipped(at), size.contains(at) ? keypoint.visibility() : Visibility.UNLABELLED);
    }

    private Keypoint carried(Keypoint keypoint) {
        return new Keypoint(map(keypoint.at()), keypoint.visibility());
    }

    private Point map(Point p) {
        double x = matrix.get(0) * p.x() + matrix.get(1) * p.y() + matrix.get(2);
        double y = matrix.get(3) * p.x() + matrix.get(4) * p.y() + matrix.get(5);
        double w = matrix.get(6) * p.x() + matrix.get(7) * p.y() + matrix.get(8);
        return new Point(x / w, y / w);
    }

    private Point clipped(Point p) {
        return new Point(Math.clamp(p.x(), 0, size.width()), Math.clamp(p.y(), 0, size.height()));
    }
}
