package penumbra.engine.loss;

/// What each term of the loss is multiplied with.
public record LossGains(
        double box, double pose, double visibility, double score, double distances) {

    /// The reference's.
    public static final LossGains STOCK = new LossGains(7.5, 12, 1, 0.5, 1.5);
}
