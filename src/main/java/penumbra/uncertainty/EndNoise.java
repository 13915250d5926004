package penumbra.uncertainty;

import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.LabelNoise;

/// How far a keypoint's label scatters about the true point: standard deviations along its light
/// bar and across it, uncorrelated.
///
/// @param along px, above 0
/// @param across px, above 0
/// @param direction of the bar, from its inner to this outer end, unit length
public record EndNoise(double along, double across, Point direction) {

    /// Least deviation that a clamp leaves, px.
    public static final double LEAST = 1e-6;

    private static final double UNIT = 1e-9;
    private static final double ASSUMED_ALONG = 1.5;
    private static final double ASSUMED_ACROSS = 0.7;

    /// @throws IllegalArgumentException if a deviation is not above 0 or the direction no unit
    ///   vector
    public EndNoise {
        if (!(along > 0 && across > 0) || !Double.isFinite(along + across)) {
            throw new IllegalArgumentException(
                    "label noise needs deviations above 0: " + along + ", " + across);
        }
        if (Math.abs(direction.norm() - 1) > UNIT) {
            throw new IllegalArgumentException("the bar's direction is no unit vector");
        }
    }

    /// The same in every direction.
    public static EndNoise isotropic(double sigma) {
        return new EndNoise(sigma, sigma, new Point(1, 0));
    }

    /// What is assumed before anybody measured: 1.5 px along and 0.7 px across, each at most a
    /// sixth of the gap between keypoints. An assumption, to be replaced by a calibration.
    public static EndNoise assumed(Point direction, double dMin) {
        return new EndNoise(ASSUMED_ALONG, ASSUMED_ACROSS, direction).within(dMin);
    }

    /// What a project's labels are taken to scatter: as measured, each at most a sixth of the gap;
    /// as [#assumed] before anybody measured.
    ///
    /// @param measured of the project's schema
    /// @param direction of the bar, outwards, unit length
    public static EndNoise of(Optional<LabelNoise> measured, Point direction, double dMin) {
        return measured.map(
                        m -> new EndNoise(m.along().sigma(dMin), m.across().sigma(dMin), direction))
                .map(noise -> noise.within(dMin))
                .orElseGet(() -> assumed(direction, dMin));
    }

    /// The one deviation that covers the same area of the plane, px.
    public double sigma() {
        return Math.sqrt(along * across);
    }

    /// Each deviation at most a sixth of the gap, so that the 3 sigma ellipses of two keypoints do
    /// not meet.
    public EndNoise within(double dMin) {
        return new EndNoise(
                SigmaLaw.clamped(along, dMin, LEAST),
                SigmaLaw.clamped(across, dMin, LEAST),
                direction);
    }

    /// Deviations multiplied, as when a picture is enlarged.
    public EndNoise scaled(double factor) {
        return new EndNoise(along * factor, across * factor, direction);
    }

    /// Unit vector across the bar, a quarter turn from x towards y after `direction`.
    public Point normal() {
        return new Point(-direction.y(), direction.x());
    }

    public Covariance covariance() {
        return Covariance.alongAcross(direction, along, across);
    }
}
