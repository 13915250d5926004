package penumbra.plot;

import java.util.List;

/// Lines over one common axis.
///
/// @param at places on the x axis at which all lines have a value, ascending
/// @param marks places on the x axis that mean something
public record LineChart(
        String title, Axis x, double[] at, Axis y, List<Line> lines, List<Mark> marks)
        implements Chart {

    /// A value with none on either side of it is drawn as a dot.
    ///
    /// @param values one for each place; NaN where the line has none
    /// @param look which of the looks of lines it has ([Skin#rgb])
    /// @param strength above 0; below 1 it is drawn fainter and is not in the legend
    public record Line(String label, double[] values, int look, double strength) {

        public Line {
            if (!(strength > 0 && strength <= 1)) {
                throw new IllegalArgumentException("no strength: " + strength);
            }
            values = values.clone();
        }

        public Line(String label, double[] values, int look) {
            this(label, values, look, 1);
        }

        public boolean inLegend() {
            return strength == 1;
        }
    }

    /// A vertical line with its meaning.
    public record Mark(double at, String label) {}

    public LineChart {
        at = at.clone();
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        for (Line line : lines) {
            if (line.values().length != at.length) {
                throw new IllegalArgumentException(
                        line.label() + " has not one value for each of " + at.length + " places");
            }
        }
    }

    @Override
    public LineChart titled(String other) {
        return new LineChart(other, x, at, y, lines, marks);
    }
}
