package penumbra.engine.net;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.heatmap.MapOutput;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// A heat-map head on YOLOv8's finest level: P3 enlarged by nearest neighbours (or used as it is),
/// a convolution of as many channels, then for centres, boxes and keypoints each one of half as
/// many and a projection to their maps.
///
/// Backbone and neck are those of [YoloV8Pose] up to layer 15, named alike, so that its weights may
/// be taken over. Ours: the sources use other backbones.
public record YoloV8Heatmap(Scale scale, HeatmapLayout layout) implements Architecture {

    private static final String HEAD = "heat.";
    private static final String FINE_STEM = HEAD + "fine";
    private static final String COARSE_STEM = HEAD + "coarse";
    private static final String CENTRE = HEAD + "centre";
    private static final String BOX = HEAD + "box";
    private static final String KEYPOINT = HEAD + "keypoint";
    private static final int BOX_SIDES = 4;

    /// The network that those weights belong to, by names and shapes alone.
    ///
    /// @return empty if they are of no such network
    public static Optional<YoloV8Heatmap> of(Weights weights) {
        int channels = rows(weights, "model.0.conv.weight");
        int classes = rows(weights, projection(CENTRE) + ".weight");
        int keypoints = (rows(weights, projection(BOX) + ".weight") - BOX_SIDES) / 2;
        int maps = rows(weights, projection(KEYPOINT) + ".weight");
        boolean fine = weights.tensors().containsKey(FINE_STEM + ".conv.weight");
        if (classes < 1 || keypoints < 1) {
            return Optional.empty();
        }
        return KeypointForm.of(maps, keypoints)
                .map(form ->
                        new HeatmapLayout(
                                form,
                                classes,
                                keypoints,
                                fine ? HeatmapLayout.STRIDE : HeatmapLayout.COARSE))
                .flatMap(layout ->
                        Arrays.stream(Scale.values())
                                .filter(s -> s.channels(64) == channels)
                                .map(s -> new YoloV8Heatmap(s, layout))
                                .filter(network -> network.graph().fits(weights))
                                .findFirst());
    }

    private static int rows(Weights weights, String name) {
        return Optional.ofNullable(weights.tensors().get(name))
                .map(Tensor::shape)
                .filter(shape -> shape.size() == 4)
                .map(List::getFirst)
                .orElse(0);
    }

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder();
        int[] y = new Trunk(net, scale).toFinest();
        int finest = y[y.length - 1];
        int width = net.channels(finest);
        int map = layout.upsampled() ? net.upsample(finest) : finest;
        int stem = net.conv(layout.upsampled() ? FINE_STEM : COARSE_STEM, map, width, 3, 1);
        List<Integer> outputs =
                List.of(
                        branch(net, CENTRE, stem, layout.classes()),
                        branch(net, BOX, stem, layout.boxChannels()),
                        branch(net, KEYPOINT, stem, layout.keypointChannels()));
        return new Graph(net.ops(), Arrays.stream(y).boxed().toList(), List.of(outputs));
    }

    private static int branch(GraphBuilder net, String name, int input, int out) {
        int narrow = net.conv(name + ".0", input, net.channels(input) / 2, 3, 1);
        return net.project(projection(name), narrow, out);
    }

    private static String projection(String branch) {
        return branch + ".1";
    }

    /// The bias of the centres' logits.
    static String centreBias() {
        return projection(CENTRE) + ".bias";
    }

    /// The weight of the keypoint maps.
    static String keypointWeight() {
        return projection(KEYPOINT) + ".weight";
    }

    /// The bias of the keypoint maps.
    static String keypointBias() {
        return projection(KEYPOINT) + ".bias";
    }

    @Override
    public HeadLayout head() {
        return layout.found();
    }

    @Override
    public String task() {
        return "heatmap";
    }

    @Override
    public String headName() {
        return HEAD;
    }

    @Override
    public MapOutput output(AnchorGrid size, int batch, float[] values) {
        return new MapOutput(layout, size, batch, values);
    }
}
