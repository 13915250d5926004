package penumbra.edit.suggest;

import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.geometry.Size;
import penumbra.model.Target;

/// What a plate looks like, as far as that makes it another case for a network.
///
/// @param size logarithm to the base 2 of the square root of its box's area in px
/// @param x middle of its box, share of the picture's width
/// @param y share of the picture's height
/// @param light logarithm to the base 2 of the mean brightness of the picture: stops; NaN where
///   nobody measured it
record PlateDescriptor(int classIndex, double size, double x, double y, double light) {

    /// A quarter of the picture counts as much as twice the size or twice the light.
    private static final double PLACE = 0.25;

    /// The darkest that counts: below lie black frames, however black.
    private static final double DARKEST = Math.pow(2, -16);

    /// In what two plates differ.
    enum Trait {
        SIZE,
        PLACE,
        LIGHT
    }

    /// Empty for a target without any extent.
    ///
    /// @param exposure mean brightness of the picture, 0 to 1, where it was measured
    static Optional<PlateDescriptor> of(Target target, Size picture, OptionalDouble exposure) {
        return target.extent()
                .filter(b -> b.area() > 0)
                .map(b ->
                        new PlateDescriptor(
                                target.classIndex(),
                                log2(b.area()) / 2,
                                b.centreX() / picture.width(),
                                b.centreY() / picture.height(),
                                exposure.isPresent()
                                        ? log2(Math.max(DARKEST, exposure.getAsDouble()))
                                        : Double.NaN));
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /// How different another plate of the same class is: `sqrt(Δsize² + (Δx² + Δy²) / 0.25² +
    /// Δlight²)`; light is left out where it is not known of both.
    double distance(PlateDescriptor other) {
        return Math.hypot(Math.hypot(bySize(other), byPlace(other)), byLight(other));
    }

    /// In what another plate of the same class differs most.
    Trait most(PlateDescriptor other) {
        double size = bySize(other);
        double place = byPlace(other);
        double lit = byLight(other);
        if (lit > size && lit > place) {
            return Trait.LIGHT;
        }
        return size > place ? Trait.SIZE : Trait.PLACE;
    }

    private double bySize(PlateDescriptor other) {
        return Math.abs(size - other.size);
    }

    private double byPlace(PlateDescriptor other) {
        return Math.hypot(x - other.x, y - other.y) / PLACE;
    }

    private double byLight(PlateDescriptor other) {
        double stops = Math.abs(light - other.light);
        return Double.isNaN(stops) ? 0 : stops;
    }
}
