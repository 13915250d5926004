package penumbra.ui.train;

import penumbra.plot.Axis;
import penumbra.plot.run.ErrorCharts;
import penumbra.run.Against;
import penumbra.run.landscape.PlaneKind;

/// How charts of runs are drawn.
///
/// @param scale of losses
/// @param unit of error distributions
/// @param against what errors are measured against
/// @param keypoint of the loss surface, by its place in the schema
/// @param plane of the landscape
/// @param inSpace whether the landscape is a surface in space instead of lines of equal height
record ChartOptions(
        Axis.Scale scale,
        ErrorCharts.Unit unit,
        Against against,
        int keypoint,
        PlaneKind plane,
        boolean inSpace) {

    /// Losses logarithmic, as in the plots of a run's folder: those of the first epochs may be a
    /// thousand times what they come to, and would flatten all that follows.
    static final ChartOptions FIRST =
            new ChartOptions(
                    Axis.Scale.LOGARITHMIC,
                    ErrorCharts.Unit.PIXELS,
                    Against.LABELS,
                    0,
                    PlaneKind.RANDOM,
                    false);

    ChartOptions withLogarithm(boolean on) {
        return new ChartOptions(
                on ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR,
                unit,
                against,
                keypoint,
                plane,
                inSpace);
    }

    ChartOptions withNormalised(boolean on) {
        return new ChartOptions(
                scale,
                on ? ErrorCharts.Unit.NORMALISED : ErrorCharts.Unit.PIXELS,
                against,
                keypoint,
                plane,
                inSpace);
    }

    ChartOptions withTruth(boolean on) {
        return new ChartOptions(
                scale, unit, on ? Against.TRUTH : Against.LABELS, keypoint, plane, inSpace);
    }

    ChartOptions withKeypoint(int other) {
        return new ChartOptions(scale, unit, against, other, plane, inSpace);
    }

    ChartOptions withPlane(PlaneKind other) {
        return new ChartOptions(scale, unit, against, keypoint, other, inSpace);
    }

    ChartOptions seenInSpace(boolean on) {
        return new ChartOptions(scale, unit, against, keypoint, plane, on);
    }
}
