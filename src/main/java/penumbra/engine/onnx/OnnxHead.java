package penumbra.engine.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Anchors;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.weights.Tensor;

/// The decoding of [penumbra.engine.head.Decoder] as ONNX nodes.
record OnnxHead(OnnxGraph onnx, HeadLayout layout, AnchorGrid size) {

    /// @param maps box, class and keypoint map of each level, `[B, channels, h, w]`
    /// @param output name of the result, `[B, 4 + nc + nk, A]`
    void decode(List<String> maps, String output) {
        Anchors anchors = size.anchors();
        int count = anchors.size();
        float[] centres = new float[2 * count];
        float[] corners = new float[2 * count];
        float[] strides = new float[count];
        for (int a = 0; a < count; a++) {
            centres[a] = anchors.x()[a];
            centres[count + a] = anchors.y()[a];
            corners[a] = anchors.x()[a] - 0.5f;
            corners[count + a] = anchors.y()[a] - 0.5f;
            strides[a] = anchors.stride()[a];
        }
        String stride = onnx.constant("strides", Tensor.of(strides, 1, 1, count));
        String box =
                box(
                        joined(maps, 0),
                        onnx.constant("centres", Tensor.of(centres, 1, 2, count)),
                        stride);
        String scores = onnx.node("Sigmoid", List.of(joined(maps, 1)));
        String keypoints =
                keypoints(
                        joined(maps, 2),
                        onnx.constant("corners", Tensor.of(corners, 1, 1, 2, count)),
                        stride);
        onnx.named(output, "Concat", List.of(box, scores, keypoints), Map.of("axis", 1L));
    }

    /// One branch of all levels, `[B, channels, A]`.
    private String joined(List<String> maps, int branch) {
        int channels =
                switch (branch) {
                    case 0 -> HeadLayout.BOX_CHANNELS;
                    case 1 -> layout.classes();
                    default -> layout.keypointChannels();
                };
        List<String> levels = new ArrayList<>();
        for (int level = 0; level < AnchorGrid.levels(); level++) {
            levels.add(reshape(maps.get(3 * level + branch), 0, channels, -1));
        }
        return onnx.node("Concat", levels, Map.of("axis", 2L));
    }

    private String box(String logits, String centres, String strides) {
        float[] bins = new float[HeadLayout.BINS];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = i;
        }
        String shares =
                onnx.node(
                        "Softmax",
                        List.of(reshape(logits, 0, 4, HeadLayout.BINS, -1)),
                        Map.of("axis", 2L));
        String weighted =
                onnx.node(
                        "Mul",
                        List.of(
                                shares,
                                onnx.constant("bins", Tensor.of(bins, 1, 1, bins.length, 1))));
        String distances =
                onnx.node("ReduceSum", List.of(weighted, onnx.constant(2)), Map.of("keepdims", 0L));
        String first = onnx.node("Sub", List.of(centres, slice(distances, 1, 0, 2)));
        String second = onnx.node("Add", List.of(centres, slice(distances, 1, 2, 4)));
        String half = onnx.constant("half", Tensor.of(new float[] {0.5f}, 1));
        String centre = onnx.node("Mul", List.of(onnx.node("Add", List.of(first, second)), half));
        String sides = onnx.node("Sub", List.of(second, first));
        String cells = onnx.node("Concat", List.of(centre, sides), Map.of("axis", 1L));
        return onnx.node("Mul", List.of(cells, strides));
    }

    private String keypoints(String raw, String corners, String strides) {
        String each = reshape(raw, 0, layout.keypoints(), layout.dims(), -1);
        String two = onnx.constant("two", Tensor.of(new float[] {2}, 1));
        String offset = onnx.node("Mul", List.of(slice(each, 2, 0, 2), two));
        String cells = onnx.node("Add", List.of(offset, corners));
        String places = onnx.node("Mul", List.of(cells, strides));
        String all =
                layout.dims() == 2
                        ? places
                        : onnx.node(
                                "Concat",
                                List.of(
                                        places,
                                        onnx.node("Sigmoid", List.of(slice(each, 2, 2, 3)))),
                                Map.of("axis", 2L));
        return reshape(all, 0, layout.keypointChannels(), -1);
    }

    /// @param shape lengths; 0 keeps one, -1 takes what is left
    private String reshape(String value, long... shape) {
        return onnx.node("Reshape", List.of(value, onnx.constant(shape)));
    }

    private String slice(String value, int axis, int from, int to) {
        return onnx.node(
                "Slice",
                List.of(value, onnx.constant(from), onnx.constant(to), onnx.constant(axis)));
    }
}
