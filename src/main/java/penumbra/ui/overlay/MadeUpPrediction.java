package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.OffsetField;

/// What a network might say of one keypoint, made up so that it can be tried out before there is
/// one. No formula of a source.
///
/// It believes in a place beside the label. Confidence is 0.02 far away and 0.97 at the believed
/// place, a Gaussian of `spread` cells. A cell near that place points at it, and is wrong by its
/// distance from the label; a cell far from it points near the label, short by a quarter of its own
/// distance. The local step goes 0.6 of the way to the label, at most 2 cells.
///
/// Frame: cells, (0, 0) being the middle of the first cell.
///
/// @param label the truth
/// @param believed where the network thinks it is
/// @param spread cells, above 0
record MadeUpPrediction(Point label, Point believed, double spread) implements CellPrediction {

    private static final double LEAST = 0.02;
    private static final double MOST = 0.97;
    private static final double SHORT = 0.25;
    private static final double STEP = 0.6;
    private static final double LONGEST = 2;

    Candidate at(int x, int y) {
        Point cell = new Point(x, y);
        double near = Math.exp(-square(cell.minus(believed)) / (2 * spread * spread));
        Point modest = label.plus(cell.minus(label).times(SHORT));
        return new Candidate(
                x,
                y,
                LEAST + (MOST - LEAST) * near,
                believed.times(near).plus(modest.times(1 - near)));
    }

    @Override
    public List<Candidate> candidates(CellPart part) {
        List<Candidate> candidates = new ArrayList<>(part.width() * part.height());
        for (int y = part.top(); y < part.top() + part.height(); y++) {
            for (int x = part.left(); x < part.left() + part.width(); x++) {
                candidates.add(at(x, y));
            }
        }
        return candidates;
    }

    @Override
    public OffsetField local(CellPart part) {
        List<Point> offsets = new ArrayList<>(part.width() * part.height());
        for (int y = part.top(); y < part.top() + part.height(); y++) {
            for (int x = part.left(); x < part.left() + part.width(); x++) {
                Point step = label.minus(new Point(x, y)).times(STEP);
                double longer = step.norm() / LONGEST;
                offsets.add(longer > 1 ? step.times(1 / longer) : step);
            }
        }
        return new OffsetField(part.width(), part.height(), offsets);
    }

    private static double square(Point p) {
        return p.dot(p);
    }
}
