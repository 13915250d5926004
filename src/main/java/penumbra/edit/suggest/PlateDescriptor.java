package penumbra.edit.suggest;

import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Target;

/// What a plate looks like, as far as that makes it another case for a network.
///
/// @param size logarithm to the base 2 of the square root of its box's area in px
/// @param x middle of its box, share of the picture's width
/// @param y share of the picture's height
record PlateDescriptor(int classIndex, double size, double x, double y) {

    /// A quarter of the picture counts as much as twice the size.
    private static final double PLACE = 0.25;

    /// Empty for a target without any extent.
    static Optional<PlateDescriptor> of(Target target, Size picture) {
        return target.extent()
                .filter(b -> b.area() > 0)
                .map(b -> of(target.classIndex(), b, picture));
    }

    private static PlateDescriptor of(int classIndex, Box box, Size picture) {
        return new PlateDescriptor(
                classIndex,
                Math.log(box.area()) / Math.log(2) / 2,
                box.centreX() / picture.width(),
                box.centreY() / picture.height());
    }

    /// How different another plate of the same class is: `sqrt(Δsize² + (Δx² + Δy²) / 0.25²)`.
    double distance(PlateDescriptor other) {
        return Math.hypot(size - other.size, Math.hypot(x - other.x, y - other.y) / PLACE);
    }
}
