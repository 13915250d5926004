package penumbra.engine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// The YOLOv8-pose network: backbone, neck and a head with box, class and keypoint branches at
/// strides 8, 16 and 32.
///
/// Source: G. Jocher et al., Ultralytics YOLOv8 (2023), release 8.3.253; layers and parameters are
/// numbered and named as there, so that weights go both ways.
public record YoloV8Pose(Scale scale, HeadLayout head) {

    private static final int LEVELS = 3;

    private static final Pattern SHAPE = Pattern.compile("\\[(\\d{1,4}), ?([23])\\]");

    /// The network that those weights belong to: classes and keypoint channels from the head's
    /// shapes, the scale from the first layer's. How many numbers a keypoint has the metadata
    /// `kpt_shape` says; without it, three where the channels divide by three, else two.
    ///
    /// @return empty if they are of no such network
    public static Optional<YoloV8Pose> of(Weights weights) {
        Optional<Integer> channels = rows(weights, "model.0.conv.weight");
        Optional<Integer> classes = rows(weights, "model.22.cv3.0.2.weight");
        Optional<Integer> points = rows(weights, "model.22.cv4.0.2.weight");
        if (channels.isEmpty() || classes.isEmpty() || points.isEmpty()) {
            return Optional.empty();
        }
        int dims = dims(weights, points.get());
        return Arrays.stream(Scale.values())
                .filter(s -> s.channels(64) == channels.get() && points.get() % dims == 0)
                .map(s ->
                        new YoloV8Pose(s, new HeadLayout(classes.get(), points.get() / dims, dims)))
                .filter(network -> network.fits(weights))
                .findFirst();
    }

    private static Optional<Integer> rows(Weights weights, String name) {
        return Optional.ofNullable(weights.tensors().get(name))
                .filter(t -> t.shape().size() == 4)
                .map(t -> t.shape().getFirst())
                .filter(rows -> rows > 0);
    }

    private static int dims(Weights weights, int points) {
        Matcher said = SHAPE.matcher(weights.metadata().getOrDefault("kpt_shape", ""));
        return said.matches()
                        && Integer.parseInt(said.group(1)) * Integer.parseInt(said.group(2))
                                == points
                ? Integer.parseInt(said.group(2))
                : points % 3 == 0 ? 3 : 2;
    }

    private boolean fits(Weights weights) {
        return graph().ops().stream()
                .filter(Op.Conv.class::isInstance)
                .map(Op.Conv.class::cast)
                .allMatch(c ->
                        Optional.ofNullable(weights.tensors().get(c.name() + ".conv.weight"))
                                .map(Tensor::shape)
                                .filter(List.of(c.out(), c.in(), c.kernel(), c.kernel())::equals)
                                .isPresent());
    }

    public Graph graph() {
        GraphBuilder net = new GraphBuilder();
        int[] y = new int[22];
        backbone(net, y);
        neck(net, y);
        List<Graph.Head> heads = new ArrayList<>();
        int[] levels = {y[15], y[18], y[21]};
        int narrow = net.channels(y[15]);
        int boxWidth = Math.max(HeadLayout.BINS, Math.max(narrow / 4, HeadLayout.BOX_CHANNELS));
        int classWidth = Math.max(narrow, Math.min(head.classes(), 100));
        int keypointWidth = Math.max(narrow / 4, head.keypointChannels());
        for (int i = 0; i < LEVELS; i++) {
            heads.add(
                    new Graph.Head(
                            net.tower(
                                    "model.22.cv2." + i,
                                    levels[i],
                                    boxWidth,
                                    HeadLayout.BOX_CHANNELS),
                            net.tower("model.22.cv3." + i, levels[i], classWidth, head.classes()),
                            net.tower(
                                    "model.22.cv4." + i,
                                    levels[i],
                                    keypointWidth,
                                    head.keypointChannels())));
        }
        List<Integer> layers = new ArrayList<>();
        for (int value : y) {
            layers.add(value);
        }
        return new Graph(net.ops(), layers, heads);
    }

    private void backbone(GraphBuilder net, int[] y) {
        y[0] = net.conv("model.0", 0, scale.channels(64), 3, 2);
        y[1] = net.conv("model.1", y[0], scale.channels(128), 3, 2);
        y[2] = net.c2f("model.2", y[1], scale.channels(128), scale.repeats(3), true);
        y[3] = net.conv("model.3", y[2], scale.channels(256), 3, 2);
        y[4] = net.c2f("model.4", y[3], scale.channels(256), scale.repeats(6), true);
        y[5] = net.conv("model.5", y[4], scale.channels(512), 3, 2);
        y[6] = net.c2f("model.6", y[5], scale.channels(512), scale.repeats(6), true);
        y[7] = net.conv("model.7", y[6], scale.channels(1024), 3, 2);
        y[8] = net.c2f("model.8", y[7], scale.channels(1024), scale.repeats(3), true);
        y[9] = net.sppf("model.9", y[8], scale.channels(1024));
    }

    private void neck(GraphBuilder net, int[] y) {
        int repeats = scale.repeats(3);
        y[10] = net.upsample(y[9]);
        y[11] = net.concat(List.of(y[10], y[6]));
        y[12] = net.c2f("model.12", y[11], scale.channels(512), repeats, false);
        y[13] = net.upsample(y[12]);
        y[14] = net.concat(List.of(y[13], y[4]));
        y[15] = net.c2f("model.15", y[14], scale.channels(256), repeats, false);
        y[16] = net.conv("model.16", y[15], scale.channels(256), 3, 2);
        y[17] = net.concat(List.of(y[16], y[12]));
        y[18] = net.c2f("model.18", y[17], scale.channels(512), repeats, false);
        y[19] = net.conv("model.19", y[18], scale.channels(512), 3, 2);
        y[20] = net.concat(List.of(y[19], y[9]));
        y[21] = net.c2f("model.21", y[20], scale.channels(1024), repeats, false);
    }
}
