package penumbra.loss;

/// A random direction in the space of a network's weights, scaled filter by filter to the weights
/// themselves, so that landscapes of different networks can be compared.
///
/// Formula: `d ← d ‖w‖ / (‖d‖ + 1e-10)` for each filter, a filter being a slice along the output
/// channel, flattened. Source: \[P3\]. A filter of zeros gets no direction. One-dimensional
/// parameters (biases, batch norm) get direction 0, which is the caller's part.
public final class FilterNormalisation {

    private static final double TINY = 1e-10;

    private FilterNormalisation() {}

    /// @param filter weights of one filter
    /// @param direction of the same length; not changed
    public static double[] of(double[] filter, double[] direction) {
        if (filter.length != direction.length) {
            throw new IllegalArgumentException(
                    "a filter of "
                            + filter.length
                            + " weights has no direction of "
                            + direction.length);
        }
        double factor = norm(filter) / (norm(direction) + TINY);
        double[] scaled = direction.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static double norm(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return Math.sqrt(sum);
    }
}
