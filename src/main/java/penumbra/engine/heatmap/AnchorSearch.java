package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.AdaAnchor;
import penumbra.uncertainty.anchor.Candidate;

/// The cells that could answer for a target, of which only the best become [Candidate]s: on crowded
/// pictures there are hundreds of thousands in a batch, and objects for all of them cost more than
/// the rest of the loss.
///
/// @param left first column
/// @param right last column
/// @param top first row
/// @param bottom last row
record AnchorSearch(int left, int right, int top, int bottom) {

    private static final double ENLARGED = 1.5;

    /// Cells to either side of a target that are candidates however small its box is.
    private static final double MARGIN = 2.5;

    /// The nodes in a target's box enlarged.
    ///
    /// @param box cells
    static AnchorSearch around(MapOutput maps, Box box) {
        double halfWidth = box.width() * ENLARGED / 2 + MARGIN;
        double halfHeight = box.height() * ENLARGED / 2 + MARGIN;
        double x = box.centreX() - 0.5;
        double y = box.centreY() - 0.5;
        return new AnchorSearch(
                (int) Math.ceil(Math.max(0, x - halfWidth)),
                (int) Math.floor(Math.min(maps.columns() - 1, x + halfWidth)),
                (int) Math.ceil(Math.max(0, y - halfHeight)),
                (int) Math.floor(Math.min(maps.rows() - 1, y + halfHeight)));
    }

    boolean meets(AnchorSearch other) {
        return left <= other.right
                && other.left <= right
                && top <= other.bottom
                && other.top <= bottom;
    }

    /// The best candidates, in reading order; more than asked for where some are equally good.
    ///
    /// @param truth nodes
    /// @param most how many; others may take some of them
    List<Candidate> best(AnchorCells cells, AdaAnchor rule, Point truth, int most) {
        int columns = Math.max(0, right - left + 1);
        double[] ranks = new double[columns * Math.max(0, bottom - top + 1)];
        for (int i = 0; i < ranks.length; i++) {
            int x = left + i % columns;
            int y = top + i / columns;
            ranks[i] = rule.rank(cells.confidence(x, y), cells.place(x, y), truth);
        }
        double least = ranks.length <= most ? Double.NEGATIVE_INFINITY : largest(ranks, most);
        List<Candidate> best = new ArrayList<>();
        for (int i = 0; i < ranks.length; i++) {
            if (ranks[i] >= least) {
                best.add(cells.candidate(left + i % columns, top + i / columns));
            }
        }
        return best;
    }

    /// The value that so many are not below (C. Hoare, Algorithm 65: Find, 1961).
    private static double largest(double[] of, int count) {
        double[] values = of.clone();
        int wanted = count - 1;
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            double pivot = values[(from + to) >>> 1];
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] > pivot) {
                    i++;
                }
                while (values[j] < pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (wanted <= j) {
                to = j;
            } else if (wanted >= i) {
                from = i;
            } else {
                return values[wanted];
            }
        }
        return values[wanted];
    }
}
