package penumbra.snap;

import penumbra.geometry.Point;

/// The light of a bar in the picture as a function of parameters, with its derivatives.
///
/// `I = b + b_u u + b_v v + A ((1 - h) F(u; σ_u) C(v; σ_v) + h F(u; ρ_u) C(v; ρ_v))`: an emitter of
/// half-length H along u ([EmitterProfile]) and half-width W across, once blurred by the point
/// spread and once, with the share h, by the halo around it, `ρ² = σ² + r²`. The blur along and
/// across differ because the camera moves. u and v count from the bar's middle.
///
/// Parameters (px, unless unitless): shift of the middle along and across the first axis, turn of
/// the axis (radians), log H, logit q, p, log σ_u, log σ_v, log W, logit h, log r, log A, and the
/// background b, `10 b_u`, `10 b_v`.
final class BarModel {

    static final int ALONG = 0;
    static final int ACROSS = 1;
    static final int TURN = 2;
    static final int LENGTH = 3;
    static final int SAG = 4;
    static final int TILT = 5;
    static final int BLUR_ALONG = 6;
    static final int BLUR_ACROSS = 7;
    static final int WIDTH = 8;
    static final int HALO = 9;
    static final int REACH = 10;
    static final int LIGHT = 11;
    static final int BASE = 12;
    static final int BASE_ALONG = 13;
    static final int BASE_ACROSS = 14;
    static final int COUNT = 15;

    /// Unit of the background's slope, px.
    private static final double SLOPE = 10;

    private final Point origin;
    private final Point axis;
    private final double[] gradient = new double[COUNT];
    private final EmitterProfile length = new EmitterProfile();
    private final EmitterProfile width = new EmitterProfile();
    private double light;
    private double[] at;
    private double cos;
    private double sin;

    /// @param origin near the middle of the bar
    /// @param axis about along the bar, unit length
    BarModel(Point origin, Point axis) {
        this.origin = origin;
        this.axis = axis;
    }

    /// The parameters of the evaluations that follow.
    void set(double[] parameters) {
        at = parameters;
        cos = Math.cos(at[TURN]);
        sin = Math.sin(at[TURN]);
    }

    /// Light at a place, picture px; [#gradient] then holds its derivatives.
    double light(double x, double y) {
        double dx = x - origin.x();
        double dy = y - origin.y();
        double along = dx * axis.x() + dy * axis.y();
        double across = dy * axis.x() - dx * axis.y();
        double u = (along - at[ALONG]) * cos + (across - at[ACROSS]) * sin;
        double v = (across - at[ACROSS]) * cos - (along - at[ALONG]) * sin;
        java.util.Arrays.fill(gradient, 0);
        double share = logistic(at[HALO]);
        double amplitude = Math.exp(at[LIGHT]);
        double blurAlong = Math.exp(at[BLUR_ALONG]);
        double blurAcross = Math.exp(at[BLUR_ACROSS]);
        double reach = Math.exp(at[REACH]);
        light = 0;
        double core = spread(u, v, blurAlong, blurAcross, 0, amplitude * (1 - share));
        double halo = spread(u, v, blurAlong, blurAcross, reach, amplitude * share);
        gradient[HALO] = amplitude * share * (1 - share) * (halo - core);
        gradient[LIGHT] = light;
        gradient[BASE] = 1;
        gradient[BASE_ALONG] = along / SLOPE;
        gradient[BASE_ACROSS] = across / SLOPE;
        return light
                + at[BASE]
                + at[BASE_ALONG] * gradient[BASE_ALONG]
                + at[BASE_ACROSS] * gradient[BASE_ACROSS];
    }

    double[] gradient() {
        return gradient;
    }

    /// Adds one of the two parts to light and gradient; gives the part at unit amplitude.
    private double spread(
            double u, double v, double blurAlong, double blurAcross, double reach, double a) {
        double half = Math.exp(at[LENGTH]);
        double side = Math.exp(at[WIDTH]);
        double sag = logistic(at[SAG]);
        double sigmaU = Math.sqrt(blurAlong * blurAlong + reach * reach);
        double sigmaV = Math.sqrt(blurAcross * blurAcross + reach * reach);
        length.evaluate(u / half, sigmaU / half, sag, at[TILT]);
        width.evaluate(v / side, sigmaV / side, 0, 0);
        double byU = a * length.byX / half * width.value;
        double byV = a * width.byX / side * length.value;
        double bySigmaU = a * length.byK / half * width.value;
        double bySigmaV = a * width.byK / side * length.value;
        gradient[ALONG] += -cos * byU + sin * byV;
        gradient[ACROSS] += -sin * byU - cos * byV;
        gradient[TURN] += v * byU - u * byV;
        gradient[LENGTH] -= u * byU + sigmaU * bySigmaU;
        gradient[WIDTH] -= v * byV + sigmaV * bySigmaV;
        gradient[SAG] += a * length.byQ * sag * (1 - sag) * width.value;
        gradient[TILT] += a * length.byP * width.value;
        gradient[BLUR_ALONG] += bySigmaU * blurAlong * blurAlong / sigmaU;
        gradient[BLUR_ACROSS] += bySigmaV * blurAcross * blurAcross / sigmaV;
        gradient[REACH] += reach * reach * (bySigmaU / sigmaU + bySigmaV / sigmaV);
        double unit = length.value * width.value;
        light += a * unit;
        return unit;
    }

    /// An end of the bar.
    ///
    /// @param sign 1 for the end in the direction of the axis, -1 for the other
    Point end(double sign) {
        double reach = sign * Math.exp(at[LENGTH]);
        double along = at[ALONG] + reach * cos;
        double across = at[ACROSS] + reach * sin;
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
        double[] w = new double[COUNT];
        w[ALONG] = cos;
        w[ACROSS] = sin;
        w[LENGTH] = sign * Math.exp(at[LENGTH]);
        return w;
    }

    /// Derivatives of an end's place across the fitted axis by the parameters.
    double[] endAcross(double sign) {
        double[] w = new double[COUNT];
        w[ALONG] = -sin;
        w[ACROSS] = cos;
        w[TURN] = sign * Math.exp(at[LENGTH]);
        return w;
    }

    static double logistic(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    static double logit(double share) {
        return Math.log(share / (1 - share));
    }
}
