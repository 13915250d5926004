package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import penumbra.engine.head.Decoded;
import penumbra.geometry.Box;

/// Turns maps into targets, laid out as those of the other head: one anchor for each centre, its
/// class's probability, all others 0; unused anchors are zero.
///
/// @param maps of a batch
record MapDecoder(MapOutput maps) {

    private static final int BOX = 4;

    /// Numbers of a keypoint: x, y, how sure its map is.
    private static final int POINT = 3;

    /// @param floor scores are above it
    Decoded decode(double floor) {
        List<List<Centre>> centres = new ArrayList<>();
        List<List<List<KeypointPeak>>> points = new ArrayList<>();
        int most = 0;
        for (int picture = 0; picture < maps.batch(); picture++) {
            List<Centre> found = Centre.of(maps, picture, floor);
            centres.add(found);
            points.add(found.isEmpty() ? List.of() : grouping(picture, found).points());
            most = Math.max(most, found.size());
        }
        int channels = BOX + maps.layout().classes() + POINT * maps.layout().keypoints();
        float[] values = new float[maps.batch() * channels * most];
        for (int picture = 0; picture < maps.batch(); picture++) {
            int from = picture * channels * most;
            for (int i = 0; i < centres.get(picture).size(); i++) {
                write(
                        centres.get(picture).get(i),
                        points.get(picture).get(i),
                        values,
                        from + i,
                        most);
            }
        }
        return new Decoded(maps.layout().found(), maps.batch(), most, values, true);
    }

    private Grouping grouping(int picture, List<Centre> found) {
        List<List<KeypointPeak>> peaks = new ArrayList<>();
        for (int k = 0; k < maps.layout().keypoints(); k++) {
            peaks.add(KeypointPeak.of(maps, picture, k));
        }
        return new Grouping(found, peaks, maps.layout().stride());
    }

    private void write(Centre centre, List<KeypointPeak> points, float[] values, int at, int step) {
        Box box = centre.box();
        values[at] = (float) box.centreX();
        values[at + step] = (float) box.centreY();
        values[at + 2 * step] = (float) box.width();
        values[at + 3 * step] = (float) box.height();
        values[at + (BOX + centre.classIndex()) * step] = (float) centre.score();
        int first = at + (BOX + maps.layout().classes()) * step;
        for (int k = 0; k < points.size(); k++) {
            KeypointPeak point = points.get(k);
            int place = first + POINT * k * step;
            values[place] = (float) point.at().x();
            values[place + step] = (float) point.at().y();
            values[place + 2 * step] = (float) Math.clamp(point.score(), 0, 1);
        }
    }
}
