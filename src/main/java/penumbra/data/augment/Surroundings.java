package penumbra.data.augment;

import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// What belongs to a labelled object around its box: its body, here the plate above and below the
/// bars, and the halo of its light.
///
/// Distances from the box are counted in units: the box's height, or twice its width where that is
/// less, but no less than 5 px, because a halo does not shrink with the plate.
///
/// @param box px
/// @param unit px
record Surroundings(Box box, double unit) {

    private static final double LEAST_UNIT = 5;

    /// Where the body ends, and where its fading out begins: behind the sticker, whose digit
    /// reaches 0.4 bar lengths beyond the bars ([penumbra.model.Sticker]).
    private static final double BODY = 0.8;

    private static final double WHOLE_BODY = 0.5;

    /// Where the halo ends; it begins to fade where the body ends.
    private static final double HALO = 1.4;

    static Surroundings of(InputLabel label) {
        Box box = label.box();
        return new Surroundings(box, Math.max(LEAST_UNIT, Math.min(box.height(), 2 * box.width())));
    }

    Box body() {
        return grown(BODY * unit);
    }

    Box halo() {
        return grown(HALO * unit);
    }

    private Box grown(double by) {
        return new Box(box.x() - by, box.y() - by, box.width() + 2 * by, box.height() + 2 * by);
    }

    /// How much of the body a place shows, 0 to 1.
    double body(Point p) {
        return falling((distance(p) - WHOLE_BODY) / (BODY - WHOLE_BODY));
    }

    /// How much of the halo's light is taken there, 0 to 1.
    double halo(Point p) {
        return falling((distance(p) - BODY) / (HALO - BODY));
    }

    /// From the box, in units.
    private double distance(Point p) {
        double x = Math.max(0, Math.max(box.x() - p.x(), p.x() - box.right()));
        double y = Math.max(0, Math.max(box.y() - p.y(), p.y() - box.bottom()));
        return Math.hypot(x, y) / unit;
    }

    /// Smoothly from 1 at 0 to 0 at 1.
    private static double falling(double at) {
        double t = Math.clamp(at, 0, 1);
        return 1 - t * t * (3 - 2 * t);
    }
}
