package penumbra.metric.validator;

/// A piecewise linear function through points whose abscissas do not fall.
///
/// @param x abscissas; of equal ones the last counts
/// @param y ordinates
record Interpolation(double[] x, double[] y) {

    /// @param before the value left of the first abscissa
    double at(double value, double before) {
        if (x.length == 0 || value < x[0]) {
            return before;
        }
        int low = 0;
        int high = x.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (x[middle] <= value) {
                low = middle;
            } else {
                high = middle;
            }
        }
        if (high == x.length || x[low] == value) {
            return y[low];
        }
        return y[low] + (y[high] - y[low]) / (x[high] - x[low]) * (value - x[low]);
    }
}
