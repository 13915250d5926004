package penumbra.pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Covariance;
import penumbra.geometry.Quad;
import penumbra.model.PlateSize;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelScatter;

/// The pose of a labelled plate, whose size its class tells.
public final class TargetPose {

    private TargetPose() {}

    /// @param known covariances of the keypoints where they were measured, picture px²; an empty
    ///   list or entry where they scatter as labels do
    /// @return empty where the schema is not that of plates or a point is not labelled
    public static Optional<PlatePose> of(
            Target target, Schema schema, CameraMatrix camera, List<Optional<Covariance>> known) {
        if (!isPlate(target, schema)) {
            return Optional.empty();
        }
        List<Optional<EndNoise>> scatter = LabelScatter.of(target, schema);
        List<Covariance> covariances = new ArrayList<>();
        for (int k = 0; k < 4; k++) {
            Covariance label = scatter.get(k).orElseThrow().covariance();
            covariances.add(k < known.size() ? known.get(k).orElse(label) : label);
        }
        return PlatePose.of(
                Quad.of(target.labelledPoints()), covariances, size(target, schema), camera);
    }

    /// Distance of the plate's middle from the camera, metres.
    public static OptionalDouble distance(Target target, Schema schema, CameraMatrix camera) {
        return isPlate(target, schema)
                ? PlatePose.distance(Quad.of(target.labelledPoints()), size(target, schema), camera)
                : OptionalDouble.empty();
    }

    private static boolean isPlate(Target target, Schema schema) {
        return schema.edges().equals(Schema.ARMOR_PLATE.edges())
                && target.keypoints().size() == 4
                && target.labelledPoints().size() == 4;
    }

    private static PlateSize size(Target target, Schema schema) {
        return PlateSize.ofClass(schema.classNames().get(target.classIndex()));
    }
}
