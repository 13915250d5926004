package penumbra.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.Shared;
import penumbra.data.ImageReader;
import penumbra.data.input.RgbImage;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Suppression;
import penumbra.engine.net.Execution;
import penumbra.engine.net.Scale;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import tools.jackson.databind.JsonNode;

/// A checkpoint that the reference trained, on real pictures.
class PredictorGoldenTest {

    /// What the product promises, picture px.
    private static final double PROMISE = 0.1;

    @Test
    void predictionsOnRealPicturesAreTheReferences() throws Exception {
        Path pictures = Shared.folder("data/real/low_exposure_arena/images");
        JsonNode reference = Golden.json("trained/reference").get("predict");
        Path best = Golden.path("trained/best.pt");
        assertThat(PoseWeights.read(best).architecture().scale()).isEqualTo(Scale.N);
        double box = 0;
        double point = 0;
        double score = 0;
        int found = 0;
        try (Detector detector = Detector.open(best, Execution.FAST, 1)) {
            Predictor predictor = new Predictor(detector, 640, Suppression.PREDICTION);
            for (JsonNode picture : reference) {
                RgbImage image =
                        RgbImage.of(
                                ImageReader.read(pictures.resolve(picture.get("file").asString())));
                List<Detection> detections = predictor.predict(image);
                JsonNode boxes = picture.get("boxes_xyxy");
                assertThat(detections).hasSize(boxes.size());
                for (int i = 0; i < boxes.size(); i++) {
                    Detection d = detections.get(i);
                    box = Math.max(box, worst(d.box(), boxes.get(i)));
                    point = Math.max(point, worst(d, picture.get("keypoints_xyv").get(i)));
                    score =
                            Math.max(
                                    score,
                                    Math.abs(d.score() - picture.get("conf").get(i).doubleValue()));
                    found++;
                }
            }
        }
        assertThat(found).isEqualTo(20);
        assertThat(Golden.say("predicted boxes, px", box)).isLessThan(PROMISE);
        assertThat(Golden.say("predicted points, px", point)).isLessThan(PROMISE);
        assertThat(Golden.say("predicted scores", score)).isLessThan(1e-3);
    }

    private static double worst(Box box, JsonNode corners) {
        double[] own = {box.x(), box.y(), box.right(), box.bottom()};
        double worst = 0;
        for (int i = 0; i < own.length; i++) {
            worst = Math.max(worst, Math.abs(own[i] - corners.get(i).doubleValue()));
        }
        return worst;
    }

    private static double worst(Detection detection, JsonNode keypoints) {
        double worst = 0;
        for (int k = 0; k < keypoints.size(); k++) {
            JsonNode expected = keypoints.get(k);
            Point at = detection.keypoints().get(k).at();
            worst = Math.max(worst, Math.abs(at.x() - expected.get(0).doubleValue()));
            worst = Math.max(worst, Math.abs(at.y() - expected.get(1).doubleValue()));
        }
        return worst;
    }
}
