package penumbra.loss;

/// Which distance is summed over a label's distribution.
public enum Norm {
    /// Euclidean: keeps the eightfold symmetry of the rings.
    L2,
    /// Sum of absolute coordinates, as the prose of \[S0\] has it against its eq. 6.
    L1
}
