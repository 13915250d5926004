package penumbra.engine.heatmap;

import penumbra.geometry.Point;

/// Absolute errors of two channels that follow each other, both coordinates added; see
/// [penumbra.uncertainty.heatmap.CentreLoss].
///
/// @param factor what the derivatives are multiplied with
record MapErrors(MapOutput maps, MapOutput gradient, double factor) {

    /// The error at a cell.
    double add(int picture, int channel, int cell, Point truth) {
        Point error = maps.pair(picture, channel, cell).minus(truth);
        int at = maps.from(picture, channel) + cell;
        gradient.values()[at] += (float) (factor * Math.signum(error.x()));
        gradient.values()[at + maps.cells()] += (float) (factor * Math.signum(error.y()));
        return Math.abs(error.x()) + Math.abs(error.y());
    }
}
