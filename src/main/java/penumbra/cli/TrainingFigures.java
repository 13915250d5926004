package penumbra.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.head.HeadOutput;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.optim.Optimizer;
import penumbra.engine.optim.Training;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.geometry.Size;
import penumbra.model.Target;
import penumbra.run.ChildJvm;
import penumbra.run.ProcessMemory;

/// How long YOLOv8n-pose takes for the gradients of eight rendered pictures of 640 x 640 px on the
/// CPU, from the pixels to the last gradient; what share of that assigner and loss have; and by how
/// much memory grows in a thousand steps. Each in a process of its own.
///
/// The network is untrained and learns while it is measured; the loss is timed once more by itself,
/// in turns with the steps, on the output of the latest.
record TrainingFigures(int runs) {

    private static final int BATCH = 8;
    private static final int CLASSES = 16;
    private static final int SIDE = 640;
    private static final int WARM_UP = 4;
    private static final int PASSES = 4;

    /// Growth is measured on small pictures: what a step leaves behind does not depend on them.
    private static final int SMALL_SIDE = 128;

    private static final int SETTLING = 50;
    private static final int STEPS = 1000;
    private static final String GROWTH = "growth";

    /// All of the heap at once, so that memory can grow outside of it only.
    private static final List<String> FLAGS =
            Stream.concat(
                            ChildJvm.FOR_WORDS.stream(),
                            Stream.of("-Xms640m", "-Xmx640m", "-XX:+AlwaysPreTouch"))
                    .toList();

    private static final YoloV8Pose NETWORK =
            new YoloV8Pose(Scale.N, new HeadLayout(CLASSES, 4, 3));

    private static final Optimizer.Step STEP =
            new Optimizer.Step(List.of(0.0005, 0.0005, 0.0005), 0.937);

    /// Every single value of some figures.
    ///
    /// @param steps milliseconds
    /// @param shares of the loss, percent of the step beside it
    /// @param growth mebibytes
    record Measured(List<Double> steps, List<Double> shares, List<Double> growth) {}

    List<Figure> measure() throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (String precision : List.of("fp32", "bf16")) {
            Measured measured = child(precision);
            figures.add(Figure.of("train_640x8_" + precision, "ms", measured.steps()));
            figures.add(Figure.of("loss_share_" + precision, "%", measured.shares()));
        }
        figures.add(Figure.of("train_growth_1000", "MiB", child(GROWTH).growth()));
        return figures;
    }

    private Measured child(String what) throws Exception {
        return ChildProcess.run(
                Measured.class,
                FLAGS,
                "bench",
                "--training",
                what,
                "--runs",
                Integer.toString(runs));
    }

    /// What the child process does.
    ///
    /// @param what precision, or the growth
    Measured pass(String what) throws TorchException, IOException {
        Execution execution = what.equals("bf16") ? Execution.BRAIN : Execution.FAST;
        HeadLoss loss = HeadLoss.stock(NETWORK.head());
        Batch batch = Batch.rendered(what.equals(GROWTH) ? SMALL_SIDE : SIDE);
        try (Torch torch = Torch.open(Runtime.getRuntime().availableProcessors());
                Training training =
                        new Training(
                                torch,
                                NETWORK,
                                InitialWeights.of(NETWORK, 0),
                                execution,
                                loss,
                                Optimizer.Kind.ADAMW,
                                5e-4)) {
            return what.equals(GROWTH)
                    ? new Measured(List.of(), List.of(), List.of(growth(training, batch)))
                    : steps(training, batch, loss);
        }
    }

    private Measured steps(Training training, Batch batch, HeadLoss loss) {
        Measured measured = new Measured(new ArrayList<>(), new ArrayList<>(), List.of());
        for (int i = -WARM_UP; i < runs * PASSES; i++) {
            long start = System.nanoTime();
            training.add(batch.pixels(), batch.size(), batch.targets());
            double step = BenchCommand.seconds(start);
            training.step(STEP);
            HeadOutput raw = training.network().evaluate(batch.pixels(), batch.size());
            start = System.nanoTime();
            loss.evaluate(raw, batch.targets());
            double alone = BenchCommand.seconds(start);
            if (i >= 0) {
                measured.steps().add(step * 1e3);
                measured.shares().add(100 * alone / step);
            }
        }
        return measured;
    }

    private static double growth(Training training, Batch batch) throws IOException {
        double settled = 0;
        for (int i = 0; i < SETTLING + STEPS; i++) {
            if (i == SETTLING) {
                settled = ProcessMemory.residentMebibytes();
            }
            training.add(batch.pixels(), batch.size(), batch.targets());
            training.step(STEP);
        }
        return ProcessMemory.residentMebibytes() - settled;
    }

    /// Pictures and their plates as a network takes them.
    private record Batch(float[] pixels, AnchorGrid size, List<List<InputLabel>> targets) {

        static Batch rendered(int side) {
            int each = 3 * side * side;
            float[] pixels = new float[BATCH * each];
            List<List<InputLabel>> targets = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                RenderedScene scene = SyntheticScene.render(1, i, new Size(side, side));
                float[] planes = new RgbImage(side, side, scene.argb()).planes();
                System.arraycopy(planes, 0, pixels, i * each, each);
                targets.add(scene.truth().stream().flatMap(Batch::label).toList());
            }
            return new Batch(pixels, new AnchorGrid(side, side), targets);
        }

        private static Stream<InputLabel> label(Target target) {
            return target
                    .extent()
                    .map(box -> new InputLabel(target.classIndex(), box, target.keypoints()))
                    .stream();
        }
    }
}
