package penumbra.plot.dataset;

import java.util.List;

/// Counts side by side, those of training and of validation apart.
///
/// @param title what is counted, with the unit of the bars' labels
public record Histogram(String title, List<Bar> bars) {

    /// One count.
    ///
    /// @param query a line of the search that finds the pictures behind it
    public record Bar(String label, int train, int val, String query) {

        public int total() {
            return train + val;
        }
    }

    public Histogram {
        bars = List.copyOf(bars);
    }

    /// The largest count.
    public int most() {
        return bars.stream().mapToInt(Bar::total).max().orElse(0);
    }
}
