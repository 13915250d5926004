package penumbra.engine.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.Decoded;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Suppression;
import penumbra.engine.loss.LossResult;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Heatmap;
import penumbra.engine.optim.Optimizer;
import penumbra.engine.optim.Training;
import penumbra.engine.torch.Torch;
import penumbra.uncertainty.adaloss.SigmaSchedule;

/// Eight rendered pictures learned by heart with each preset, an epoch being one step.
class HeatmapOverfitTest {

    private static final int SIDE = 64;
    private static final double RATE = 0.003;

    @ParameterizedTest
    @CsvSource({"centernet, 100", "adaloss, 130", "adaanchor, 100"})
    void platesLearnedByHeartAreFoundWithinAPixel(String id, int steps) throws Exception {
        Rendered batch = Rendered.of(8, SIDE);
        HeatmapPreset preset = HeatmapPreset.byId(id).orElseThrow();
        YoloV8Heatmap network = new YoloV8Heatmap(Scale.N, preset.layout(16, 4));
        Optional<SigmaSchedule> sigmas = preset.begin(batch.size(), 4);
        // Maps this small keep one thread busy; a second one waits for it.
        try (Torch torch = Torch.open(1);
                Training training =
                        new Training(
                                torch,
                                network,
                                InitialWeights.of(network, 1),
                                Execution.FAST,
                                preset.loss(0, sigmas),
                                Optimizer.Kind.ADAMW,
                                0)) {
            for (int i = 0; i < steps; i++) {
                training.use(preset.loss(i, sigmas));
                LossResult result = training.add(batch.pixels(), batch.size(), batch.targets());
                double rate = RATE * (1 - 0.95 * i / steps);
                training.step(new Optimizer.Step(List.of(rate, rate, rate), 0.9));
                sigmas = sigmas.map(s -> s.next(result.keypoints().means()));
            }

            assertThat(rmse(found(torch, training.network(), batch), batch)).isLessThan(1);
        }
        sigmas.ifPresent(s -> assertThat(s.sigmas()).allMatch(sigma -> sigma < 2));
    }

    /// With the statistics of the batch: the running ones are slower than so few steps.
    private static Decoded found(Torch torch, Network network, Rendered batch) {
        try (NDManager scope = torch.scope()) {
            return network.read(
                            network.train(network.pictures(scope, batch.pixels(), batch.size()))
                                    .output(),
                            batch.size())
                    .decode(Suppression.PREDICTION.confidence());
        }
    }

    /// Over all keypoints; every plate is found, once, and nothing else is.
    private static double rmse(Decoded decoded, Rendered batch) {
        double sum = 0;
        int count = 0;
        for (int picture = 0; picture < batch.targets().size(); picture++) {
            List<Detection> found =
                    new ArrayList<>(Suppression.PREDICTION.detections(decoded, picture));
            List<InputLabel> labels = batch.targets().get(picture);
            assertThat(found).hasSameSizeAs(labels);
            for (InputLabel label : labels) {
                Detection own =
                        found.stream()
                                .filter(d -> d.classIndex() == label.classIndex())
                                .filter(d -> d.box().iou(label.box()) > 0.5)
                                .findFirst()
                                .orElseThrow();
                for (int k = 0; k < label.keypoints().size(); k++) {
                    double d = own.keypoints().get(k).at().distance(label.keypoints().get(k).at());
                    sum += d * d;
                    count++;
                }
            }
        }
        return Math.sqrt(sum / count);
    }
}
