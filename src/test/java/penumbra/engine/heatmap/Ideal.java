package penumbra.engine.heatmap;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Heatmap.Spot;
import penumbra.uncertainty.heatmap.RadiusFormula;

/// Maps as a network that has learned everything would give them for one picture.
final class Ideal {

    static final RadiusRule RADIUS = RadiusRule.of(RadiusFormula.CORRECT);

    private static final float SURE = 5;

    private Ideal() {}

    static MapOutput maps(HeatmapLayout layout, AnchorGrid input, List<InputLabel> labels) {
        int cells = layout.columns(input) * layout.rows(input);
        MapOutput maps = new MapOutput(layout, input, 1, new float[layout.channels() * cells]);
        for (int c = 0; c < layout.classes(); c++) {
            fill(maps, layout.centre(c), -SURE);
        }
        if (layout.form().logits()) {
            for (int k = 0; k < layout.keypoints(); k++) {
                fill(maps, layout.keypointMap(k), -SURE);
            }
        }
        for (MapTarget target : MapTarget.of(maps, List.of(labels), RADIUS)) {
            Spot spot = target.spot().orElseThrow();
            int cell = spot.y() * maps.columns() + spot.x();
            heat(maps, layout.centre(target.classIndex()), spot);
            put(maps, layout.size(0), cell, target.box().width(), target.box().height());
            put(maps, layout.offset(0), cell, target.within().x(), target.within().y());
            for (int k = 0; k < layout.keypoints(); k++) {
                Point at = target.points().get(k).orElseThrow();
                put(maps, layout.joint(k, 0), cell, at.x() - spot.x(), at.y() - spot.y());
                keypoint(maps, k, at, target.keypointSpot(maps, k, RADIUS).orElseThrow());
            }
        }
        return maps;
    }

    private static void keypoint(MapOutput maps, int k, Point at, Spot spot) {
        HeatmapLayout layout = maps.layout();
        int cell = spot.y() * maps.columns() + spot.x();
        switch (layout.form()) {
            case CENTERNET -> {
                heat(maps, layout.keypointMap(k), spot);
                put(maps, layout.keypointOffset(0), cell, at.x() - spot.x(), at.y() - spot.y());
            }
            case ADALOSS -> {
                Heatmap gaussian =
                        Heatmap.gaussian(
                                maps.columns(), maps.rows(), at.minus(new Point(0.5, 0.5)), 1.2);
                int from = maps.from(0, layout.keypointMap(k));
                for (int i = 0; i < maps.cells(); i++) {
                    maps.values()[from + i] =
                            Math.max(maps.values()[from + i], (float) gaussian.values()[i]);
                }
            }
            case ADAANCHOR -> {
                for (int dy = -2; dy <= 2; dy++) {
                    for (int dx = -2; dx <= 2; dx++) {
                        anchor(maps, k, at, spot.x() + dx, spot.y() + dy);
                    }
                }
            }
        }
    }

    /// Half of the way by the cell itself, the other half by the local step, which is the same all
    /// around.
    private static void anchor(MapOutput maps, int k, Point at, int x, int y) {
        if (x < 0 || y < 0 || x >= maps.columns() || y >= maps.rows()) {
            return;
        }
        HeatmapLayout layout = maps.layout();
        int cell = y * maps.columns() + x;
        maps.values()[maps.from(0, layout.keypointMap(k)) + cell] =
                (float) (2 - Math.hypot(x + 0.5 - at.x(), y + 0.5 - at.y()) / 2);
        put(maps, layout.anchorOffset(k, 0), cell, at.x() - 0.75 - x, at.y() - 0.75 - y);
        put(maps, layout.localOffset(k, 0), cell, 0.25, 0.25);
    }

    static void noise(MapOutput maps, Random random, double logits, double places) {
        HeatmapLayout layout = maps.layout();
        for (int channel = 0; channel < layout.channels(); channel++) {
            boolean heat =
                    channel < layout.classes()
                            || channel >= layout.keypointMap(0)
                                    && channel < layout.keypointMap(layout.keypoints());
            double deviation =
                    heat
                            ? layout.form().logits() || channel < layout.classes() ? logits : 0.02
                            : places;
            int from = maps.from(0, channel);
            for (int i = from; i < from + maps.cells(); i++) {
                maps.values()[i] += (float) (deviation * random.nextGaussian());
            }
        }
    }

    /// The logits of a Gaussian; the highest cell is 1 in the target, here nearly so.
    private static void heat(MapOutput maps, int channel, Spot spot) {
        double[] y = Heatmap.of(maps.columns(), maps.rows(), List.of(spot)).values();
        int from = maps.from(0, channel);
        for (int i = 0; i < y.length; i++) {
            double p = Math.clamp(y[i], 1e-9, 0.993);
            maps.values()[from + i] =
                    Math.max(maps.values()[from + i], (float) Math.log(p / (1 - p)));
        }
    }

    private static void put(MapOutput maps, int channel, int cell, double x, double y) {
        maps.values()[maps.from(0, channel) + cell] = (float) x;
        maps.values()[maps.from(0, channel + 1) + cell] = (float) y;
    }

    private static void fill(MapOutput maps, int channel, float value) {
        int from = maps.from(0, channel);
        Arrays.fill(maps.values(), from, from + maps.cells(), value);
    }
}
