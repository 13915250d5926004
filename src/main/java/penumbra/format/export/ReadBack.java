package penumbra.format.export;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.format.LabelSet;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Target;

/// An exported data set read back and compared with the project it came from.
///
/// @param pictures compared
/// @param targets compared
/// @param differing targets whose class, visibility or number of keypoints is another one, and
///   those that are only on one side
/// @param largestMove the farthest that a labelled point or the side of a box moved, as a share of
///   the picture's width or height
public record ReadBack(int pictures, int targets, int differing, double largestMove) {

    /// @param folder what relative picture paths of the project are relative to
    /// @param again what a reader makes of the exported data set
    public static ReadBack compare(
            Project project, Path folder, ExportReport export, LabelSet again) {
        Map<Path, LabelledImage> before = new HashMap<>();
        project.images().forEach(i -> before.put(folder.resolve(i.path()).normalize(), i));
        Map<Path, LabelledImage> after = new HashMap<>();
        again.images().forEach(i -> after.put(Path.of(i.path()), i));
        int targets = 0;
        int differing = 0;
        double largest = 0;
        for (ExportReport.ExportedFile file : export.files()) {
            LabelledImage was = before.get(file.source());
            LabelledImage is = after.get(export.folder().resolve(file.file()));
            List<Target> now = is == null ? List.of() : is.targets();
            int shared = Math.min(was.targets().size(), now.size());
            targets += was.targets().size();
            differing += Math.max(was.targets().size(), now.size()) - shared;
            for (int i = 0; i < shared; i++) {
                Optional<Double> move = move(was.targets().get(i), now.get(i), was.size());
                differing += move.isEmpty() ? 1 : 0;
                largest = Math.max(largest, move.orElse(0.0));
            }
        }
        return new ReadBack(export.files().size(), targets, differing, largest);
    }

    /// Empty when the two differ in more than position.
    private static Optional<Double> move(Target was, Target is, Size size) {
        if (was.classIndex() != is.classIndex()
                || was.keypoints().size() != is.keypoints().size()) {
            return Optional.empty();
        }
        double largest =
                was.extent().isPresent() && is.extent().isPresent()
                        ? move(was.extent().get(), is.extent().get(), size)
                        : 0;
        for (int k = 0; k < was.keypoints().size(); k++) {
            Keypoint a = was.keypoints().get(k);
            Keypoint b = is.keypoints().get(k);
            if (a.visibility() != b.visibility()) {
                return Optional.empty();
            }
            if (a.labelled()) {
                largest = Math.max(largest, Math.abs(a.at().x() - b.at().x()) / size.width());
                largest = Math.max(largest, Math.abs(a.at().y() - b.at().y()) / size.height());
            }
        }
        return Optional.of(largest);
    }

    private static double move(Box a, Box b, Size size) {
        double x = Math.max(Math.abs(a.x() - b.x()), Math.abs(a.right() - b.right()));
        double y = Math.max(Math.abs(a.y() - b.y()), Math.abs(a.bottom() - b.bottom()));
        return Math.max(x / size.width(), y / size.height());
    }
}
