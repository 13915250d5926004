package penumbra.engine;

import java.util.ArrayList;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.RawOutput;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

/// The reference run of a network with 16 classes and keypoints 4 x 3 on two pictures.
public final class GoldenCase {

    public static final HeadLayout LAYOUT = new HeadLayout(16, 4, 3);
    public static final AnchorGrid GRID = new AnchorGrid(256, 320);
    public static final int BATCH = 2;

    private GoldenCase() {}

    /// The head's outputs as the reference gave them.
    ///
    /// @param mode `eval` or `train`
    public static RawOutput outputs(String mode) throws Exception {
        Weights outputs = Golden.tensors("k4v3/outputs");
        RawOutput raw =
                new RawOutput(
                        LAYOUT, GRID, BATCH, new float[BATCH * LAYOUT.channels() * GRID.size()]);
        for (int level = 0; level < AnchorGrid.levels(); level++) {
            float[] map = outputs.tensor(mode + ".p" + (level + 3)).floats();
            int cells = GRID.first(level + 1) - GRID.first(level);
            int channels = HeadLayout.BOX_CHANNELS + LAYOUT.classes();
            for (int row = 0; row < BATCH * channels; row++) {
                int to = raw.offset(row / channels, row % channels) + GRID.first(level);
                System.arraycopy(map, row * cells, raw.values(), to, cells);
            }
        }
        put(outputs.tensor(mode + ".kpts").floats(), LAYOUT.keypoint(0, 0), raw);
        return raw;
    }

    /// Copies `[batch, channels, anchors]` to the channels from `first` on.
    private static void put(float[] block, int first, RawOutput raw) {
        int anchors = GRID.size();
        int channels = block.length / BATCH / anchors;
        for (int row = 0; row < BATCH * channels; row++) {
            int to = raw.offset(row / channels, first + row % channels);
            System.arraycopy(block, row * anchors, raw.values(), to, anchors);
        }
    }

    /// The derivative of the loss by the head's outputs.
    public static RawOutput gradient(Weights loss) {
        RawOutput gradient =
                new RawOutput(
                        LAYOUT, GRID, BATCH, new float[BATCH * LAYOUT.channels() * GRID.size()]);
        put(loss.tensor("grad.head.scores").floats(), LAYOUT.score(0), gradient);
        if (loss.tensors().containsKey("grad.head.boxes")) {
            put(loss.tensor("grad.head.boxes").floats(), 0, gradient);
            put(loss.tensor("grad.head.kpts").floats(), LAYOUT.keypoint(0, 0), gradient);
        }
        return gradient;
    }

    /// The objects, in input px; their corners rounded as the reference rounds them.
    public static List<List<InputLabel>> targets(Weights loss) {
        List<List<InputLabel>> targets = List.of(new ArrayList<>(), new ArrayList<>());
        float[] pictures = loss.tensor("target.batch_idx").floats();
        float[] classes = loss.tensor("target.cls").floats();
        float[] boxes = loss.tensor("target.bboxes").floats();
        float[] points = loss.tensor("target.keypoints").floats();
        for (int i = 0; i < pictures.length; i++) {
            float cx = boxes[4 * i] * GRID.columns();
            float cy = boxes[4 * i + 1] * GRID.rows();
            float width = boxes[4 * i + 2] * GRID.columns();
            float height = boxes[4 * i + 3] * GRID.rows();
            float x1 = cx - width / 2;
            float y1 = cy - height / 2;
            List<Keypoint> keypoints = new ArrayList<>();
            for (int k = 0; k < LAYOUT.keypoints(); k++) {
                int at = (i * LAYOUT.keypoints() + k) * 3;
                keypoints.add(
                        new Keypoint(
                                new Point(
                                        points[at] * GRID.columns(), points[at + 1] * GRID.rows()),
                                Visibility.ofCode(points[at + 2]).orElseThrow()));
            }
            Box box =
                    new Box(
                            x1,
                            y1,
                            (double) (cx + width / 2) - x1,
                            (double) (cy + height / 2) - y1);
            targets.get((int) pictures[i]).add(new InputLabel((int) classes[i], box, keypoints));
        }
        return targets;
    }
}
