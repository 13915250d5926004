package penumbra.plot;

import java.util.List;

/// A function of two coordinates as colours with lines of equal value; y runs down as in a picture.
///
/// @param value what the colours mean; its range, if any, is that of the colours
/// @param levels values that get a line
/// @param figures drawn over it
/// @param arrows whether the way down from some of the nodes is drawn, against the gradient
public record ContourChart(
        String title,
        Axis x,
        Axis y,
        Axis value,
        Grid grid,
        List<Double> levels,
        List<Figure> figures,
        boolean arrows)
        implements Chart {

    public ContourChart {
        levels = List.copyOf(levels);
        figures = List.copyOf(figures);
    }

    @Override
    public ContourChart titled(String other) {
        return new ContourChart(other, x, y, value, grid, levels, figures, arrows);
    }
}
