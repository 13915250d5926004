package penumbra.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// The loss of one target and its gradient with respect to each predicted keypoint.
///
/// @param gradients one for each keypoint in schema order, 0 where nothing is labelled
/// @param labelled how many keypoints took part
public record TargetValue(double value, List<Point> gradients, int labelled) {

    public TargetValue {
        gradients = List.copyOf(gradients);
    }

    static TargetValue of(KeypointLoss loss, List<KeypointResidual> points, Reduction reduction) {
        int labelled = (int) points.stream().filter(KeypointResidual::labelled).count();
        double divisor = reduction.divisor(labelled);
        double sum = 0;
        List<Point> gradients = new ArrayList<>(points.size());
        for (KeypointResidual point : points) {
            LossValue at =
                    point.labelled() ? loss.at(point.residual(), point.label()) : LossValue.ZERO;
            sum += at.value();
            gradients.add(at.gradient().times(1 / divisor));
        }
        return new TargetValue(sum / divisor, gradients, labelled);
    }

    TargetValue times(double factor) {
        return new TargetValue(
                value * factor, gradients.stream().map(g -> g.times(factor)).toList(), labelled);
    }
}
