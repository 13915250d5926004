package penumbra.uncertainty;

/// Which length of a target stands for its size in a sigma law.
public enum ScaleMeasure {
    /// Smallest distance between two keypoints, as \[S0\] eq. 2 has it. A plate seen from the side
    /// has a small one although its bars are long.
    D_MIN,
    /// Mean length of the schema's edges, for a plate its two light bars.
    BAR_LENGTH,
    /// Square root of the box's area.
    SQRT_AREA
}
