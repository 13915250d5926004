package penumbra.engine.heatmap;

import penumbra.geometry.Point;

/// Where a cell says a keypoint is: first by its own offset, then by the local offset read there.
/// Source: \[S4\] eqs. 7 and 12. Nodes.
///
/// @param coarse cell and offset
/// @param refined coarse and local offset
/// @param around where the local offset was read
record AnchorStep(Point coarse, Point refined, Bilinear around) {

    static AnchorStep of(MapOutput maps, int picture, int k, int cell) {
        HeatmapLayout layout = maps.layout();
        Point offset = maps.pair(picture, layout.anchorOffset(k, 0), cell);
        int column = cell % maps.columns();
        int row = cell / maps.columns();
        Point coarse = offset.plus(new Point(column, row));
        Bilinear around = Bilinear.at(maps, coarse.x(), coarse.y());
        Point local =
                new Point(
                        around.read(maps, picture, layout.localOffset(k, 0), around.weights()),
                        around.read(maps, picture, layout.localOffset(k, 1), around.weights()));
        return new AnchorStep(coarse, coarse.plus(local), around);
    }
}
