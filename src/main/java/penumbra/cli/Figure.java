package penumbra.cli;

import java.util.List;

/// One measured number and its spread over the runs.
///
/// @param name stable id
record Figure(String name, String unit, double median, double least, double most, int runs) {

    /// @param values one for each run, at least one
    static Figure of(String name, String unit, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Figure(name, unit, median, sorted.getFirst(), sorted.getLast(), n);
    }
}
