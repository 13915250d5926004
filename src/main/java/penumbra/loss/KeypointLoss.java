package penumbra.loss;

import java.util.List;
import penumbra.geometry.Point;
import penumbra.text.Texts;
import penumbra.uncertainty.LabelContext;

/// What a wrong place of one keypoint costs. Each loss is a record whose components are its
/// hyper-parameters, so that forms, files and the command line derive from it; see
/// [LossParameters].
///
/// A new loss is one file, one line in [Losses#ALL] and its texts.
public interface KeypointLoss {

    /// Stable name in files and on the command line.
    String id();

    /// Value and gradient for one labelled keypoint.
    ///
    /// @param residual prediction minus label, px
    /// @param label size and noise of the label, in the same px
    LossValue at(Point residual, LabelContext label);

    /// Power with which the loss grows when picture, label noise and thresholds grow together: 1
    /// px, 2 px², 0 without unit.
    default int degree() {
        return 1;
    }

    /// The loss of a whole target: over its labelled keypoints, \[S0\] eq. 7. Keypoints that are
    /// not labelled cost nothing and have gradient 0.
    default TargetValue target(List<KeypointResidual> points, Reduction reduction) {
        return TargetValue.of(this, points, reduction);
    }

    default String title() {
        return Texts.of(KeypointLoss.class, id() + ".title");
    }

    /// Where it comes from, as a person reads it.
    default String source() {
        return Texts.of(KeypointLoss.class, id() + ".source");
    }

    /// Unit of its value.
    default String unit() {
        return switch (degree()) {
            case 0 -> "1";
            case 2 -> "px\u00b2";
            default -> "px";
        };
    }
}
