package penumbra.model;

/// A number and the interval that holds the true one in 95 of 100 such measurements.
public record Estimate(double value, double low, double high) {

    public boolean holds(double truth) {
        return low <= truth && truth <= high;
    }
}
