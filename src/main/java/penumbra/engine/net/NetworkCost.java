package penumbra.engine.net;

import java.util.Arrays;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;

/// What a network or its head costs.
///
/// @param parameters numbers that training changes, normalisation unfolded, and the fixed bins of
///   box distances, which the reference counts too
/// @param multiplyAdds of the convolutions for one picture
public record NetworkCost(long parameters, long multiplyAdds) {

    private static final NetworkCost NONE = new NetworkCost(0, 0);

    /// Of the whole network.
    ///
    /// @param size of the input
    public static NetworkCost of(Architecture network, AnchorGrid size) {
        return count(network, size, "");
    }

    /// Of the head alone, from the neck's maps on.
    public static NetworkCost ofHead(Architecture network, AnchorGrid size) {
        return count(network, size, network.headName());
    }

    /// The same scale, classes and keypoints with the other head: for a heat-map head the pose head
    /// with visibilities, for a pose head CenterNet's maps.
    public static Architecture other(Architecture network) {
        HeadLayout head = network.head();
        return switch (network) {
            case YoloV8Heatmap heatmap ->
                    new YoloV8Pose(
                            heatmap.scale(), new HeadLayout(head.classes(), head.keypoints(), 3));
            case YoloV8Pose pose ->
                    new YoloV8Heatmap(
                            pose.scale(),
                            new HeatmapLayout(
                                    KeypointForm.CENTERNET,
                                    head.classes(),
                                    head.keypoints(),
                                    HeatmapLayout.STRIDE));
        };
    }

    private static NetworkCost count(Architecture network, AnchorGrid size, String names) {
        Graph graph = network.graph();
        long[] cells = new long[graph.values()];
        cells[0] = (long) size.rows() * size.columns();
        int values = 1;
        NetworkCost sum = NONE;
        for (Op op : graph.ops()) {
            long before = cells[op.inputs().getFirst()];
            long after =
                    switch (op) {
                        case Op.Conv conv -> before / conv.stride() / conv.stride();
                        case Op.Upsample _ -> 4 * before;
                        default -> before;
                    };
            Arrays.fill(cells, values, values + op.outputs(), after);
            values += op.outputs();
            sum = sum.plus(of(op, after, names));
        }
        return network instanceof YoloV8Pose ? sum.plus(new NetworkCost(HeadLayout.BINS, 0)) : sum;
    }

    private static NetworkCost of(Op op, long cells, String names) {
        return switch (op) {
            case Op.Conv(String name, _, int in, int out, int kernel, _)
                    when name.startsWith(names) -> {
                long weights = (long) in * out * kernel * kernel;
                yield new NetworkCost(weights + 2L * out, weights * cells);
            }
            case Op.Project(String name, _, int in, int out) when name.startsWith(names) ->
                    new NetworkCost((long) in * out + out, (long) in * out * cells);
            default -> NONE;
        };
    }

    private NetworkCost plus(NetworkCost other) {
        return new NetworkCost(parameters + other.parameters, multiplyAdds + other.multiplyAdds);
    }
}
