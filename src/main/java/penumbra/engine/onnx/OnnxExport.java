package penumbra.engine.onnx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.FoldedWeights;
import penumbra.engine.net.Graph;
import penumbra.engine.net.Op;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.weights.ClassNames;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.file.AtomicFile;

/// Writes a trained network as an ONNX model, opset 17, normalisation folded, decoding included.
///
/// Input `images` `[B, 3, rows, columns]`, RGB, 0 to 1; output `output0` `[B, 4 + nc + nk, A]` as
/// [penumbra.engine.head.Decoded] describes it. The metadata has the keys that readers of such
/// models expect: `task`, `stride`, `batch`, `imgsz`, `names`, `kpt_shape`.
///
/// A heat-map head leaves its maps as they are, `[B, channels, rows / stride, columns / stride]` as
/// [HeatmapLayout] orders them, logits included; its metadata has `keypoint_maps` and `map_stride`
/// besides, and grouping is left to the reader.
public final class OnnxExport {

    /// Metadata of a heat-map head: the form of the keypoint maps.
    static final String FORM = "keypoint_maps";

    /// Metadata of a heat-map head: input px of a cell.
    static final String MAP_STRIDE = "map_stride";

    private static final int OPSET = 17;
    private static final String INPUT = "images";
    private static final String OUTPUT = "output0";

    private final Architecture architecture;
    private final AnchorGrid size;
    private final Weights folded;
    private final OnnxGraph onnx = new OnnxGraph();

    private OnnxExport(Architecture architecture, AnchorGrid size, Weights folded) {
        this.architecture = architecture;
        this.size = size;
        this.folded = folded;
    }

    /// @param weights not folded; their metadata may name the classes (`names`, JSON)
    /// @param batch pictures at a time, 0 for any number
    /// @throws IOException if the file cannot be written; then it is as it was
    public static void write(
            Path file, Architecture architecture, Weights weights, AnchorGrid size, int batch)
            throws IOException {
        AtomicFile.write(file, model(architecture, weights, size, batch));
    }

    /// The content of such a file.
    ///
    /// @param weights not folded; their metadata may name the classes (`names`, JSON)
    /// @param batch pictures at a time, 0 for any number
    public static byte[] model(
            Architecture architecture, Weights weights, AnchorGrid size, int batch) {
        Weights folded = FoldedWeights.of(architecture.graph(), weights);
        return new OnnxExport(architecture, size, folded).model(batch);
    }

    private byte[] model(int batch) {
        HeadLayout head = architecture.head();
        onnx.input(INPUT, batch, 3, size.rows(), size.columns());
        Map<String, String> metadata = new LinkedHashMap<>();
        switch (architecture) {
            case YoloV8Pose _ -> pose(head, batch);
            case YoloV8Heatmap heatmap -> maps(heatmap.layout(), batch, metadata);
        }
        metadata.put("description", "YOLOv8 keypoint network trained with Penumbra");
        metadata.put("task", architecture.task());
        metadata.put("stride", String.valueOf(AnchorGrid.stride(AnchorGrid.levels() - 1)));
        metadata.put("batch", String.valueOf(Math.max(batch, 1)));
        metadata.put("imgsz", "[" + size.rows() + ", " + size.columns() + "]");
        metadata.put("names", ClassNames.python(ClassNames.of(folded.metadata(), head.classes())));
        metadata.put("kpt_shape", "[" + head.keypoints() + ", " + head.dims() + "]");
        return onnx.model(OPSET, metadata);
    }

    private void pose(HeadLayout head, int batch) {
        new OnnxHead(onnx, head, size).decode(maps(), OUTPUT);
        onnx.output(OUTPUT, batch, 4 + head.classes() + head.keypointChannels(), size.size());
    }

    private void maps(HeatmapLayout layout, int batch, Map<String, String> metadata) {
        onnx.named(OUTPUT, "Concat", maps(), Map.of("axis", 1L));
        onnx.output(OUTPUT, batch, layout.channels(), layout.rows(size), layout.columns(size));
        metadata.put(FORM, layout.form().id());
        metadata.put(MAP_STRIDE, String.valueOf(layout.stride()));
    }

    /// The maps of each level.
    private List<String> maps() {
        Graph graph = architecture.graph();
        List<String> values = new ArrayList<>(List.of(INPUT));
        for (Op op : graph.ops()) {
            values.addAll(nodes(op, values));
        }
        List<String> maps = new ArrayList<>();
        graph.outputs().forEach(level -> level.forEach(value -> maps.add(values.get(value))));
        return maps;
    }

    private List<String> nodes(Op op, List<String> values) {
        return switch (op) {
            case Op.Conv(String name, int input, _, _, int kernel, int stride) -> {
                String y = convolution(values.get(input), name + ".conv", kernel, stride);
                yield List.of(onnx.node("Mul", List.of(y, onnx.node("Sigmoid", List.of(y)))));
            }
            case Op.Project(String name, int input, _, _) ->
                    List.of(convolution(values.get(input), name, 1, 1));
            case Op.Halves(int input, int half) ->
                    List.of(
                            slice(values.get(input), 0, half),
                            slice(values.get(input), half, half));
            case Op.Concat(List<Integer> inputs) ->
                    List.of(
                            onnx.node(
                                    "Concat",
                                    inputs.stream().map(values::get).toList(),
                                    Map.of("axis", 1L)));
            case Op.Add(int left, int right) ->
                    List.of(onnx.node("Add", List.of(values.get(left), values.get(right))));
            case Op.Pool(int input) ->
                    List.of(
                            onnx.node(
                                    "MaxPool",
                                    List.of(values.get(input)),
                                    Map.of(
                                            "kernel_shape", new long[] {5, 5},
                                            "strides", new long[] {1, 1},
                                            "pads", new long[] {2, 2, 2, 2})));
            case Op.Upsample(int input) -> List.of(upsample(values.get(input)));
        };
    }

    private String slice(String value, int from, int length) {
        return onnx.node(
                "Slice",
                List.of(
                        value,
                        onnx.constant(from),
                        onnx.constant(from + length),
                        onnx.constant(1)));
    }

    private String convolution(String input, String name, int kernel, int stride) {
        long border = kernel / 2;
        return onnx.node(
                "Conv",
                List.of(
                        input,
                        onnx.constant(name + ".weight", folded.tensor(name + ".weight")),
                        onnx.constant(name + ".bias", folded.tensor(name + ".bias"))),
                Map.of(
                        "kernel_shape", new long[] {kernel, kernel},
                        "strides", new long[] {stride, stride},
                        "pads", new long[] {border, border, border, border}));
    }

    private String upsample(String input) {
        String scales = onnx.constant(input + ".scales", Tensor.of(new float[] {1, 1, 2, 2}, 4));
        return onnx.node(
                "Resize",
                List.of(input, "", scales),
                Map.of(
                        "mode", "nearest",
                        "coordinate_transformation_mode", "asymmetric",
                        "nearest_mode", "floor"));
    }
}
