package penumbra.uncertainty;

/// In which units a sigma law reads a length and gives a deviation; \[S0\] does not say.
public enum SigmaUnits {
    /// Both in input px.
    PIXEL,
    /// Both in grid cells of the target's level: what the code base of \[S0\] suggests.
    GRID,
    /// Both as shares of the input's side.
    NORM,
    /// Length in input px, deviation as a share of the input's side.
    HYBRID,
    /// Deviation as a share of the length, at most a sixth of it, so that rings never meet; the
    /// length counts in units of a stated number of px. Ours.
    TARGET,
    /// The deviation measured from people who labelled twice, whatever the length.
    CALIBRATED
}
