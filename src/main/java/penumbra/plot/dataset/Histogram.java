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

    /// How much of the training part a bar is, 0 to 1; 0 where that part is empty.
    public double trainShare(Bar bar) {
        return bar.train() / (double) Math.max(1, bars.stream().mapToInt(Bar::train).sum());
    }

    /// How much of the validation part a bar is, 0 to 1; 0 where that part is empty.
    public double valShare(Bar bar) {
        return bar.val() / (double) Math.max(1, bars.stream().mapToInt(Bar::val).sum());
    }

    /// The largest share of either part.
    public double mostShare() {
        return bars.stream().mapToDouble(b -> Math.max(trainShare(b), valShare(b))).max().orElse(0);
    }
}
