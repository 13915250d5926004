package penumbra.uncertainty.heatmap;

/// Deviation of a Gaussian from its radius, in cells.
public enum SigmaRule {
    /// `r / 3`, as \[S2\] and \[S3\] print it; 0 for radius 0.
    PAPER,
    /// `(2r + 1) / 6`, as the public code has it; never 0.
    CODE;

    public double sigma(double radius) {
        return this == PAPER ? radius / 3 : (2 * radius + 1) / 6;
    }
}
