package penumbra.loss;

/// How the losses of a target's labelled keypoints become one number.
public enum Reduction {
    /// Their mean, 0 without any. Ours: targets count alike however many points are labelled.
    MEAN,
    /// Their sum, as \[S0\] eq. 7 has it.
    SUM;

    double divisor(int labelled) {
        return this == SUM ? 1 : Math.max(1, labelled);
    }
}
