package penumbra.geometry;

/// A way in which four points are not TL, BL, BR, TR of an upright plate.
public enum CornerFault {
    /// The left and the right side cross, as they do when the two lower corners are exchanged.
    SIDES_CROSS,
    /// The upper and the lower edge cross, as they do when the ends of one side are exchanged.
    EDGES_CROSS,
    /// Left and right are exchanged.
    LEFT_RIGHT_SWAPPED,
    /// Top and bottom are exchanged.
    TOP_BOTTOM_SWAPPED,
    /// The tops lie below the bottoms and left is right: turned by 180 degrees.
    UPSIDE_DOWN,
    /// The order is that of a plate which lies on its side.
    QUARTER_TURN
}
