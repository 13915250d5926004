package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Target;

/// A batch of rendered pictures, each cut out around one plate so that it is large enough for a
/// small input.
record Rendered(float[] pixels, AnchorGrid size, List<List<InputLabel>> targets) {

    /// @param side of the input, px
    static Rendered of(int count, int side) {
        AnchorGrid size = new AnchorGrid(side, side);
        float[] pixels = new float[count * 3 * side * side];
        List<List<InputLabel>> targets = new ArrayList<>();
        for (int index = 0; targets.size() < count; index++) {
            RenderedScene scene = SyntheticScene.render(11, index, new Size(640, 512));
            for (Target target : scene.truth()) {
                Box box = target.extent().orElseThrow();
                if (targets.size() < count && box.width() > 24 && box.width() < 0.7 * side) {
                    int left = (int) Math.clamp(box.centreX() - side / 2.0, 0, 640 - side);
                    int top = (int) Math.clamp(box.centreY() - side / 2.0, 0, 512 - side);
                    RgbImage cut = cut(scene, left, top, side);
                    System.arraycopy(
                            cut.planes(),
                            0,
                            pixels,
                            targets.size() * 3 * side * side,
                            3 * side * side);
                    targets.add(labels(scene, left, top, side));
                }
            }
        }
        return new Rendered(pixels, size, targets);
    }

    private static RgbImage cut(RenderedScene scene, int left, int top, int side) {
        int[] rgb = new int[side * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(
                    scene.argb(), (top + y) * scene.size().width() + left, rgb, y * side, side);
        }
        return new RgbImage(side, side, rgb);
    }

    /// The plates that lie wholly within the cut.
    private static List<InputLabel> labels(RenderedScene scene, int left, int top, int side) {
        List<InputLabel> labels = new ArrayList<>();
        for (Target target : scene.truth()) {
            List<Keypoint> points =
                    target.keypoints().stream()
                            .map(k -> Keypoint.visible(k.at().x() - left, k.at().y() - top))
                            .toList();
            if (points.stream()
                    .allMatch(k ->
                            k.at().x() > 0
                                    && k.at().y() > 0
                                    && k.at().x() < side
                                    && k.at().y() < side)) {
                Box box = Box.hull(points.stream().map(Keypoint::at).toList()).orElseThrow();
                labels.add(new InputLabel(target.classIndex(), box, points));
            }
        }
        return labels;
    }
}
