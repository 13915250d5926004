package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.Peak;
import penumbra.uncertainty.heatmap.Peak.Plateau;

/// A peak of a class's centres and what its cell says of the target. Input px.
///
/// @param score probability
/// @param joints where the centre says the keypoints are, and what their maps say there
record Centre(int classIndex, double score, Box box, List<KeypointPeak> joints) {

    /// The best centres of a picture, best first. Source: \[S3\]: highest of 3 x 3, 100 of each
    /// class and of all.
    ///
    /// @param floor scores are above it
    static List<Centre> of(MapOutput maps, int picture, double floor) {
        List<Centre> centres = new ArrayList<>();
        for (int c = 0; c < maps.layout().classes(); c++) {
            Heatmap map = maps.probabilities(picture, maps.layout().centre(c), floor);
            for (Peak peak : Peak.of(map, Math.max(0, floor), Peak.LIMIT, Plateau.FIRST)) {
                centres.add(of(maps, picture, c, peak));
            }
        }
        return centres.stream()
                .sorted(Comparator.comparingDouble(Centre::score).reversed())
                .limit(Peak.LIMIT)
                .toList();
    }

    private static Centre of(MapOutput maps, int picture, int classIndex, Peak peak) {
        HeatmapLayout layout = maps.layout();
        int cell = peak.y() * maps.columns() + peak.x();
        Point size = maps.pair(picture, layout.size(0), cell);
        Box box =
                peak.box(
                        maps.pair(picture, layout.offset(0), cell),
                        new Point(Math.max(0, size.x()), Math.max(0, size.y())),
                        layout.stride());
        List<KeypointPeak> joints = new ArrayList<>();
        for (int k = 0; k < layout.keypoints(); k++) {
            Point joint = peak.point(maps.pair(picture, layout.joint(k, 0), cell), layout.stride());
            joints.add(KeypointPeak.said(maps, picture, k, joint));
        }
        return new Centre(classIndex, peak.score(), box, joints);
    }
}
