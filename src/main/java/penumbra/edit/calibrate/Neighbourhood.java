package penumbra.edit.calibrate;

import java.util.Optional;
import java.util.Random;
import penumbra.geometry.Box;
import penumbra.model.LabelledImage;
import penumbra.model.Target;

/// The part of a picture in which a plate is to be found again: a box about it whose size and place
/// are left to chance, so that neither its middle nor its sides tell where the labels were.
final class Neighbourhood {

    /// Sides of the box in lengths of the plate's longer side.
    private static final double LEAST = 2.4;

    private static final double MOST = 4.5;

    /// Room that is always left around the labels, in lengths of the plate's longer side.
    private static final double MARGIN = 0.3;

    /// A plate counts as this large at least, px.
    private static final double SMALLEST = 8;

    private static final int TRIES = 40;

    private Neighbourhood() {}

    /// Empty when none was found that holds no part of another labelled target.
    static Optional<Box> of(Target target, LabelledImage image, Random random) {
        Box plate = Box.hull(target.labelledPoints()).orElseThrow();
        for (int i = 0; i < TRIES; i++) {
            Box region = draw(plate, random);
            boolean alone =
                    image.targets().stream()
                            .filter(other -> !other.id().equals(target.id()))
                            .flatMap(other -> other.extent().stream())
                            .noneMatch(other -> region.intersection(other).isPresent());
            if (alone) {
                return Optional.of(region);
            }
        }
        return Optional.empty();
    }

    private static Box draw(Box plate, Random random) {
        double unit = Math.max(SMALLEST, Math.max(plate.width(), plate.height()));
        double width = unit * random.nextDouble(LEAST, MOST);
        double height = unit * random.nextDouble(LEAST, MOST);
        double margin = MARGIN * unit;
        return new Box(
                plate.x() - margin - room(width, plate.width(), margin) * random.nextDouble(),
                plate.y() - margin - room(height, plate.height(), margin) * random.nextDouble(),
                width,
                height);
    }

    /// How far a box may be shifted that holds the plate and its margin.
    private static double room(double side, double plate, double margin) {
        return side - plate - 2 * margin;
    }
}
