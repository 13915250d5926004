package penumbra.engine.loss;

/// What the terms of the loss are multiplied with; the keypoint term has its own gain.
public record LossGains(double box, double visibility, double score, double distances) {

    /// The reference's.
    public static final LossGains STOCK = new LossGains(7.5, 1, 0.5, 1.5);
}
