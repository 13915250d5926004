package penumbra.plot;

import java.util.ArrayList;
import java.util.Arrays;
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

        /// Least and greatest of the values from one place to before another, in their order; NaN
        /// where there are none.
        private double[] ends(int from, int to) {
            int least = from;
            int most = from;
            for (int i = from; i < to; i++) {
                least = Double.isNaN(values[least]) || values[i] < values[least] ? i : least;
                most = Double.isNaN(values[most]) || values[i] > values[most] ? i : most;
            }
            return new double[] {values[Math.min(least, most)], values[Math.max(least, most)]};
        }

        /// Whether there is anything to draw.
        public boolean hasValues() {
            return Arrays.stream(values).anyMatch(Double::isFinite);
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

    /// The same outline with fewer places, for a drawing that has fewer columns than the lines have
    /// places: of every stretch of places each line keeps its least and its greatest value, in the
    /// order in which it has them.
    ///
    /// @param stretches 1 or more; a chart with twice as many places or fewer stays as it is
    public LineChart thinned(int stretches) {
        if (at.length <= 2 * stretches) {
            return this;
        }
        double[] places = new double[2 * stretches];
        for (int s = 0; s < stretches; s++) {
            places[2 * s] = at[from(s, stretches)];
            places[2 * s + 1] = at[from(s + 1, stretches) - 1];
        }
        List<Line> thin = new ArrayList<>();
        for (Line line : lines) {
            double[] values = new double[2 * stretches];
            for (int s = 0; s < stretches; s++) {
                double[] ends = line.ends(from(s, stretches), from(s + 1, stretches));
                values[2 * s] = ends[0];
                values[2 * s + 1] = ends[1];
            }
            thin.add(new Line(line.label(), values, line.look(), line.strength()));
        }
        return new LineChart(title, x, places, y, thin, marks);
    }

    private int from(int stretch, int stretches) {
        return (int) ((long) stretch * at.length / stretches);
    }

    @Override
    public LineChart titled(String other) {
        return new LineChart(other, x, at, y, lines, marks);
    }
}
