package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.engine.head.Logistic;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.CellOffset;
import penumbra.uncertainty.heatmap.CellOffset.Rounding;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Peak;
import penumbra.uncertainty.heatmap.Peak.Plateau;
import penumbra.uncertainty.heatmap.PeakWidth;
import penumbra.uncertainty.heatmap.SubCell;

/// A place where the keypoint maps see a keypoint, whoever's it may be. Input px.
///
/// | form | peaks |
/// |---|---|
/// | CENTERNET | highest of 3 x 3 above 0.1, with the place within the cell |
/// | ADALOSS | highest of 3 x 3 of the map after [MedianFilter], above a tenth of the highest, no wider than 1.5 cells; 10 px apart; the place between cells by [SubCell#taylor] |
/// | ADAANCHOR | where the cells above 0.1 say the keypoint is, refined; the surest first, 6 px apart |
///
/// Sources: \[S3\], \[S1\] 4.2, \[S4\]; the last does not say how many answers become one.
/// Departure from \[S1\]: wider peaks, with which a schedule begins, are none. A network's peak
/// strays by a share of its own width, and what a centre says is nearer.
///
/// @param score 0 to 1 where the form has probabilities, else the height
record KeypointPeak(Point at, double score) {

    private static final double LEAST = 0.1;
    private static final int MOST = 100;

    /// Cells above the least confidence may be 20 for each target.
    private static final int MOST_ANCHORS = 2000;

    private static final double ADALOSS_PX = 10;
    private static final double ADALOSS_WIDEST = 1.5;
    private static final double ADAANCHOR_PX = 6;

    /// Of one keypoint in one picture, best first.
    static List<KeypointPeak> of(MapOutput maps, int picture, int k) {
        return switch (maps.layout().form()) {
            case CENTERNET -> centreNet(maps, picture, k);
            case ADALOSS -> adaloss(maps, picture, k);
            case ADAANCHOR -> adaAnchor(maps, picture, k);
        };
    }

    /// A place that is said to be a keypoint's, no peak, and what the keypoint's map says of the
    /// cell that it lies in; 0 outside.
    static KeypointPeak said(MapOutput maps, int picture, int k, Point at) {
        HeatmapLayout layout = maps.layout();
        CellOffset place = CellOffset.of(at, layout.stride(), Rounding.FLOOR);
        if (!maps.holds(place)) {
            return new KeypointPeak(at, 0);
        }
        int cell = place.y() * maps.columns() + place.x();
        double height = maps.at(picture, layout.keypointMap(k), cell);
        boolean logit = layout.form() != KeypointForm.ADALOSS;
        return new KeypointPeak(at, logit ? Logistic.sigmoid(height) : height);
    }

    private static List<KeypointPeak> centreNet(MapOutput maps, int picture, int k) {
        HeatmapLayout layout = maps.layout();
        Heatmap map = maps.probabilities(picture, layout.keypointMap(k), LEAST);
        return Peak.of(map, LEAST, MOST, Plateau.FIRST).stream()
                .map(peak -> {
                    int cell = peak.y() * maps.columns() + peak.x();
                    Point within = maps.pair(picture, layout.keypointOffset(0), cell);
                    return new KeypointPeak(peak.point(within, layout.stride()), peak.score());
                })
                .toList();
    }

    private static List<KeypointPeak> adaloss(MapOutput maps, int picture, int k) {
        Heatmap map = maps.map(picture, maps.layout().keypointMap(k));
        double highest = 0;
        for (double v : map.values()) {
            highest = Math.max(highest, v);
        }
        Heatmap smooth = MedianFilter.of(map, LEAST * highest);
        List<KeypointPeak> peaks = new ArrayList<>();
        for (Peak peak : Peak.of(smooth, LEAST * highest, MOST, Plateau.FIRST)) {
            top(map, peak, maps.layout().stride()).ifPresent(peaks::add);
        }
        return apart(peaks, ADALOSS_PX);
    }

    /// The median moves a peak by up to its window; the top itself is that of the map. Empty where
    /// it is too wide.
    private static Optional<KeypointPeak> top(Heatmap map, Peak peak, double stride) {
        int x = peak.x();
        int y = peak.y();
        boolean climbs = true;
        while (climbs) {
            climbs = false;
            for (int j = Math.max(0, y - 1); j <= Math.min(map.height() - 1, y + 1); j++) {
                for (int i = Math.max(0, x - 1); i <= Math.min(map.width() - 1, x + 1); i++) {
                    if (map.at(i, j) > map.at(x, y)) {
                        x = i;
                        y = j;
                        climbs = true;
                    }
                }
            }
        }
        if (PeakWidth.of(map, x, y) > ADALOSS_WIDEST) {
            return Optional.empty();
        }
        int column = x;
        int row = y;
        Point node = SubCell.taylor(map, x, y).orElseGet(() -> SubCell.quarter(map, column, row));
        return Optional.of(
                new KeypointPeak(
                        node.plus(new Point(0.5, 0.5)).times(stride), map.at(column, row)));
    }

    private static List<KeypointPeak> adaAnchor(MapOutput maps, int picture, int k) {
        HeatmapLayout layout = maps.layout();
        double least = Math.log(LEAST / (1 - LEAST));
        int channel = layout.keypointMap(k);
        List<KeypointPeak> answers =
                IntStream.range(0, maps.cells())
                        .filter(cell -> maps.at(picture, channel, cell) > least)
                        .boxed()
                        .sorted(Comparator.comparingDouble(c -> -maps.at(picture, channel, c)))
                        .limit(MOST_ANCHORS)
                        .map(cell -> {
                            Point node = AnchorStep.of(maps, picture, k, cell).refined();
                            return new KeypointPeak(
                                    node.plus(new Point(0.5, 0.5)).times(layout.stride()),
                                    Logistic.sigmoid(maps.at(picture, channel, cell)));
                        })
                        .toList();
        return apart(answers, ADAANCHOR_PX);
    }

    /// The best of those that lie nearer than that to one another.
    private static List<KeypointPeak> apart(List<KeypointPeak> peaks, double px) {
        List<KeypointPeak> kept = new ArrayList<>();
        for (KeypointPeak peak : peaks) {
            if (kept.size() < MOST && kept.stream().noneMatch(o -> o.at.distance(peak.at) < px)) {
                kept.add(peak);
            }
        }
        return kept;
    }
}
