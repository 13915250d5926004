package penumbra.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.loss.LossGains;
import penumbra.engine.loss.LossResult;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Network;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.torch.Torch;
import penumbra.geometry.Box;
import penumbra.model.Keypoint;

/// The cold start on a network that was never trained.
class FreshNetworkTest {

    private static final HeadLayout LAYOUT = new HeadLayout(16, 4, 3);
    private static final AnchorGrid GRID = new AnchorGrid(320, 320);

    @Test
    void everyTinyPlateGetsFiveAnchorsAndAllTermsToLearnFrom() throws Exception {
        YoloV8Pose architecture = new YoloV8Pose(Scale.N, LAYOUT);
        Random random = new Random(3);
        float[] pixels = new float[3 * GRID.rows() * GRID.columns()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        HeadOutput raw;
        try (Torch torch = Torch.open(1);
                Network network =
                        new Network(
                                torch,
                                architecture,
                                InitialWeights.of(architecture, 0),
                                Execution.FAST)) {
            raw = network.evaluate(pixels, GRID);
        }
        HeadLoss stock = HeadLoss.stock(LAYOUT);
        HeadLoss small =
                new HeadLoss(
                        SmallTargetAssigner.DEFAULT,
                        LossGains.STOCK,
                        stock.pose(),
                        stock.contexts());
        List<Integer> found = new ArrayList<>();
        for (int run = 0; run < 50; run++) {
            double x = random.nextDouble(300);
            double y = random.nextDouble(310);
            InputLabel plate =
                    new InputLabel(
                            run % 16,
                            new Box(x, y, 10, 5),
                            List.of(
                                    Keypoint.visible(x, y),
                                    Keypoint.visible(x, y + 5),
                                    Keypoint.visible(x + 10, y + 5),
                                    Keypoint.visible(x + 10, y)));
            LossResult result = small.evaluate(raw, List.of(List.of(plate)));

            assertThat(result.positives()).isGreaterThanOrEqualTo(5);
            assertThat(result.items().box()).isPositive();
            assertThat(result.items().distances()).isPositive();
            found.add(stock.evaluate(raw, List.of(List.of(plate))).positives());
        }
        assertThat(found).allMatch(positives -> positives < 5);
    }
}
