package penumbra.ui.train;

import penumbra.plot.Axis;
import penumbra.plot.run.ErrorCharts;
import penumbra.run.Against;

/// How charts of runs are drawn.
///
/// @param scale of losses
/// @param unit of error distributions
/// @param against what errors are measured against
/// @param keypoint of the loss surface, by its place in the schema
record ChartOptions(Axis.Scale scale, ErrorCharts.Unit unit, Against against, int keypoint) {

    static final ChartOptions FIRST =
            new ChartOptions(Axis.Scale.LINEAR, ErrorCharts.Unit.PIXELS, Against.LABELS, 0);

    ChartOptions withLogarithm(boolean on) {
        return new ChartOptions(
                on ? Axis.Scale.LOGARITHMIC : Axis.Scale.LINEAR, unit, against, keypoint);
    }

    ChartOptions withNormalised(boolean on) {
        return new ChartOptions(
                scale,
                on ? ErrorCharts.Unit.NORMALISED : ErrorCharts.Unit.PIXELS,
                against,
                keypoint);
    }

    ChartOptions withTruth(boolean on) {
        return new ChartOptions(scale, unit, on ? Against.TRUTH : Against.LABELS, keypoint);
    }

    ChartOptions withKeypoint(int other) {
        return new ChartOptions(scale, unit, against, other);
    }
}
