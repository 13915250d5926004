package penumbra.engine;

import java.nio.file.Path;
import java.util.Locale;
import penumbra.Shared;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.engine.weights.WeightsFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The numbers of a reference run, and how far ours are from them.
public final class Golden {

    /// What the reference's own README suggests, above its noise between thread counts.
    public static final double FORWARD = 5e-5;

    public static final double LOSS = 2e-5;
    public static final double GRADIENT = 1e-4;

    private Golden() {}

    public static Path path(String name) {
        return Shared.folder("golden/yolov8-pose").resolve(name);
    }

    public static Weights tensors(String name) throws WeightsException {
        return WeightsFile.read(path(name + ".safetensors"));
    }

    public static JsonNode json(String name) {
        return JsonMapper.shared().readTree(path(name + ".json").toFile());
    }

    /// Largest difference over the largest expected magnitude; infinite where a number is no
    /// number. Printed, so that a run says what was reached.
    public static double deviation(String what, float[] expected, float[] actual) {
        if (expected.length != actual.length) {
            throw new AssertionError(what + ": " + actual.length + " for " + expected.length);
        }
        double scale = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            scale = Math.max(scale, Math.abs(expected[i]));
            double difference = Math.abs((double) expected[i] - actual[i]);
            worst = Double.isFinite(difference) ? Math.max(worst, difference) : Double.MAX_VALUE;
        }
        return say(what, scale == 0 ? worst : worst / scale);
    }

    /// Prints and returns a deviation.
    public static double say(String what, double deviation) {
        System.out.printf(Locale.ROOT, "golden %-32s %.2e%n", what, deviation);
        return deviation;
    }
}
