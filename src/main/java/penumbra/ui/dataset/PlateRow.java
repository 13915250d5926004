package penumbra.ui.dataset;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.edit.Selection;
import penumbra.geometry.Box;
import penumbra.geometry.CameraMatrix;
import penumbra.model.Bars;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.plot.dataset.Light;
import penumbra.pose.PlatePose;
import penumbra.pose.TargetPose;

/// One plate of the project in figures; NaN where something is not known.
///
/// @param plate what to select to look at it
/// @param bar mean length of its bars, picture px
/// @param width of its box, picture px
/// @param pose by the camera matrix, with deviations by how labels scatter
record PlateRow(
        Selection plate,
        Target target,
        String picture,
        String className,
        double bar,
        double width,
        Optional<PlatePose> pose) {

    static PlateRow of(
            LabelledImage picture, Target target, Schema schema, Optional<CameraMatrix> camera) {
        return new PlateRow(
                Selection.whole(picture.id(), target.id()),
                target,
                picture.path(),
                schema.classNames().get(target.classIndex()),
                orNaN(Bars.meanLength(target, schema)),
                target.extent().map(Box::width).orElse(Double.NaN),
                camera.flatMap(c -> TargetPose.of(target, schema, c, List.of())));
    }

    /// Median around its bars, % of white.
    double brightness(Light light) {
        return 100 * orNaN(light.brightness(target));
    }

    /// Metres.
    double distance() {
        return pose.map(PlatePose::distance).orElse(Double.NaN);
    }

    /// Metres.
    double distanceDeviation() {
        return pose.map(PlatePose::distanceDeviation).orElse(Double.NaN);
    }

    /// Degrees.
    double yaw() {
        return Math.toDegrees(pose.map(PlatePose::yaw).orElse(Double.NaN));
    }

    /// Degrees.
    double yawDeviation() {
        return Math.toDegrees(pose.map(PlatePose::yawDeviation).orElse(Double.NaN));
    }

    /// Degrees; of the other way in which the plate may stand, where its points cannot tell.
    double otherYaw() {
        return Math.toDegrees(pose.flatMap(PlatePose::otherYaw).orElse(Double.NaN));
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
