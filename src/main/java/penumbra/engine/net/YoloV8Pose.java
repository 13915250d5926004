package penumbra.engine.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.RawOutput;
import penumbra.engine.weights.Weights;

/// The YOLOv8-pose network: backbone, neck and a head with box, class and keypoint branches at
/// strides 8, 16 and 32.
///
/// Source: G. Jocher et al., Ultralytics YOLOv8 (2023), release 8.3.253; layers and parameters are
/// numbered and named as there, so that weights go both ways.
public record YoloV8Pose(Scale scale, HeadLayout head) implements Architecture {

    private static final int LEVELS = 3;
    private static final String HEAD = "model.22.";

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
                .filter(network -> network.graph().fits(weights))
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

    @Override
    public Graph graph() {
        GraphBuilder net = new GraphBuilder();
        int[] y = new Trunk(net, scale).whole();
        List<List<Integer>> outputs = new ArrayList<>();
        int[] levels = {y[15], y[18], y[21]};
        int narrow = net.channels(y[15]);
        int boxWidth = Math.max(HeadLayout.BINS, Math.max(narrow / 4, HeadLayout.BOX_CHANNELS));
        int classWidth = Math.max(narrow, Math.min(head.classes(), 100));
        int keypointWidth = Math.max(narrow / 4, head.keypointChannels());
        for (int i = 0; i < LEVELS; i++) {
            outputs.add(
                    List.of(
                            net.tower(
                                    HEAD + "cv2." + i,
                                    levels[i],
                                    boxWidth,
                                    HeadLayout.BOX_CHANNELS),
                            net.tower(HEAD + "cv3." + i, levels[i], classWidth, head.classes()),
                            net.tower(
                                    HEAD + "cv4." + i,
                                    levels[i],
                                    keypointWidth,
                                    head.keypointChannels())));
        }
        return new Graph(net.ops(), Arrays.stream(y).boxed().toList(), outputs);
    }

    @Override
    public String task() {
        return "pose";
    }

    @Override
    public String headName() {
        return HEAD;
    }

    @Override
    public RawOutput output(AnchorGrid size, int batch, float[] values) {
        return new RawOutput(head, size, batch, values);
    }
}
