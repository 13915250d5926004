package penumbra.plot;

import java.util.List;
import penumbra.geometry.Point;

/// A function of two coordinates as a surface in space; y runs towards the viewer.
///
/// @param value what height and colour mean; its range, if any, is that of the box
/// @param view from where it is looked at
/// @param path places of a way that lies on the surface; none for no way
public record SurfaceChart(
        String title, Axis x, Axis y, Axis value, Grid grid, View view, List<Point> path)
        implements Chart {

    private static final int FEW = 17;

    /// Where the viewer stands.
    ///
    /// @param azimuth degrees, to the right of the y axis
    /// @param elevation degrees above the floor, 0 to 90
    public record View(double azimuth, double elevation) {

        public static final View FIRST = new View(35, 28);

        private static final double LEAST = 2;
        private static final double MOST = 88;

        /// The viewer a little further on, never below the floor nor straight above.
        public View moved(double right, double up) {
            return new View((azimuth + right) % 360, Math.clamp(elevation + up, LEAST, MOST));
        }
    }

    public SurfaceChart {
        path = List.copyOf(path);
    }

    public SurfaceChart(String title, Axis x, Axis y, Axis value, Grid grid, View view) {
        this(title, x, y, value, grid, view, List.of());
    }

    @Override
    public SurfaceChart titled(String other) {
        return new SurfaceChart(other, x, y, value, grid, view, path);
    }

    public SurfaceChart seenFrom(View other) {
        return new SurfaceChart(title, x, y, value, grid, other, path);
    }

    /// The same with a quarter of the faces, where the grid allows it: for a view that moves, and
    /// for files that hold every face.
    public SurfaceChart coarser() {
        boolean even = grid.xs().length % 2 == 1 && grid.ys().length % 2 == 1;
        boolean many = Math.min(grid.xs().length, grid.ys().length) > FEW;
        return even && many
                ? new SurfaceChart(title, x, y, value, grid.every(2), view, path)
                : this;
    }
}
