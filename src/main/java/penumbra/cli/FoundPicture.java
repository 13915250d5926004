package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import penumbra.engine.ScatterPredictor.Scattered;
import penumbra.engine.head.Detection;
import penumbra.geometry.Box;
import penumbra.geometry.Size;

/// What was found in a picture, as `penumbra predict --json` prints it; picture px.
///
/// @param file of the picture or of the video
/// @param frame of a video, from 0; null for a picture
/// @param found best first
record FoundPicture(Path file, Integer frame, int width, int height, List<Found> found) {

    /// @param box left, top, right and bottom, within the picture
    /// @param keypoints in the schema's order, each x, y and visibility, the probability of being
    ///   labelled, 1 where the network does not say
    /// @param covariances of each keypoint, xx, xy and yy in px²; null where the network did not
    ///   look often enough
    /// @param seen share of the looks at the picture in which it was found
    record Found(
            int classIndex,
            String name,
            double score,
            double[] box,
            double[][] keypoints,
            double[][] covariances,
            double seen) {}

    static FoundPicture of(
            Path file, Integer frame, Size size, List<Scattered> scattered, List<String> names) {
        List<Found> found = new ArrayList<>();
        for (Scattered each : scattered) {
            Detection d = each.detection();
            Box box = d.box();
            found.add(
                    new Found(
                            d.classIndex(),
                            names.get(d.classIndex()),
                            d.score(),
                            new double[] {box.x(), box.y(), box.right(), box.bottom()},
                            d.keypoints().stream()
                                    .map(k -> new double[] {k.at().x(), k.at().y(), k.visibility()})
                                    .toArray(double[][]::new),
                            each.covariances().stream()
                                    .map(c ->
                                            c.map(v -> new double[] {v.xx(), v.xy(), v.yy()})
                                                    .orElse(null))
                                    .toArray(double[][]::new),
                            each.seen()));
        }
        return new FoundPicture(file, frame, size.width(), size.height(), found);
    }
}
