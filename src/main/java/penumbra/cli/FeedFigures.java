package penumbra.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import penumbra.data.ImageReader;
import penumbra.data.augment.Augmentation;
import penumbra.data.load.Batch;
import penumbra.data.load.Epoch;
import penumbra.data.load.Loader;
import penumbra.data.load.LoaderOptions;
import penumbra.data.load.PictureStore;
import penumbra.data.load.Sampler;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.HeadLayout;
import penumbra.engine.loss.HeadLoss;
import penumbra.engine.net.Division;
import penumbra.engine.net.Execution;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.net.Scale;
import penumbra.engine.net.YoloV8Pose;
import penumbra.engine.optim.Average;
import penumbra.engine.optim.Optimizer;
import penumbra.engine.optim.Training;
import penumbra.engine.optim.TrainingState;
import penumbra.engine.torch.Torch;

/// What feeding and dividing batches change for a step of YOLOv8n-pose, eight pictures of 640 px on
/// the CPU, in the precision that a run takes by itself: a step with real loading and augmentation
/// over one with the same batch always, pictures being decoded already; and a step whose batch is
/// computed as a whole over one in parts. Ratios of steps taken in turns.
///
/// @param folder where the data set is made
/// @param pool prepares batches
/// @param parts begins its tasks at once
record FeedFigures(Path folder, int runs, ExecutorService pool, Executor parts) {

    private static final int PICTURES = 64;
    private static final int SIDE = 640;
    private static final int BATCH = 8;
    private static final int CLASSES = 16;
    private static final int AHEAD = 2;
    private static final int WARM_UP = 2;
    private static final long MEMORY = 256L << 20;

    private static final Optimizer.Step STEP =
            new Optimizer.Step(List.of(0.0005, 0.0005, 0.0005), 0.937);

    List<Figure> measure() throws Exception {
        Loader loader =
                new Loader(
                        RenderedPictures.write(folder.resolve("feed"), PICTURES, pool),
                        new LoaderOptions(BATCH, Augmentation.DEFAULT, Sampler.SHUFFLED, 0, AHEAD),
                        new PictureStore(
                                SIDE,
                                MEMORY,
                                Optional.empty(),
                                ImageReader::read,
                                FeedFigures::fail),
                        pool,
                        FeedFigures::fail);
        int threads = Runtime.getRuntime().availableProcessors();
        HeadLayout layout = new HeadLayout(CLASSES, 4, 3);
        try (Torch torch = Torch.open(threads);
                Training whole = training(torch, layout, Division.NONE);
                Training parted = training(torch, layout, Division.of(parts, BATCH, threads))) {
            return measure(loader, whole, parted);
        }
    }

    private static Training training(Torch torch, HeadLayout layout, Division division) {
        YoloV8Pose network = new YoloV8Pose(Scale.N, layout);
        return new Training(
                torch,
                network,
                TrainingState.start(InitialWeights.of(network, 0)),
                torch.multipliesBrainFloats() ? Execution.BRAIN : Execution.FAST,
                HeadLoss.stock(layout),
                Optimizer.Kind.ADAMW,
                5e-4,
                Average.Rule.STOCK,
                true,
                division);
    }

    private List<Figure> measure(Loader loader, Training whole, Training parted) {
        Batch same;
        try (Epoch batches = loader.epoch(0, true)) {
            same = batches.next();
        }
        List<Double> divided = new ArrayList<>();
        List<Double> loaded = new ArrayList<>();
        for (int run = -WARM_UP; run < runs; run++) {
            int steps = PICTURES / BATCH;
            double fixed = seconds(parted, same, steps);
            double undivided = seconds(whole, same, steps);
            long start = System.nanoTime();
            try (Epoch batches = loader.epoch(run + WARM_UP + 1, true)) {
                while (batches.hasNext()) {
                    Batch batch = batches.next();
                    step(parted, batch);
                    loader.recycle(batch);
                }
            }
            double fed = BenchCommand.seconds(start);
            if (run >= 0) {
                divided.add(undivided / fixed);
                loaded.add(fed / fixed);
            }
        }
        return List.of(
                Figure.of("step_whole_over_parts", "1", divided),
                Figure.of("step_loaded_over_fixed", "1", loaded));
    }

    private static double seconds(Training training, Batch batch, int steps) {
        long start = System.nanoTime();
        for (int i = 0; i < steps; i++) {
            step(training, batch);
        }
        return BenchCommand.seconds(start);
    }

    private static void step(Training training, Batch batch) {
        training.add(batch.pixels(), new AnchorGrid(batch.side(), batch.side()), batch.targets());
        training.step(STEP);
    }

    private static void fail(String sentence) {
        throw new IllegalStateException(sentence);
    }
}
