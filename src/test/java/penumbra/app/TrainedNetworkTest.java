package penumbra.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.Shared;
import penumbra.engine.Golden;
import penumbra.format.yolo.DataYaml;
import penumbra.format.yolo.LoadedPicture;
import penumbra.format.yolo.LoadedSplit;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.metric.Detection;
import penumbra.metric.Match;
import penumbra.metric.Picture;
import penumbra.metric.PlaceErrors;
import penumbra.metric.TargetErrors;
import penumbra.metric.Truth;
import penumbra.model.Schema;
import tools.jackson.databind.JsonNode;

/// A network that the reference trained, converted, validated and run by our command line on real
/// pictures, against what the reference itself says of it.
class TrainedNetworkTest {

    /// What the product promises.
    private static final double METRIC = 0.002;

    /// What the product promises, picture px.
    private static final double PLACE = 0.1;

    @TempDir static Path folder;

    private static Path data;
    private static Path weights;
    private static JsonNode reference;

    @BeforeAll
    static void place() throws IOException {
        Path pictures = Shared.folder("data/real/low_exposure_arena/images");
        weights = Golden.path("trained/best.pt");
        reference = Golden.json("trained/reference");
        data = Files.createDirectories(folder.resolve("data"));
        Files.createSymbolicLink(data.resolve("images"), pictures);
        Files.createSymbolicLink(data.resolve("labels"), Golden.path("trained/labels"));
        Files.writeString(
                data.resolve("data.yaml"),
                """
                train: images
                val: images
                kpt_shape: [4, 3]
                flip_idx: [3, 2, 1, 0]
                names: {0: armor}
                """);
    }

    private static JsonNode run(Object... words) {
        Ran ran = Ran.run(Stream.concat(Stream.of(words), Stream.of("--json")).toArray());
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.json();
    }

    @Test
    void everyMetricOfTheReferencesValidatorIsReproduced() {
        JsonNode report = run("val", "--data", data, "--weights", weights);
        JsonNode said = reference.get("val_metrics");
        Map<String, Double> own = new LinkedHashMap<>();
        for (String letter : List.of("B", "P")) {
            JsonNode scores = report.get(letter.equals("B") ? "boxes" : "keypoints");
            own.put("metrics/precision(" + letter + ")", scores.get("precision").doubleValue());
            own.put("metrics/recall(" + letter + ")", scores.get("recall").doubleValue());
            own.put("metrics/mAP50(" + letter + ")", scores.get("map50").doubleValue());
            own.put("metrics/mAP50-95(" + letter + ")", scores.get("map").doubleValue());
            own.put(
                    letter.equals("B") ? "map75_box" : "map75_pose",
                    scores.get("map75").doubleValue());
        }
        own.forEach((key, value) -> {
            double expected = said.get(key).doubleValue();
            Golden.say("val " + key, Math.abs(value - expected));
            assertThat(value).as(key).isCloseTo(expected, within(METRIC));
        });
        assertThat(report.get("pictures").intValue()).isEqualTo(61);
        assertThat(report.get("targets").intValue()).isEqualTo(105);
        assertThat(report.get("truth").isNull()).isTrue();
        assertThat(report.get("noise").isNull()).isTrue();
        assertThat(report.get("labels").get("keypoints").size()).isEqualTo(4);
        assertThat(report.get("labels").get("all").get("along").doubleValue()).isBetween(0.1, 20.0);
    }

    @Test
    void predictionsAreTheReferencesAndAgreeBetweenAllForms() throws Exception {
        Path safetensors = folder.resolve("best.safetensors");
        Path onnx = folder.resolve("best.onnx");
        run("convert", "--weights", weights, "--to", "safetensors", "--out", safetensors);
        run(
                "convert",
                "--weights",
                safetensors,
                "--to",
                "onnx",
                "--imgsz",
                "640x512",
                "--out",
                onnx);
        JsonNode first = predicted(weights);
        assertThat(first.get("pictures").size()).isEqualTo(61);
        compareWithReference(first);
        comparePointErrors(first);
        for (Path other : List.of(safetensors, onnx)) {
            double worst = 0;
            JsonNode pictures = predicted(other).get("pictures");
            for (int i = 0; i < pictures.size(); i++) {
                worst = Math.max(worst, apart(first.get("pictures").get(i), pictures.get(i)));
            }
            assertThat(Golden.say("places of " + other.getFileName() + ", px", worst))
                    .isLessThan(PLACE);
        }
    }

    private static JsonNode predicted(Path network) {
        JsonNode report = run("predict", "--weights", network, "--source", data.resolve("images"));
        assertThat(report.get("classes").get(0).asString()).isEqualTo("armor");
        return report;
    }

