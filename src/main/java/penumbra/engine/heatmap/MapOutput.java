package penumbra.engine.heatmap;

import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.head.Logistic;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.CellOffset;
import penumbra.uncertainty.heatmap.Heatmap;

/// The maps of the heat-map head for a batch, or the derivatives of a loss by them.
///
/// @param layout what the channels are
/// @param input size of the pictures
/// @param values `[batch, channels, rows * columns]`, cells row by row; shared
public record MapOutput(HeatmapLayout layout, AnchorGrid input, int batch, float[] values)
        implements HeadOutput {

    /// @throws IllegalArgumentException if there are not as many values as that needs
    public MapOutput {
        if (values.length
                != batch * layout.channels() * layout.columns(input) * layout.rows(input)) {
            throw new IllegalArgumentException(
                    values.length + " values for " + batch + " x " + layout + " x " + input);
        }
    }

    @Override
    public MapOutput zerosLike() {
        return new MapOutput(layout, input, batch, new float[values.length]);
    }

    @Override
    public Decoded decode(double floor) {
        return new MapDecoder(this).decode(floor);
    }

    int columns() {
        return layout.columns(input);
    }

    int rows() {
        return layout.rows(input);
    }

    /// Cells of a map.
    int cells() {
        return columns() * rows();
    }

    boolean holds(CellOffset place) {
        return place.x() >= 0 && place.y() >= 0 && place.x() < columns() && place.y() < rows();
    }

    /// Index of a channel's first cell.
    int from(int picture, int channel) {
        return (picture * layout.channels() + channel) * cells();
    }

    float at(int picture, int channel, int cell) {
        return values[from(picture, channel) + cell];
    }

    /// Two channels that follow each other, at a cell.
    Point pair(int picture, int channel, int cell) {
        int from = from(picture, channel) + cell;
        return new Point(values[from], values[from + cells()]);
    }

    /// A channel of heights.
    Heatmap map(int picture, int channel) {
        double[] map = new double[cells()];
        int from = from(picture, channel);
        for (int i = 0; i < map.length; i++) {
            map[i] = values[from + i];
        }
        return new Heatmap(columns(), rows(), map);
    }

    /// A channel of logits as probabilities; 0 where they are at most `floor`.
    Heatmap probabilities(int picture, int channel, double floor) {
        double[] map = new double[cells()];
        int from = from(picture, channel);
        double least = floor <= 0 ? Double.NEGATIVE_INFINITY : Math.log(floor / (1 - floor));
        for (int i = 0; i < map.length; i++) {
            map[i] = values[from + i] > least ? Logistic.sigmoid(values[from + i]) : 0;
        }
        return new Heatmap(columns(), rows(), map);
    }
}
