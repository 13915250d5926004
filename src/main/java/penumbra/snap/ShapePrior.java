package penumbra.snap;

import java.util.List;

/// What is known of a bar's light before it is measured: normal priors, wide, on the parameters
/// that a short or saturated bar cannot tell apart. They leave its ends uncertain instead of the
/// fit astray. Where the fit begins is their mean.
record ShapePrior(double[] start) {

    private record Prior(int parameter, double deviation) {}

    private static final List<Prior> PRIORS =
            List.of(
                    new Prior(BarModel.SAG, Calibration.SAG_DEVIATION),
                    new Prior(BarModel.TILT, Calibration.TILT_DEVIATION),
                    new Prior(BarModel.BLUR_ALONG, Calibration.BLUR_DEVIATION),
                    new Prior(BarModel.BLUR_ACROSS, Calibration.BLUR_DEVIATION),
                    new Prior(BarModel.SHEAR, Calibration.SHEAR_DEVIATION),
                    new Prior(BarModel.WIDTH, Calibration.WIDTH_DEVIATION),
                    new Prior(BarModel.HALO, Calibration.HALO_DEVIATION),
                    new Prior(BarModel.REACH, Calibration.REACH_DEVIATION),
                    new Prior(BarModel.BASE_ALONG, Calibration.SLOPE_DEVIATION),
                    new Prior(BarModel.BASE_ACROSS, Calibration.SLOPE_DEVIATION));

    /// @param half half-length of the bright part, px
    /// @param peak light above the background in the bar's middle
    static ShapePrior of(double half, double peak, double background) {
        double[] start = new double[BarModel.COUNT];
        start[BarModel.LENGTH] = Math.log(half);
        start[BarModel.SAG] = Calibration.SAG;
        start[BarModel.BLUR_ALONG] = Math.log(Calibration.BLUR);
        start[BarModel.BLUR_ACROSS] = Math.log(Calibration.BLUR);
        start[BarModel.WIDTH] = Math.log(Calibration.WIDTH * half);
        start[BarModel.HALO] = BarModel.logit(Calibration.HALO);
        start[BarModel.REACH] = Math.log(Calibration.REACH);
        start[BarModel.LIGHT] = Math.log(1.5 * peak);
        start[BarModel.BASE] = background;
        return new ShapePrior(start);
    }

    void addTo(NormalEquations equations, double[] parameters) {
        for (Prior prior : PRIORS) {
            int p = prior.parameter;
            equations.addPrior(p, parameters[p] - start[p], prior.deviation);
        }
        equations.addPrior(
                BarModel.BLUR_ALONG,
                BarModel.BLUR_ACROSS,
                parameters[BarModel.BLUR_ALONG] - parameters[BarModel.BLUR_ACROSS],
                Calibration.BLUR_RATIO_DEVIATION);
    }
}
