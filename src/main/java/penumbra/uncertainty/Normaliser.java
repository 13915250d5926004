package penumbra.uncertainty;

/// What the sum over label and ring points is divided by, in \[S0\] eq. 6.
public enum Normaliser {
    /// As printed: the sum over 8 points of each ring, divided by the weights' sum + 1. Its slope
    /// far out is 4.49 instead of 1: compare it with other losses at matched gain only.
    PAPER,
    /// A weighted mean of the 25 distances: divided by 8 times the weights' sum + 1. Its law has a
    /// standard deviation of 0.986 sigma per axis.
    MEAN,
    /// The weight of a ring is that of all its points together: the mean over 8 points, divided by
    /// the weights' sum + 1. Another shape: half of the weight lies on the label itself.
    RING_MEAN
}
