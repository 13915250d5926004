package penumbra.snap;

import java.util.Arrays;
import penumbra.geometry.Point;

/// The light of a bar in the picture as a function of parameters, with its derivatives.
///
/// `I = b + b_u u + b_v v + A ((1 - h) S(u, v; σ_u, σ_v) + h S(u, v; ρ_u, ρ_v))`: an emitter of
/// half-length H along u and half-width W across it, once blurred by the point spread and once,
/// with the share h, by the halo around it, `ρ² = σ² + r²`. u and v count from the bar's middle. `S
/// = F(u) C(v) + c F'(u) C'(v)` with the [EmitterProfile] F along and an even one C across: the
/// camera moves, so the blur differs along and across and, aslant, has a covariance c (its
/// first-order term; derivatives of that term by lengths and blur are neglected).
///
/// Parameters (px, unless unitless): shift of the middle along and across the first axis, turn of
/// the axis (radians), log H, logit of the sag q, tilt p, log σ_u, log σ_v, c, log W, logit h, log
/// r, log A, and the background b, `10 b_u`, `10 b_v`.
final class BarModel {

    static final int ALONG = 0;
    static final int ACROSS = 1;
    static final int TURN = 2;
    static final int LENGTH = 3;
    static final int SAG = 4;
    static final int TILT = 5;
    static final int BLUR_ALONG = 6;
    static final int BLUR_ACROSS = 7;
    static final int SHEAR = 8;
    static final int WIDTH = 9;
    static final int HALO = 10;
    static final int REACH = 11;
    static final int LIGHT = 12;
    static final int BASE = 13;
    static final int BASE_ALONG = 14;
    static final int BASE_ACROSS = 15;
    static final int COUNT = 16;

    /// Unit of the background's slope, px.
    private static final double SLOPE = 10;

    private final Point origin;
    private final Point axis;
    private final double[] gradient = new double[COUNT];
    private final EmitterProfile length = new EmitterProfile();
    private final EmitterProfile width = new EmitterProfile();
    private double[] at;
    private double cos;
    private double sin;
    private double half;
    private double side;
    private double sag;
    private double blurAlong;
    private double blurAcross;
    private double share;
    private double reach;
    private double amplitude;

    /// @param origin near the middle of the bar
    /// @param axis about along the bar, unit length
    BarModel(Point origin, Point axis) {
        this.origin = origin;
        this.axis = axis;
    }

    /// The parameters of what follows.
    void set(double[] parameters) {
        at = parameters;
        cos = Math.cos(at[TURN]);
        sin = Math.sin(at[TURN]);
        half = Math.exp(at[LENGTH]);
        side = Math.exp(at[WIDTH]);
        sag = logistic(at[SAG]);
        blurAlong = Math.exp(at[BLUR_ALONG]);
        blurAcross = Math.exp(at[BLUR_ACROSS]);
        share = logistic(at[HALO]);
        reach = Math.exp(at[REACH]);
        amplitude = Math.exp(at[LIGHT]);
    }

    /// Light at a place, picture px; [#gradient] then holds its derivatives.
    double light(double x, double y) {
        double dx = x - origin.x();
        double dy = y - origin.y();
        double along = dx * axis.x() + dy * axis.y();
        double across = dy * axis.x() - dx * axis.y();
        double u = (along - at[ALONG]) * cos + (across - at[ACROSS]) * sin;
        double v = (across - at[ACROSS]) * cos - (along - at[ALONG]) * sin;
        Arrays.fill(gradient, 0);
        double core = spread(u, v, 0, amplitude * (1 - share));
        double halo = spread(u, v, reach, amplitude * share);
        double light = amplitude * ((1 - share) * core + share * halo);
        gradient[HALO] = amplitude * share * (1 - share) * (halo - core);
        gradient[LIGHT] = light;
        gradient[BASE] = 1;
        gradient[BASE_ALONG] = along / SLOPE;
        gradient[BASE_ACROSS] = across / SLOPE;
        return light + at[BASE] + (at[BASE_ALONG] * along + at[BASE_ACROSS] * across) / SLOPE;
    }

    /// Derivatives of the light last asked for; valid until the next.
    double[] gradient() {
        return gradient;
    }

    /// S with a wider blur; adds the derivatives of `a S` to the gradient.
    private double spread(double u, double v, double wider, double a) {
        double sigmaU = Math.sqrt(blurAlong * blurAlong + wider * wider);
        double sigmaV = Math.sqrt(blurAcross * blurAcross + wider * wider);
        length.evaluate(u / half, sigmaU / half, sag, at[TILT]);
        width.evaluate(v / side, sigmaV / side, 0, 0);
        double f = length.value;
        double c = width.value;
        double f1 = length.byX / half;
        double c1 = width.byX / side;
        double shear = at[SHEAR];
        double byU = a * (f1 * c + shear * c1 * length.byXX / (half * half));
        double byV = a * (f * c1 + shear * f1 * width.byXX / (side * side));
        double bySigmaU = a * length.byK / half * c;
        double bySigmaV = a * width.byK / side * f;
        gradient[ALONG] += -cos * byU + sin * byV;
        gradient[ACROSS] += -sin * byU - cos * byV;
        gradient[TURN] += v * byU - u * byV;
        gradient[LENGTH] -= u * a * f1 * c + sigmaU * bySigmaU;
        gradient[WIDTH] -= v * a * f * c1 + sigmaV * bySigmaV;
        gradient[SAG] += a * length.byQ * sag * (1 - sag) * c;
        gradient[TILT] += a * length.byP * c;
        gradient[BLUR_ALONG] += bySigmaU * blurAlong * blurAlong / sigmaU;
        gradient[BLUR_ACROSS] += bySigmaV * blurAcross * blurAcross / sigmaV;
        gradient[SHEAR] += a * f1 * c1;
        gradient[REACH] += wider * wider * (bySigmaU / sigmaU + bySigmaV / sigmaV);
        return f * c + shear * f1 * c1;
    }

    /// Length of the emitter, px.
    double length() {
        return 2 * half;
    }

    /// An end of the bar, picture px.
    ///
    /// @param sign 1 for the end in the direction of the axis, -1 for the other
    Point end(double sign) {
        double along = at[ALONG] + sign * half * cos;
        double across = at[ACROSS] + sign * half * sin;
        return new Point(
                origin.x() + along * axis.x() - across * axis.y(),
                origin.y() + along * axis.y() + across * axis.x());
    }

    /// Direction of the fitted axis, unit length.
    Point direction() {
        return new Point(axis.x() * cos - axis.y() * sin, axis.y() * cos + axis.x() * sin);
    }

    /// Derivatives of an end's place along the fitted axis by the parameters.
    double[] endAlong(double sign) {
        double[] derivatives = new double[COUNT];
        derivatives[ALONG] = cos;
        derivatives[ACROSS] = sin;
        derivatives[LENGTH] = sign * half;
        return derivatives;
    }

    /// Derivatives of an end's place across the fitted axis by the parameters.
    double[] endAcross(double sign) {
        double[] derivatives = new double[COUNT];
        derivatives[ALONG] = -sin;
        derivatives[ACROSS] = cos;
        derivatives[TURN] = sign * half;
        return derivatives;
    }

    /// The parameters that a person can make something of.
    BarOutcome.Shape shape(double clipped, double misfit) {
        return new BarOutcome.Shape(
                2 * half, 2 * side, blurAlong, blurAcross, sag, share, clipped, misfit);
    }

    private static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
