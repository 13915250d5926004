package penumbra.engine.heatmap;

import penumbra.engine.head.Logistic;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.Candidate;

/// What the cells of a picture say of one keypoint.
///
/// @param how chosen by nearness, the cells themselves are what is scored
record AnchorCells(MapOutput maps, int picture, int k, AdaAnchorMaps how) {

    double confidence(int x, int y) {
        return how.nearest()
                ? 1
                : Logistic.sigmoid(maps.at(picture, maps.layout().keypointMap(k), cell(x, y)));
    }

    /// Where a cell says the keypoint is, in nodes.
    Point place(int x, int y) {
        if (how.nearest()) {
            return new Point(x, y);
        }
        HeatmapLayout layout = maps.layout();
        Point coarse =
                maps.pair(picture, layout.anchorOffset(k, 0), cell(x, y)).plus(new Point(x, y));
        return how.refined()
                ? coarse.plus(Bilinear.pair(maps, picture, layout.localOffset(k, 0), coarse))
                : coarse;
    }

    Candidate candidate(int x, int y) {
        return new Candidate(x, y, confidence(x, y), place(x, y));
    }

    private int cell(int x, int y) {
        return y * maps.columns() + x;
    }
}
