package penumbra.uncertainty.heatmap;

/// How wide a peak of a map is.
public final class PeakWidth {

    /// Cells to either side: next to the top of a wide peak there is little to be seen.
    private static final int REACH = 2;

    private PeakWidth() {}

    /// The deviation of the Gaussian that has fallen as far as the mean of the cells two to the
    /// left, right, above and below: `2 / sqrt(2 ln(top / mean))`, exact for a sampled Gaussian
    /// about the middle of its cell. Ours. Cells beyond the border are left out.
    ///
    /// @param x column of the top
    /// @param y row of the top, whose value is above 0
    /// @return cells; 0 where the mean is not above 0, infinite where it is no lower than the top
    public static double of(Heatmap map, int x, int y) {
        double sum = 0;
        int count = 0;
        for (int side = -REACH; side <= REACH; side += 2 * REACH) {
            if (x + side >= 0 && x + side < map.width()) {
                sum += map.at(x + side, y);
                count++;
            }
            if (y + side >= 0 && y + side < map.height()) {
                sum += map.at(x, y + side);
                count++;
            }
        }
        double share = sum / count / map.at(x, y);
        if (share <= 0) {
            return 0;
        }
        return share < 1 ? REACH / Math.sqrt(-2 * Math.log(share)) : Double.POSITIVE_INFINITY;
    }
}
