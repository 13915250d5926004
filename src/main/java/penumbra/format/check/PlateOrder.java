package penumbra.format.check;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.CornerFault;
import penumbra.geometry.CornerOrder;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

/// Whether four points can be TL, BL, BR, TR of a plate, in the words of this check's rules. A
/// plate on its side passes: a robot may be lying down.
final class PlateOrder {

    private PlateOrder() {}

    /// The rule that the points break; empty when they are in order or on one line.
    static Optional<String> fault(List<Point> points) {
        return CornerOrder.fault(Quad.of(points)).flatMap(PlateOrder::rule);
    }

    private static Optional<String> rule(CornerFault fault) {
        return switch (fault) {
            case SIDES_CROSS, EDGES_CROSS -> Optional.of("check-crossed");
            case LEFT_RIGHT_SWAPPED, TOP_BOTTOM_SWAPPED -> Optional.of("check-mirrored");
            case UPSIDE_DOWN -> Optional.of("check-upside-down");
            case QUARTER_TURN -> Optional.empty();
        };
    }
}
