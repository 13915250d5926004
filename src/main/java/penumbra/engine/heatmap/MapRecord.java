package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.engine.head.Logistic;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.uncertainty.record.PredictionRecord;
import penumbra.uncertainty.record.PredictionRecord.Maps;

/// Turns AdaAnchor's maps of a picture into what overlays read.
public final class MapRecord {

    private MapRecord() {}

    /// @param maps of one picture that lies in the upper left corner of the input
    /// @param inner size of the picture within the input; cells beyond it are left out
    /// @param name of the picture's file
    /// @throws IllegalArgumentException if the maps are of another form
    public static PredictionRecord of(MapOutput maps, Size inner, String name) {
        HeatmapLayout layout = maps.layout();
        if (layout.form() != KeypointForm.ADAANCHOR) {
            throw new IllegalArgumentException("no maps of anchors: " + layout);
        }
        int width = Math.ceilDiv(inner.width(), layout.stride());
        int height = Math.ceilDiv(inner.height(), layout.stride());
        List<Optional<Maps>> keypoints = new ArrayList<>();
        for (int k = 0; k < layout.keypoints(); k++) {
            List<Double> confidence = new ArrayList<>();
            for (int cell : cells(maps, width, height)) {
                double logit = maps.at(0, layout.keypointMap(k), cell);
                confidence.add(decimal((float) Logistic.sigmoid(logit)));
            }
            keypoints.add(
                    Optional.of(
                            new Maps(
                                    confidence,
                                    points(maps, layout.anchorOffset(k, 0), width, height),
                                    points(maps, layout.localOffset(k, 0), width, height))));
        }
        return new PredictionRecord(
                name,
                Math.max(inner.width(), inner.height()),
                layout.stride(),
                width,
                height,
                keypoints);
    }

    private static List<Point> points(MapOutput maps, int channel, int width, int height) {
        List<Point> points = new ArrayList<>();
        int x = maps.from(0, channel);
        int y = maps.from(0, channel + 1);
        for (int cell : cells(maps, width, height)) {
            points.add(
                    new Point(decimal(maps.values()[x + cell]), decimal(maps.values()[y + cell])));
        }
        return points;
    }

    private static int[] cells(MapOutput maps, int width, int height) {
        int[] cells = new int[width * height];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i / width * maps.columns() + i % width;
        }
        return cells;
    }

    /// The number with the fewest digits that is this one in single precision: files are half as
    /// long.
    private static double decimal(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
