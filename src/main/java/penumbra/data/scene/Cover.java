package penumbra.data.scene;

import java.util.SplittableRandom;

/// Something dark right in front of a plate, such as a cable, a leg or a frame, that hides one end
/// of a light bar, or now and then the whole bar.
final class Cover {

    private static final double WHOLE = 0.25;

    /// How far it reaches beyond what it hides, metres.
    private static final double MARGIN = 0.012;

    private Cover() {}

    /// Paints it.
    ///
    /// @param random which end, how far, how dark
    static void draw(Plate plate, Painter painter, Ambience air, SplittableRandom random) {
        double side = random.nextBoolean() ? -1 : 1;
        double end = random.nextBoolean() ? -1 : 1;
        double bar = PlateModel.BAR_LENGTH;
        double hidden =
                random.nextDouble() < WHOLE
                        ? bar + 2 * MARGIN
                        : bar * (0.2 + 0.4 * random.nextDouble()) + MARGIN;
        double half = 0.018 + 0.02 * random.nextDouble();
        double x = side * plate.model().barDistance() / 2;
        double outer = end * (bar / 2 + MARGIN);
        double inner = outer - end * hidden;
        painter.board(
                plate.pose(),
                x - half,
                Math.min(outer, inner),
                x + half,
                Math.max(outer, inner),
                air.surface(0.05 + 0.4 * random.nextDouble(), random));
    }
}
