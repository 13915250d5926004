package penumbra.uncertainty.anchor;

/// How confidence and accuracy become one score.
public enum Fusion {
    /// `c r`: both must be large.
    MUL,
    /// `c + r`: one suffices.
    ADD;

    public double score(double confidence, double accuracy) {
        return this == MUL ? confidence * accuracy : confidence + accuracy;
    }
}
