package penumbra.plot;

import java.util.List;

/// Figures in a plane, at one scale in both directions; y runs down as in a picture.
public record OutlineChart(String title, Axis x, Axis y, List<Figure> figures) implements Chart {

    public OutlineChart {
        figures = List.copyOf(figures);
    }

    @Override
    public OutlineChart titled(String other) {
        return new OutlineChart(other, x, y, figures);
    }
}
