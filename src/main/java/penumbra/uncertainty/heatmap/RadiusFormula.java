package penumbra.uncertainty.heatmap;

/// Which roots of the three quadratic equations are taken.
public enum RadiusFormula {
    /// The root at which the two boxes really have that overlap.
    CORRECT,
    /// The original code of CornerNet and CenterNet: larger root, divided by 2 instead of 2a. For a
    /// square about 3.35 times the correct radius at overlap 0.7.
    LEGACY,
    /// \[S2\] as written: the larger root in all three cases.
    NOTE_LITERAL
}
