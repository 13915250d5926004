package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.data.input.RgbImage;
import penumbra.engine.Detector;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.Suppression;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.onnx.OnnxExport;
import penumbra.engine.weights.SafetensorsFile;
import penumbra.engine.weights.Weights;
import penumbra.run.ChildJvm;

/// How long YOLOv8n-pose takes for one input of 640 x 640 px on the CPU, from the pixels to what
/// was found, decoding and suppression included. Each way in a process of its own.
///
/// The weights are untrained, and the least score is so low that dozens of boxes are kept, more
/// than in a real picture.
///
/// @param folder for the weights
record PredictionFigures(Path folder, int runs) {

    private static final int SIDE = 640;
    private static final int CLASSES = 16;
    private static final int WARM_UP = 15;
    private static final int PASSES = 20;
    private static final Suppression MANY = new Suppression(5e-4, 0.7, false, 300);

    /// The ways: id, file and how libtorch computes.
    private record Way(String id, String file, Execution execution) {}

    private static final List<Way> WAYS =
            List.of(
                    new Way("fp32", "network.safetensors", Execution.FAST),
                    new Way("bf16", "network.safetensors", Execution.BRAIN),
                    new Way("onnx", "network.onnx", Execution.FAST));

    /// Milliseconds of each pass.
    record Passes(List<Double> milliseconds) {}

    List<Figure> measure() throws Exception {
        YoloV8Pose network = new YoloV8Pose(Scale.N, new HeadLayout(CLASSES, 4, 3));
        Weights weights = InitialWeights.of(network, 0);
        SafetensorsFile.write(folder.resolve("network.safetensors"), weights);
        OnnxExport.write(
                folder.resolve("network.onnx"), network, weights, new AnchorGrid(SIDE, SIDE), 1);
        List<Figure> figures = new ArrayList<>();
        for (Way way : WAYS) {
            Passes passes =
                    ChildProcess.run(
                            Passes.class,
                            ChildJvm.FOR_WORDS,
                            "bench",
                            "--prediction",
                            way.id(),
                            "--place",
                            folder.toString(),
                            "--runs",
                            Integer.toString(runs));
            figures.add(Figure.of("predict_640_" + way.id(), "ms", passes.milliseconds()));
        }
        return figures;
    }

    /// What the child process does.
    ///
    /// @param id of the way
    Passes pass(String id) throws Exception {
        Way way = WAYS.stream().filter(w -> w.id().equals(id)).findFirst().orElseThrow();
        int[] rgb = new int[SIDE * SIDE];
        Arrays.setAll(rgb, i -> i * 0x9E3779B1 >>> 8);
        RgbImage input = new RgbImage(SIDE, SIDE, rgb);
        List<Double> milliseconds = new ArrayList<>();
        int threads = Runtime.getRuntime().availableProcessors();
        try (Detector detector =
                Detector.open(folder.resolve(way.file()), way.execution(), threads)) {
            for (int i = -WARM_UP; i < runs * PASSES; i++) {
                long start = System.nanoTime();
                MANY.detections(detector.detect(input, MANY.confidence()), 0);
                if (i >= 0) {
                    milliseconds.add(BenchCommand.seconds(start) * 1e3);
                }
            }
        }
        return new Passes(milliseconds);
    }
}
