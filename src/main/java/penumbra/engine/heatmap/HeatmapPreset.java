package penumbra.engine.heatmap;

import java.util.List;
import java.util.Optional;
import penumbra.engine.head.AnchorGrid;
import penumbra.uncertainty.adaloss.Adaloss;
import penumbra.uncertainty.adaloss.SigmaSchedule;
import penumbra.uncertainty.heatmap.RadiusFormula;

/// A way to train the heat-map head that a run can name.
///
/// | id | source | keypoint maps |
/// |---|---|---|
/// | `centernet` | \[S3\] | focal loss |
/// | `adaloss` | \[S1\] | Gaussians whose deviation follows the run's losses, SAFE rule |
/// | `adaanchor` | \[S4\] | 20 chosen anchors, after three epochs of the nearest |
///
/// @param form of the keypoint maps
/// @param stride input px of a cell
/// @param radius of the Gaussians around centres
/// @param rule of the deviations, for that form
/// @param start deviation before the first epoch, cells; empty for a quarter of the map
/// @param relative whether deviations follow losses relative to a map of zeros ([AdalossMaps])
/// @param anchors how anchors are chosen, for that form
/// @param warmUp epochs with the nearest anchors
public record HeatmapPreset(
        KeypointForm form,
        int stride,
        RadiusRule radius,
        HeatmapGains gains,
        Adaloss rule,
        Optional<Double> start,
        boolean relative,
        AdaAnchorMaps anchors,
        int warmUp) {

    public static final HeatmapPreset CENTERNET = of(KeypointForm.CENTERNET);
    public static final HeatmapPreset ADALOSS = of(KeypointForm.ADALOSS);
    public static final HeatmapPreset ADAANCHOR = of(KeypointForm.ADAANCHOR);

    /// What can be named. They share all but their form, so that runs differ in nothing else.
    public static final List<HeatmapPreset> ALL = List.of(CENTERNET, ADALOSS, ADAANCHOR);

    private static HeatmapPreset of(KeypointForm form) {
        return new HeatmapPreset(
                form,
                HeatmapLayout.STRIDE,
                RadiusRule.of(RadiusFormula.CORRECT),
                HeatmapGains.DEFAULT,
                Adaloss.SAFE,
                Optional.empty(),
                true,
                AdaAnchorMaps.DEFAULT,
                3);
    }

    /// With another rule of the deviations; PAPER sees the losses as its source has them.
    public HeatmapPreset with(Adaloss other) {
        return new HeatmapPreset(
                form,
                stride,
                radius,
                gains,
                other,
                start,
                other.mode() != Adaloss.Mode.PAPER,
                anchors,
                warmUp);
    }

    /// As a run says it: the name of a rule (`safe`, `rel`, `paper`), or a deviation in cells that
    /// stays.
    public HeatmapPreset withSigma(String said) {
        return SigmaSchedule.rule(said)
                .map(this::with)
                .orElseGet(() -> withFixed(Double.parseDouble(said)));
    }

    private HeatmapPreset withFixed(double sigma) {
        return new HeatmapPreset(
                form,
                stride,
                radius,
                gains,
                Adaloss.FIXED,
                Optional.of(sigma),
                true,
                anchors,
                warmUp);
    }

    /// With another rule of the radii.
    public HeatmapPreset with(RadiusRule other) {
        return new HeatmapPreset(
                form, stride, other, gains, rule, start, relative, anchors, warmUp);
    }

    /// With other anchors: their number, fusion, refinement, or the nearest ones for good.
    public HeatmapPreset with(AdaAnchorMaps other) {
        return new HeatmapPreset(form, stride, radius, gains, rule, start, relative, other, warmUp);
    }

    /// With cells of 4 or 8 px.
    public HeatmapPreset withStride(int px) {
        return new HeatmapPreset(form, px, radius, gains, rule, start, relative, anchors, warmUp);
    }

    /// The preset of that name.
    public static Optional<HeatmapPreset> byId(String id) {
        return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
    }

    public String id() {
        return form.id();
    }

    public HeatmapLayout layout(int classes, int keypoints) {
        return new HeatmapLayout(form, classes, keypoints, stride);
    }

    /// The deviations before the first epoch; empty for the forms that have none.
    public Optional<SigmaSchedule> begin(AnchorGrid input, int keypoints) {
        double quarter = Adaloss.start(input.columns() / stride, input.rows() / stride);
        return form == KeypointForm.ADALOSS
                ? Optional.of(SigmaSchedule.begin(rule, start.orElse(quarter), keypoints))
                : Optional.empty();
    }

    /// The loss of an epoch.
    ///
    /// @param epoch from 0
    /// @param sigmas what [#begin] gave, after the epochs before
    /// @throws java.util.NoSuchElementException if the form has deviations and none are given
    public HeatmapLoss loss(int epoch, Optional<SigmaSchedule> sigmas) {
        KeypointMaps keypoints =
                switch (form) {
                    case CENTERNET -> new CentreNetMaps(radius);
                    case ADALOSS -> new AdalossMaps(sigmas.orElseThrow().sigmas(), relative);
                    case ADAANCHOR -> epoch < warmUp ? anchors.warmingUp() : anchors;
                };
        return new HeatmapLoss(radius, keypoints, gains);
    }
}
