package penumbra.snap;

import java.util.Arrays;
import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

/// Fits a [BarModel] to the light around a bar that was found.
///
/// Weighted least squares over the bar's own pixels in a capsule around it, with a [ShapePrior].
/// The variance of a pixel is `read² + shot I + (model I)²`, times the number of pixels that count
/// as one. A saturated pixel says only that the light is at least that much: it counts when the
/// model is darker. So, nearly, does a neighbour of one.
///
/// The covariance of the ends is that of the parameters, `(Jᵀ J)⁻¹`, times the mean square of the
/// residuals where that is above 1 and the measured share [Calibration#REPORTED], and a floor for
/// what no picture tells.
final class BarFit {

    /// A fitted bar: its ends against and in the direction of the axis.
    record Fit(BarOutcome.End low, BarOutcome.End high, BarOutcome.Shape shape) {}

    /// Room around the bright part, px.
    private static final double ROOM_ALONG = 6;

    private static final double ROOM_ACROSS = 5;
    private static final double TOLERANCE = 0.03;

    private final LightPatch patch;
    private final BarModel model;
    private final ShapePrior prior;
    private final int[] pixels;
    private final double[] above;
    private final double[] below;

    BarFit(LightPatch patch, BarFinder.Found found) {
        this.patch = patch;
        model = new BarModel(found.middle(), found.axis());
        prior = ShapePrior.of(found.half(), found.peak(), patch.background());
        pixels = pixels(found);
        above = new double[pixels.length];
        below = new double[pixels.length];
        for (int k = 0; k < pixels.length; k++) {
            boolean lost = patch.nearClipped(pixels[k], Calibration.NEAR_CLIPPED);
            double light = patch.light()[pixels[k]];
            above[k] = variance(light, lost ? Calibration.MODEL_ABOVE : Calibration.MODEL);
            below[k] = variance(light, lost ? Calibration.MODEL_BELOW : Calibration.MODEL);
        }
    }

    private int[] pixels(BarFinder.Found found) {
        int[] used = new int[patch.light().length];
        int n = 0;
        double roomAcross = ROOM_ACROSS + Calibration.WIDTH * found.half();
        for (int i = 0; i < used.length; i++) {
            if (found.own()[i]) {
                Point d = patch.centre(i).minus(found.middle());
                double beyond = Math.max(0, Math.abs(d.dot(found.axis())) - found.half());
                double aside = d.cross(found.axis());
                if (Math.hypot(beyond / ROOM_ALONG, aside / roomAcross) < 1) {
                    used[n++] = i;
                }
            }
        }
        return Arrays.copyOf(used, n);
    }

    private double variance(double light, double share) {
        double read = Math.max(Calibration.READ, patch.noise());
        return patch.colour().correlation()
                * (read * read + Calibration.SHOT * light + share * light * share * light);
    }

    /// Empty when the pixels do not determine the model.
    Optional<Fit> fit() {
        LeastSquares.Minimum minimum =
                LeastSquares.minimise(
                        (equations, parameters) -> {
                            addData(equations, parameters);
                            prior.addTo(equations, parameters);
                        },
                        prior.start(),
                        TOLERANCE);
        double[] parameters = minimum.parameters();
        NormalEquations data = new NormalEquations(BarModel.COUNT);
        addData(data, parameters);
        int free = Math.max(1, pixels.length - BarModel.COUNT);
        double misfit = Math.sqrt(patch.colour().correlation() * data.cost() / free);
        return minimum.equations()
                .factor(0)
                .map(factor -> {
                    double scale = Calibration.REPORTED * Math.max(1, misfit);
                    return new Fit(
                            end(-1, factor, scale),
                            end(1, factor, scale),
                            model.shape(clipped(), misfit));
                });
    }

    private void addData(NormalEquations equations, double[] parameters) {
        model.set(parameters);
        for (int k = 0; k < pixels.length; k++) {
            int i = pixels[k];
            double light =
                    model.light(
                            patch.left() + i % patch.width() + 0.5,
                            patch.top() + i / patch.width() + 0.5);
            double observed = Math.min(patch.light()[i], LightPatch.CLIPPED);
            if (observed < LightPatch.CLIPPED || light < LightPatch.CLIPPED) {
                double residual = light - observed;
                equations.add(residual, model.gradient(), residual > 0 ? above[k] : below[k]);
            }
        }
    }

    private double clipped() {
        return (double) Arrays.stream(pixels).filter(patch::isClipped).count()
                / Math.max(1, pixels.length);
    }

    private BarOutcome.End end(double sign, Cholesky factor, double scale) {
        double along = scale * Math.sqrt(factor.variance(model.endAlong(sign)));
        double across = scale * Math.sqrt(factor.variance(model.endAcross(sign)));
        double sigmaAlong = Math.hypot(Calibration.FLOOR_ALONG_SHARE * model.length(), along);
        double sigmaAcross = Math.hypot(Calibration.FLOOR_ACROSS, across);
        return new BarOutcome.End(
                model.end(sign),
                sigmaAlong,
                sigmaAcross,
                Covariance.alongAcross(model.direction(), sigmaAlong, sigmaAcross),
                Optional.empty());
    }
}
