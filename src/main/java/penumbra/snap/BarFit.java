package penumbra.snap;

import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

/// Fits a [BarModel] to the light around a bar that was found.
///
/// Weighted least squares over the pixels of a capsule around the bar. The variance of a pixel is
/// `read² + shot I + (model I)²`. A saturated pixel says only that the light is at least that much:
/// its residual counts when the model is darker. Shape parameters have wide normal priors, so that
/// a short or saturated bar, which cannot tell them apart, leaves the ends uncertain and not the
/// fit astray.
final class BarFit {

    /// Means and standard deviations of the priors by parameter; 0 for none.
    private static final double[] DEVIATIONS = new double[BarModel.COUNT];

    private static final double REACH_ALONG = 7;
    private static final double REACH_ACROSS = 7;
    private static final double TOLERANCE = 0.02;

    static {
        DEVIATIONS[BarModel.SAG] = 1.6;
        DEVIATIONS[BarModel.TILT] = 0.15;
        DEVIATIONS[BarModel.BLUR_ALONG] = 0.3;
        DEVIATIONS[BarModel.BLUR_ACROSS] = 0.3;
        DEVIATIONS[BarModel.WIDTH] = 0.35;
        DEVIATIONS[BarModel.HALO] = 1.0;
        DEVIATIONS[BarModel.REACH] = 0.4;
        DEVIATIONS[BarModel.BASE_ALONG] = 0.05;
        DEVIATIONS[BarModel.BASE_ACROSS] = 0.05;
    }

    private final LightPatch patch;
    private final BarFinder.Found found;
    private final BarModel model;
    private final double[] prior;
    private final int[] pixels;
    private final double[] weights;
    private int clipped;

    BarFit(LightPatch patch, BarFinder.Found found) {
        this.patch = patch;
        this.found = found;
        model = new BarModel(found.middle(), found.axis());
        prior = start();
        pixels = pixels();
        weights = weights();
    }

    private double[] start() {
        double[] p = new double[BarModel.COUNT];
        p[BarModel.LENGTH] = Math.log(found.half());
        p[BarModel.SAG] = 0.7;
        p[BarModel.BLUR_ALONG] = Math.log(1.4);
        p[BarModel.BLUR_ACROSS] = Math.log(1.4);
        p[BarModel.WIDTH] = Math.log(0.13 * found.half());
        p[BarModel.HALO] = BarModel.logit(0.1);
        p[BarModel.REACH] = Math.log(3.5);
        p[BarModel.LIGHT] = Math.log(1.5 * found.peak());
        p[BarModel.BASE] = patch.background();
        return p;
    }

    private int[] pixels() {
        int[] used = new int[patch.light().length];
        int n = 0;
        for (int i = 0; i < used.length; i++) {
            Point d = patch.centre(i).minus(found.middle());
            double beyond = Math.max(0, Math.abs(d.dot(found.axis())) - found.half());
            double aside = Math.abs(d.cross(found.axis()));
            if (found.own()[i]
                    && Math.hypot(
                                    beyond / REACH_ALONG,
                                    aside / (REACH_ACROSS + 0.13 * found.half()))
                            < 1) {
                used[n++] = i;
            }
        }
        return java.util.Arrays.copyOf(used, n);
    }

    private double[] weights() {
        double[] out = new double[pixels.length];
        double read = Math.max(Calibration.READ, patch.noise());
        for (int k = 0; k < out.length; k++) {
            double light = patch.light()[pixels[k]];
            double share =
                    patch.nearClipped(pixels[k])
                            ? Calibration.MODEL_NEAR_CLIPPED
                            : Calibration.MODEL;
            out[k] =
                    1
                            / Math.sqrt(
                                    read * read
                                            + Calibration.SHOT * light
                                            + share * light * share * light);
            if (light >= LightPatch.CLIPPED) {
                clipped++;
            }
        }
        return out;
    }

    private void addTo(NormalEquations equations, double[] parameters) {
        model.set(parameters);
        for (int k = 0; k < pixels.length; k++) {
            int i = pixels[k];
            double observed = patch.light()[i];
            double light =
                    model.light(
                            patch.left() + i % patch.width() + 0.5,
                            patch.top() + i / patch.width() + 0.5);
            if (observed < LightPatch.CLIPPED || light < LightPatch.CLIPPED) {
                double target = Math.min(observed, LightPatch.CLIPPED);
                equations.add(light - target, model.gradient(), weights[k]);
            }
        }
        for (int p = 0; p < BarModel.COUNT; p++) {
            if (DEVIATIONS[p] > 0) {
                equations.addPrior(p, parameters[p] - prior[p], DEVIATIONS[p]);
            }
        }
        // Blur is about the same both ways unless the camera moved.
        equations.addDifference(BarModel.BLUR_ALONG, BarModel.BLUR_ACROSS, parameters, 0.15);
    }

    /// The fitted bar; the refusal when it is no evidence.
    BarOutcome.Shape shape;

    LeastSquares.Minimum minimum;

    java.util.Optional<Fit> fit() {
        minimum = LeastSquares.minimise(this::addTo, prior, TOLERANCE);
        double[] p = minimum.parameters();
        model.set(p);
        double chi = minimum.equations().cost() / Math.max(1, pixels.length - BarModel.COUNT);
        return minimum.equations()
                .factor(0)
                .map(factor -> {
                    double scale = Math.sqrt(Calibration.CORRELATION * Math.max(0.3, chi));
                    return new Fit(
                            end(-1, factor, scale),
                            end(1, factor, scale),
                            new BarOutcome.Shape(
                                    2 * Math.exp(p[BarModel.LENGTH]),
                                    2 * Math.exp(p[BarModel.WIDTH]),
                                    Math.exp(p[BarModel.BLUR_ALONG]),
                                    Math.exp(p[BarModel.BLUR_ACROSS]),
                                    BarModel.logistic(p[BarModel.SAG]),
                                    BarModel.logistic(p[BarModel.HALO]),
                                    (double) clipped / pixels.length,
                                    Math.sqrt(chi)));
                });
    }

    record Fit(BarOutcome.End low, BarOutcome.End high, BarOutcome.Shape shape) {}

    private BarOutcome.End end(double sign, Cholesky factor, double scale) {
        double along =
                Math.hypot(
                        Calibration.FLOOR_ALONG,
                        scale * Math.sqrt(factor.variance(model.endAlong(sign))));
        double across =
                Math.hypot(
                        Calibration.FLOOR_ACROSS,
                        scale * Math.sqrt(factor.variance(model.endAcross(sign))));
        return new BarOutcome.End(
                model.end(sign),
                along,
                across,
                Covariance.alongAcross(model.direction(), along, across),
                java.util.Optional.empty());
    }
}
