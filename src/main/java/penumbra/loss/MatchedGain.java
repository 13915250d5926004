package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.LabelContext;

/// The gain with which a loss pulls as hard as the stock OKS loss does.
///
/// Two losses may be compared only when their keypoint terms weigh alike against box and class.
/// Residuals are taken as Rayleigh: normal with deviation tau in each coordinate, tau as a share of
/// the square root of the box's area. Ours.
public final class MatchedGain {

    private static final int RADII = 2000;
    private static final int ANGLES = 32;
    private static final double REACH = 8;

    private MatchedGain() {}

    /// Mean length of the gradient of `gain · OKS(kappa)` under Rayleigh residuals, which is the
    /// gain of a loss with slope 1: `gain v³ sqrt(pi/2) / (kappa² tau²)`, `1/v² = 1/kappa² +
    /// 1/tau²`.
    ///
    /// @param tau residual per coordinate, share of sqrt(area), above 0
    /// @param kappa twice the OKS sigma
    public static double unitSlope(double tau, double kappa, double oksGain) {
        double v = 1 / Math.sqrt(1 / (kappa * kappa) + 1 / (tau * tau));
        return oksGain * v * v * v * Math.sqrt(Math.PI / 2) / (kappa * kappa * tau * tau);
    }

    /// The same for any loss in any units: its mean gradient is integrated numerically. Gradients
    /// are compared per share of the square root of the area.
    ///
    /// @param label whose target has an area
    public static double of(
            KeypointLoss loss,
            LossUnits units,
            LabelContext label,
            double tau,
            double kappa,
            double oksGain) {
        double side = Math.sqrt(label.scale().area());
        double unit = Math.pow(units.factor(label.scale()), loss.degree());
        double slope = meanSlope(loss, label, tau * side) * unit * side;
        return unitSlope(tau, kappa, oksGain) / slope;
    }

    /// Mean length of a loss's gradient over residuals with that deviation per coordinate, px.
    static double meanSlope(KeypointLoss loss, LabelContext label, double deviation) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < RADII; i++) {
            double r = (i + 0.5) * REACH / RADII;
            double weight = r * Math.exp(-r * r / 2);
            for (int j = 0; j < ANGLES; j++) {
                double angle = (j + 0.5) * 2 * Math.PI / ANGLES;
                double length = r * deviation;
                Point e = new Point(length * Math.cos(angle), length * Math.sin(angle));
                sum += weight * loss.at(e, label).slope();
                weights += weight;
            }
        }
        return sum / weights;
    }
}
