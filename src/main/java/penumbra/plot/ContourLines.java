package penumbra.plot;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;

/// Where a function on a grid has a given value.
///
/// Method: marching squares. Along the sides of a cell the function is taken as linear; a cell
/// whose two pairs of opposite corners lie on different sides is parted by the mean of the four.
final class ContourLines {

    /// A piece of a line within one cell.
    record Segment(Point from, Point to) {}

    private final Grid grid;
    private final double level;
    private final List<Segment> segments = new ArrayList<>();

    private ContourLines(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    static List<Segment> of(Grid grid, double level) {
        ContourLines lines = new ContourLines(grid, level);
        for (int row = 0; row + 1 < grid.ys().length; row++) {
            for (int column = 0; column + 1 < grid.xs().length; column++) {
                lines.cell(row, column);
            }
        }
        return lines.segments;
    }

    private void cell(int row, int column) {
        boolean inside = grid.value(row, column) >= level;
        boolean crossed =
                inside != grid.value(row, column + 1) >= level
                        || inside != grid.value(row + 1, column + 1) >= level
                        || inside != grid.value(row + 1, column) >= level;
        if (crossed) {
            cross(row, column);
        }
    }

    /// Corners and sides are counted round the cell; side i leads from corner i to the next.
    private void cross(int row, int column) {
        double[] corners = {
            grid.value(row, column),
            grid.value(row, column + 1),
            grid.value(row + 1, column + 1),
            grid.value(row + 1, column)
        };
        List<Point> crossings = new ArrayList<>(4);
        for (int side = 0; side < 4; side++) {
            double a = corners[side];
            double b = corners[(side + 1) % 4];
            if (a >= level != b >= level) {
                double share = (level - a) / (b - a);
                crossings.add(along(row, column, side, share));
            }
        }
        if (crossings.size() == 2) {
            segments.add(new Segment(crossings.get(0), crossings.get(1)));
            return;
        }
        double middle = (corners[0] + corners[1] + corners[2] + corners[3]) / 4;
        int shift = middle >= level == corners[0] >= level ? 0 : 3;
        for (int i = 0; i < 4; i += 2) {
            segments.add(
                    new Segment(
                            crossings.get((i + shift) % 4), crossings.get((i + shift + 1) % 4)));
        }
    }

    private Point along(int row, int column, int side, double share) {
        double u = side == 0 ? share : side == 1 ? 1 : side == 2 ? 1 - share : 0;
        double v = side == 0 ? 0 : side == 1 ? share : side == 2 ? 1 : 1 - share;
        double[] xs = grid.xs();
        double[] ys = grid.ys();
        return new Point(
                xs[column] + u * (xs[column + 1] - xs[column]),
                ys[row] + v * (ys[row + 1] - ys[row]));
    }
}
