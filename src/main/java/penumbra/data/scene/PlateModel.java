package penumbra.data.scene;

import java.util.List;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;
import penumbra.model.PlateSize;

/// The two sizes of armor plates in the world. Frame of a plate: metres, origin in its middle, x to
/// the right of the viewer who faces it, y down along its surface, z into the robot.
enum PlateModel {
    SMALL(PlateSize.SMALL),
    LARGE(PlateSize.LARGE);

    /// Millimetres in a metre.
    static final double MM = 1000;

    /// Length of a light bar, metres.
    static final double BAR_LENGTH = PlateSize.BAR_LENGTH / MM;

    /// Height of the board between the bars, metres.
    static final double BOARD_HEIGHT = 0.125;

    /// How far a mounted plate leans back, radians: 15 degrees.
    static final double TILT = Math.toRadians(15);

    private final PlateSize size;

    PlateModel(PlateSize size) {
        this.size = size;
    }

    /// Distance between the axes of the two bars, metres.
    double barDistance() {
        return size.barDistance() / MM;
    }

    /// The size of a class of [penumbra.model.Schema#ARMOR_PLATE], by its name.
    static PlateModel ofClass(String name) {
        return PlateSize.ofClass(name) == PlateSize.LARGE ? LARGE : SMALL;
    }

    /// The ends of the two emitters in the parent's frame, in the order TL, BL, BR, TR.
    List<Vector3> endpoints(Pose plate) {
        double x = barDistance() / 2;
        double y = BAR_LENGTH / 2;
        return List.of(
                plate.toParent(-x, -y, 0),
                plate.toParent(-x, y, 0),
                plate.toParent(x, y, 0),
                plate.toParent(x, -y, 0));
    }
}
