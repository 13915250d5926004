package penumbra.engine.heatmap;

import penumbra.uncertainty.heatmap.FocalLoss;

/// [FocalLoss#DEFAULT] over maps of logits, fast where nothing is: most cells of most maps.
///
/// @param factor what the derivatives are multiplied with
record FocalMaps(MapOutput maps, MapOutput gradient, double factor) {

    /// The sum over a map without any target.
    double background(int picture, int channel) {
        int from = maps.from(picture, channel);
        return stretch(from, from + maps.cells());
    }

    /// The sum over a map with targets.
    ///
    /// @param y target of each cell, 1 where an object is
    double map(int picture, int channel, double[] y) {
        double sum = 0;
        int from = maps.from(picture, channel);
        int done = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] > 0) {
                sum += stretch(from + done, from + i);
                FocalLoss.Cell cell = FocalLoss.DEFAULT.cell(maps.values()[from + i], y[i]);
                sum += cell.value();
                gradient.values()[from + i] += (float) (factor * cell.slope());
                done = i + 1;
            }
        }
        return sum + stretch(from + done, from + y.length);
    }

    private double stretch(int from, int to) {
        return FocalBackground.add(maps.values(), gradient.values(), from, to, factor);
    }
}
