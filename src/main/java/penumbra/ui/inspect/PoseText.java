package penumbra.ui.inspect;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.pose.PlatePose;
import penumbra.pose.TargetPose;
import penumbra.text.Texts;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;

/// Where the selected plate stands, in words: distance and yaw with their deviations, and what
/// these come from.
record PoseText(Studio studio, Keymap keymap) {

    /// @param known covariances of the points where a fit knows them
    String of(Target target, List<Optional<Covariance>> known) {
        Schema schema = studio.schema();
        return studio.cameraProperty()
                .get()
                .map(camera ->
                        TargetPose.of(target, schema, camera, known)
                                .map(pose -> words(pose, !known.isEmpty(), schema))
                                .orElseGet(() -> text("pose.none")))
                .orElseGet(() -> text("pose.camera", keymap.text(Shortcut.CAMERA)));
    }

    private static String words(PlatePose pose, boolean snapped, Schema schema) {
        String source = snapped ? "snapped" : schema.noise().isPresent() ? "measured" : "assumed";
        String yaw = degrees(pose.yaw());
        return String.join(
                "\n",
                text("pose.distance", pose.distance(), pose.distanceDeviation()),
                text("pose.yaw", yaw, Math.toDegrees(pose.yawDeviation()))
                        + pose.otherYaw()
                                .map(other -> " " + text("pose.other", degrees(other)))
                                .orElse(""),
                text("pose." + source));
    }

    private static String degrees(double radians) {
        return String.format(Locale.ROOT, "%+.1f", Math.toDegrees(radians));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PoseText.class, key, arguments);
    }
}
