package penumbra.data.augment;

import java.util.random.RandomGenerator;

/// Draws that are known beforehand.
final class Scripted implements RandomGenerator {

    private final double[] draws;
    private int next;

    /// @param draws from 0 to below 1
    Scripted(double... draws) {
        this.draws = draws;
    }

    @Override
    public double nextDouble() {
        return draws[next++];
    }

    @Override
    public long nextLong() {
        throw new AssertionError("only shares are drawn");
    }

    boolean isSpent() {
        return next == draws.length;
    }
}
