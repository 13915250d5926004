package penumbra.engine.net;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.heatmap.HeatmapLayout;
import penumbra.engine.heatmap.KeypointForm;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;

/// The weights that training starts from.
///
/// Convolutions and their biases are uniform in (-1/sqrt(f), 1/sqrt(f)), f = inputs of one output
/// (K. He et al. 2015, a = sqrt 5, PyTorch's default). Batch normalisation starts as the identity.
/// In the head every box bias is 1, so that the first boxes are 15 cells wide, and every class bias
/// is ln(5 / nc / (640 / stride)^2): about five objects in a picture of 640 px. In the heat-map
/// head the biases of logits are -2.19 (X. Zhou et al., Objects as Points, 2019), those of the
/// other keypoint maps 0. AdaAnchor's local offsets begin at 0 with their weights, so that places
/// which are not taught to be refined stay as they are.
///
/// Departure: the numbers come from [java.util.Random], PyTorch's own sequence is not reproduced.
public final class InitialWeights {

    private static final double EXPECTED_OBJECTS = 5;
    private static final double EXPECTED_SIDE = 640;

    /// Logit of a probability of a tenth.
    private static final float RARE = -2.19f;

    private final Random random;
    private final SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();

    private InitialWeights(long seed) {
        this.random = new Random(seed);
    }

    /// All entries of the state dict, metadata empty.
    public static Weights of(Architecture network, long seed) {
        InitialWeights initial = new InitialWeights(seed);
        for (Op op : network.graph().ops()) {
            switch (op) {
                case Op.Conv conv -> initial.conv(conv);
                case Op.Project project -> initial.project(project);
                default -> {}
            }
        }
        switch (network) {
            case YoloV8Pose pose -> initial.pose(pose.head().classes());
            case YoloV8Heatmap heatmap -> initial.heatmap(heatmap.layout());
        }
        return new Weights(initial.tensors, Map.of());
    }

    private void pose(int classes) {
        for (int level = 0; level < AnchorGrid.levels(); level++) {
            double cells = EXPECTED_SIDE / AnchorGrid.stride(level);
            double score = Math.log(EXPECTED_OBJECTS / classes / (cells * cells));
            constant("model.22.cv2." + level + ".2.bias", HeadLayout.BOX_CHANNELS, 1);
            constant("model.22.cv3." + level + ".2.bias", classes, (float) score);
        }
        float[] bins = new float[HeadLayout.BINS];
        for (int i = 0; i < bins.length; i++) {
            bins[i] = i;
        }
        tensors.put("model.22.dfl.conv.weight", Tensor.of(bins, 1, bins.length, 1, 1));
    }

    private void heatmap(HeatmapLayout layout) {
        constant(YoloV8Heatmap.centreBias(), layout.classes(), RARE);
        float[] bias = new float[layout.keypointChannels()];
        if (layout.form().logits()) {
            Arrays.fill(bias, 0, layout.keypoints(), RARE);
        }
        tensors.put(YoloV8Heatmap.keypointBias(), Tensor.of(bias, bias.length));
        if (layout.form() == KeypointForm.ADAANCHOR) {
            Tensor weight = tensors.get(YoloV8Heatmap.keypointWeight());
            float[] values = weight.floats();
            int each = values.length / layout.keypointChannels();
            int coarse = layout.localOffset(0, 0) - layout.keypointMap(0);
            Arrays.fill(values, coarse * each, values.length, 0);
            tensors.put(
                    YoloV8Heatmap.keypointWeight(),
                    Tensor.of(values, weight.shape().toArray(Integer[]::new)));
        }
    }

    private void conv(Op.Conv conv) {
        int kernel = conv.kernel();
        uniform(
                conv.name() + ".conv.weight",
                conv.in() * kernel * kernel,
                conv.out(),
                conv.in(),
                kernel,
                kernel);
        constant(conv.name() + ".bn.weight", conv.out(), 1);
        constant(conv.name() + ".bn.bias", conv.out(), 0);
        constant(conv.name() + ".bn.running_mean", conv.out(), 0);
        constant(conv.name() + ".bn.running_var", conv.out(), 1);
        tensors.put(conv.name() + ".bn.num_batches_tracked", Tensor.of(0));
    }

    private void project(Op.Project project) {
        uniform(project.name() + ".weight", project.in(), project.out(), project.in(), 1, 1);
        uniform(project.name() + ".bias", project.in(), project.out());
    }

    private void uniform(String name, int inputs, Integer... shape) {
        double bound = 1 / Math.sqrt(inputs);
        float[] values =
                new float
                        [Arrays.stream(shape)
                                .mapToInt(Integer::intValue)
                                .reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
        }
        tensors.put(name, Tensor.of(values, shape));
    }

    private void constant(String name, int size, float value) {
        float[] values = new float[size];
        Arrays.fill(values, value);
        tensors.put(name, Tensor.of(values, size));
    }
}
