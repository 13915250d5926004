package penumbra.engine.train;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import penumbra.data.load.Batch;
import penumbra.data.load.Epoch;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.loss.BatchLoss;
import penumbra.engine.net.InitialWeights;
import penumbra.engine.optim.Training;
import penumbra.engine.optim.TrainingState;
import penumbra.engine.torch.DeviceChoice;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.format.yolo.LoadedPicture;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunOption;

/// How fast a run is on this machine, measured by some batches of a network that is thrown away.
///
/// @param step seconds of a batch
/// @param validation seconds of all pictures that are held back
/// @param batches of an epoch
record Pace(double step, double validation, int batches) {

    /// The first batches are slower: memory is found, kernels are chosen, pictures decoded.
    private static final int WARM_UP = 10;

    private static final int MEASURED = 6;
    private static final int MOST_LOOKED_AT = 16;

    /// Seconds in which an epoch writes its checkpoint.
    private static final double WRITING = 0.5;

    /// The run with as many epochs as fit into its minutes, at least one; as it is where it has
    /// none.
    ///
    /// @throws RunException if the options do not fit the data
    static RunConfig fitted(
            RunConfig config, TrainingData data, ExecutorService workers, Executor parts)
            throws IOException, RunException, TorchException, InterruptedException {
        double minutes = config.real(RunOption.MINUTES);
        if (minutes == 0) {
            return config;
        }
        long start = System.nanoTime();
        Pace pace = measured(config, data, workers, parts);
        double left = 60 * minutes - seconds(start);
        return config.with(RunOption.EPOCHS, Integer.toString(pace.epochs(left)));
    }

    /// How many epochs fit into a time, at least one.
    ///
    /// @param seconds that there are
    int epochs(double seconds) {
        int most = 100_000;
        return (int) Math.clamp(seconds / (batches * step + validation + WRITING), 1, most);
    }

    private static Pace measured(
            RunConfig config, TrainingData data, ExecutorService workers, Executor parts)
            throws IOException, RunException, TorchException, InterruptedException {
        RunSetup setup = RunSetup.of(config, data);
        BatchLoss loss = setup.losses().at(0, setup.losses().begin());
        try (Torch torch =
                        Torch.open(
                                DeviceChoice.of(config.text(RunOption.DEVICE)).orElseThrow(),
                                config.place(RunOption.LIBTORCH),
                                config.threads());
                Training training =
                        new Training(
                                torch,
                                setup.network(),
                                TrainingState.start(InitialWeights.of(setup.network(), 0)),
                                setup.execution(torch.multipliesBrainFloats()),
                                loss,
                                setup.schedule().optimizer(),
                                setup.schedule().decay(),
                                setup.average(),
                                setup.settled(),
                                RunSetup.division(config, torch, parts))) {
            Feed feed = Feed.of(config, data, workers, _ -> {});
            double step = step(training, setup, feed);
            return new Pace(
                    step,
                    validation(training, loss, config, data.validation()),
                    setup.schedule().batches());
        }
    }

    /// The middle one of some batches, epoch after epoch where one has too few.
    private static double step(Training training, RunSetup setup, Feed feed) {
        List<Double> seconds = new ArrayList<>();
        for (int number = 0; seconds.size() < WARM_UP + MEASURED; number++) {
            try (Epoch epoch = feed.loader().epoch(number, true)) {
                while (epoch.hasNext() && seconds.size() < WARM_UP + MEASURED) {
                    seconds.add(step(training, setup, epoch.next()));
                }
            }
        }
        List<Double> warm = new ArrayList<>(seconds.subList(WARM_UP, seconds.size()));
        warm.sort(null);
        return (warm.get(MEASURED / 2 - 1) + warm.get(MEASURED / 2)) / 2;
    }

    private static double step(Training training, RunSetup setup, Batch batch) {
        long start = System.nanoTime();
        try {
            training.add(
                    batch.pixels(), new AnchorGrid(batch.side(), batch.side()), batch.targets());
            training.step(setup.schedule().step(0));
        } catch (ArithmeticException _) {
            // As long as another one.
        }
        return seconds(start);
    }

    private static double validation(
            Training training, BatchLoss loss, RunConfig config, List<LoadedPicture> pictures) {
        List<LoadedPicture> some = pictures.subList(0, Math.min(MOST_LOOKED_AT, pictures.size()));
        if (some.isEmpty()) {
            return 0;
        }
        HeldBack held = Feed.heldBack(config, some, _ -> {});
        look(held, training, loss);
        long start = System.nanoTime();
        look(held, training, loss);
        return seconds(start) * pictures.size() / some.size();
    }

    private static void look(HeldBack held, Training training, BatchLoss loss) {
        try {
            held.look(training.average().network(), loss);
        } catch (ArithmeticException _) {
            // As long as another one.
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
