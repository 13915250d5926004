package penumbra.uncertainty;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// How large a target is, in px of the frame in which residuals are measured, and on which grid it
/// is predicted.
///
/// @param dMin smallest distance between two labelled keypoints ([SmallestGap])
/// @param barLength mean length of the schema's edges whose two ends are labelled; `dMin` without
///   any
/// @param area of the box, px²
/// @param stride px of one grid cell of the level that predicts the target
/// @param inputSide longer side of the network input, px
public record TargetScale(
        double dMin, double barLength, double area, double stride, double inputSide) {

    /// The network input's side unless a run says otherwise, px.
    public static final double INPUT_SIDE = 640;

    /// The finest level's stride, px.
    public static final double STRIDE = 8;

    /// @throws IllegalArgumentException if a length is negative or not finite, or stride or side 0
    public TargetScale {
        if (!(dMin >= 0 && barLength >= 0 && area >= 0)
                || !Double.isFinite(dMin + barLength + area)
                || !(stride > 0 && inputSide > 0)
                || !Double.isFinite(stride + inputSide)) {
            throw new IllegalArgumentException(
                    "a target's scale needs finite lengths of 0 or more and a stride and side above"
                            + " 0: "
                            + dMin
                            + ", "
                            + barLength
                            + ", "
                            + area
                            + ", "
                            + stride
                            + ", "
                            + inputSide);
        }
    }

    /// Of a labelled target, on the given grid. A target without labels and box has scale 0.
    ///
    /// @param stride px of a grid cell, in the frame of the target's points
    /// @param inputSide px, in the same frame
    public static TargetScale of(Target target, Schema schema, double stride, double inputSide) {
        Box box = target.extent().orElse(new Box(0, 0, 0, 0));
        double gap = SmallestGap.of(target.labelledPoints(), box);
        List<Double> lengths = new ArrayList<>();
        for (Schema.Edge edge : schema.edges()) {
            Keypoint a = target.keypoints().get(edge.from());
            Keypoint b = target.keypoints().get(edge.to());
            if (a.labelled() && b.labelled()) {
                lengths.add(a.at().distance(b.at()));
            }
        }
        double bars = lengths.stream().mapToDouble(l -> l).average().orElse(gap);
        return new TargetScale(gap, bars, box.area(), stride, inputSide);
    }

    /// Of labelled points alone, in a box of their hull, with the default grid.
    public static TargetScale of(List<Point> labelled) {
        Box box = Box.hull(labelled).orElse(new Box(0, 0, 0, 0));
        double gap = SmallestGap.of(labelled, box);
        return new TargetScale(gap, gap, box.area(), STRIDE, INPUT_SIDE);
    }

    /// The length that stands for the size, px.
    public double length(ScaleMeasure measure) {
        return switch (measure) {
            case D_MIN -> dMin;
            case BAR_LENGTH -> barLength;
            case SQRT_AREA -> Math.sqrt(area);
        };
    }

    /// This scale on another grid.
    public TargetScale onGrid(double cell, double side) {
        return new TargetScale(dMin, barLength, area, cell, side);
    }

    /// The same target in a frame that is `factor` times as fine; the grid keeps its px.
    public TargetScale scaled(double factor) {
        return new TargetScale(
                dMin * factor, barLength * factor, area * factor * factor, stride, inputSide);
    }
}
