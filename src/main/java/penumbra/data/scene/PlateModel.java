package penumbra.data.scene;

import java.util.List;
import penumbra.geometry.Pose;
import penumbra.geometry.Vector3;

/// The two sizes of armor plates. Frame of a plate: metres, origin in its middle, x to the right of
/// the viewer who faces it, y down along its surface, z into the robot.
enum PlateModel {
    SMALL(0.135),
    LARGE(0.230);

    /// Length of a light bar, metres.
    static final double BAR_LENGTH = 0.056;

    /// Height of the board between the bars, metres.
    static final double BOARD_HEIGHT = 0.125;

    /// How far a mounted plate leans back, radians: 15 degrees.
    static final double TILT = Math.toRadians(15);

    private final double barDistance;

    PlateModel(double barDistance) {
        this.barDistance = barDistance;
    }

    /// Distance between the axes of the two bars, metres.
    double barDistance() {
        return barDistance;
    }

    /// The large size on 1 and the base, the small one on all others.
    ///
    /// @param number index among the classes of one colour: guard, 1 to 5, outpost, base
    static PlateModel ofNumber(int number) {
        return number == 1 || number == 7 ? LARGE : SMALL;
    }

    /// The ends of the two emitters in the parent's frame, in the order TL, BL, BR, TR.
    List<Vector3> endpoints(Pose plate) {
        double x = barDistance / 2;
        double y = BAR_LENGTH / 2;
        return List.of(
                plate.toParent(-x, -y, 0),
                plate.toParent(-x, y, 0),
                plate.toParent(x, y, 0),
                plate.toParent(x, -y, 0));
    }
}