    private static double apart(JsonNode one, JsonNode other) {
        JsonNode a = one.get("found");
        JsonNode b = other.get("found");
        assertThat(b.size()).as(one.get("file").asString()).isEqualTo(a.size());
        double worst = 0;
        for (int i = 0; i < a.size(); i++) {
            worst = Math.max(worst, apart(a.get(i).get("box"), b.get(i).get("box"), 4));
            for (int k = 0; k < 4; k++) {
                worst =
                        Math.max(
                                worst,
                                apart(
                                        a.get(i).get("keypoints").get(k),
                                        b.get(i).get("keypoints").get(k),
                                        2));
            }
        }
        return worst;
    }

    private static double apart(JsonNode a, JsonNode b, int numbers) {
        double worst = 0;
        for (int i = 0; i < numbers; i++) {
            worst = Math.max(worst, Math.abs(a.get(i).doubleValue() - b.get(i).doubleValue()));
        }
        return worst;
    }

    private static void compareWithReference(JsonNode report) {
        Map<String, JsonNode> byName = new LinkedHashMap<>();
        report.get("pictures")
                .forEach(p ->
                        byName.put(
                                Path.of(p.get("file").asString()).getFileName().toString(),
                                p.get("found")));
        double worst = 0;
        int found = 0;
        for (JsonNode picture : reference.get("predict")) {
            JsonNode own = byName.get(picture.get("file").asString());
            assertThat(own.size()).isEqualTo(picture.get("boxes_xyxy").size());
            for (int i = 0; i < own.size(); i++, found++) {
                worst =
                        Math.max(
                                worst,
                                apart(own.get(i).get("box"), picture.get("boxes_xyxy").get(i), 4));
                for (int k = 0; k < 4; k++) {
                    JsonNode point = picture.get("keypoints_xyv").get(i).get(k);
                    worst = Math.max(worst, apart(own.get(i).get("keypoints").get(k), point, 2));
                }
            }
        }
        assertThat(found).isEqualTo(20);
        assertThat(Golden.say("places of 20 reference plates, px", worst)).isLessThan(PLACE);
    }

    /// Over all 61 pictures, of which the reference gives the errors only.
    private static void comparePointErrors(JsonNode report) throws Exception {
        LoadedSplit split = LoadedSplit.read(DataYaml.read(data.resolve("data.yaml")), "val");
        List<TargetErrors> errors = new ArrayList<>();
        int predicted = 0;
        for (int i = 0; i < split.pictures().size(); i++) {
            LoadedPicture loaded = split.pictures().get(i);
            JsonNode picture = report.get("pictures").get(i);
            assertThat(Path.of(picture.get("file").asString()).getFileName())
                    .isEqualTo(loaded.file().getFileName());
            List<Detection> detections = new ArrayList<>();
            picture.get("found").forEach(f -> detections.add(detection(f)));
            predicted += detections.size();
            Picture both =
                    new Picture(loaded.labels().stream().map(Truth::of).toList(), detections);
            Match.of(both).forEach(m -> errors.add(TargetErrors.of(m, 0.5, Schema.ARMOR_PLATE)));
        }
        PlaceErrors own = PlaceErrors.of(errors, 640);
        JsonNode said = reference.get("point_errors_of_predict");
        assertThat(own.targets()).isEqualTo(said.get("targets").intValue());
        assertThat(own.found()).isEqualTo(said.get("matched").intValue());
        assertThat(predicted - own.found()).isEqualTo(said.get("false_positives").intValue());
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("rmse_point_px_orig", own.rmse());
        // The reference takes an order statistic where we interpolate between the two nearest.
        double[] sorted =
                errors.stream()
                        .filter(TargetErrors::found)
                        .flatMap(t -> t.points().stream())
                        .mapToDouble(TargetErrors.PointError::distance)
                        .sorted()
                        .toArray();
        values.put("median_px", sorted[sorted.length / 2]);
        values.put("p95_px", sorted[(int) (0.95 * sorted.length)]);
        assertThat(own.median())
                .isBetween(sorted[sorted.length / 2 - 1], sorted[sorted.length / 2]);
        values.put("nme_sqrt_box", own.nme());
        values.put("ced_auc_8px_missing_as_failures", own.aucPixels());
        values.forEach((key, value) -> {
            double expected = said.get(key).doubleValue();
            Golden.say(key, Math.abs(value - expected));
            assertThat(value).as(key).isCloseTo(expected, within(METRIC));
        });
    }

    private static Detection detection(JsonNode found) {
        JsonNode b = found.get("box");
        double x = b.get(0).doubleValue();
        double y = b.get(1).doubleValue();
        List<Point> points = new ArrayList<>();
        found.get("keypoints")
                .forEach(
                        k -> points.add(new Point(k.get(0).doubleValue(), k.get(1).doubleValue())));
        return new Detection(
                0,
                found.get("score").doubleValue(),
                points,
                new Box(x, y, b.get(2).doubleValue() - x, b.get(3).doubleValue() - y));
    }
}
