package penumbra.snap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import penumbra.geometry.Point;

/// Errors of snapped ends against the truth, and the table of their figures.
final class EndErrors {

    /// @param length of the true bar, px
    /// @param along error along the bar, outwards, px
    /// @param across error across it, px
    /// @param label error of the label it started from, px
    private record Entry(
            double length,
            double along,
            double across,
            double sigmaAlong,
            double sigmaAcross,
            double label) {

        double distance() {
            return Math.hypot(along, across);
        }
    }

    private final List<Entry> entries;

    EndErrors() {
        this(new ArrayList<>());
    }

    private EndErrors(List<Entry> entries) {
        this.entries = entries;
    }

    /// @param truth the true end
    /// @param other the bar's other true end
    /// @param label where the label had it
    void add(BarOutcome.End end, Point truth, Point other, Point label) {
        double length = truth.distance(other);
        Point out = truth.minus(other).times(1 / length);
        Point error = end.at().minus(truth);
        entries.add(
                new Entry(
                        length,
                        error.dot(out),
                        error.cross(out),
                        end.along(),
                        end.across(),
                        label.distance(truth)));
    }

    /// Those of bars whose length lies in \[from, to).
    EndErrors ofLength(double from, double to) {
        return new EndErrors(
                entries.stream().filter(e -> e.length >= from && e.length < to).toList());
    }

    int count() {
        return entries.size();
    }

    double quantile(double share) {
        return sorted(Entry::distance)[(int) (share * (entries.size() - 1))];
    }

    double medianAlong() {
        return sorted(e -> Math.abs(e.along))[entries.size() / 2];
    }

    double medianAcross() {
        return sorted(e -> Math.abs(e.across))[entries.size() / 2];
    }

    private double[] sorted(ToDoubleFunction<Entry> value) {
        return entries.stream().mapToDouble(value).sorted().toArray();
    }

    /// Mean error over the mean error of the labels.
    double ratio() {
        return mean(Entry::distance) / mean(Entry::label);
    }

    double coverageAlong() {
        return mean(e -> Math.abs(e.along) <= 2 * e.sigmaAlong ? 1 : 0);
    }

    double coverageAcross() {
        return mean(e -> Math.abs(e.across) <= 2 * e.sigmaAcross ? 1 : 0);
    }

    double bias() {
        return mean(Entry::along);
    }

    private double mean(ToDoubleFunction<Entry> value) {
        return Arrays.stream(sorted(value)).average().orElseThrow();
    }

    static String header() {
        return "bar px        n  median   90 %  ratio  bias out  within 2 sd along  across";
    }

    String row(String name) {
        return String.format(
                Locale.ROOT,
                "%-8s %6d  %6.3f %6.3f  %5.3f  %+8.3f  %17.3f  %6.3f",
                name,
                count(),
                quantile(0.5),
                quantile(0.9),
                ratio(),
                bias(),
                coverageAlong(),
                coverageAcross());
    }
}
