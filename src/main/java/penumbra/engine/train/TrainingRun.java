package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import penumbra.data.input.InputSide;
import penumbra.engine.net.Architecture;
import penumbra.engine.net.Execution;
import penumbra.engine.optim.Training;
import penumbra.engine.optim.TrainingState;
import penumbra.engine.torch.DeviceChoice;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.engine.torch.TorchMemory;
import penumbra.engine.weights.Weights;
import penumbra.engine.weights.WeightsException;
import penumbra.file.Reason;
import penumbra.run.EventLog;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunLock;
import penumbra.run.RunOption;
import penumbra.run.TrainingEvent;
import penumbra.text.Texts;

/// A run from its first epoch, or from its last checkpoint, to its end.
///
/// Belongs to one thread. After each epoch the averaged weights are validated, and all that is
/// needed to go on is on disk: a run that was killed goes on from there, bit by bit as if nothing
/// had happened.
public final class TrainingRun {

    private static final int MOST_FALLBACKS = 3;

    private final RunConfig config;
    private final TrainingData data;
    private final RunFolder folder;
    private final RunSetup setup;
    private final RunFiles files;
    private final ExecutorService workers;
    private final Executor parts;

    /// @param workers prepare batches; none of them may be the thread that trains
    /// @param parts begins its tasks at once: parts of a batch
    /// @throws RunException if the options do not fit the data
    TrainingRun(
            RunConfig config,
            TrainingData data,
            RunFolder folder,
            ExecutorService workers,
            Executor parts)
            throws RunException {
        this.config = config;
        this.data = data;
        this.folder = folder;
        this.setup = RunSetup.of(config, data);
        this.files = new RunFiles(folder, config, data);
        this.workers = workers;
        this.parts = parts;
    }

    /// A run that is new in its folder has as many epochs as fit into its minutes, which takes some
    /// batches to find out; one that is there goes on with those that it has.
    ///
    /// @param workers prepare batches; none of them may be the thread that trains
    /// @param parts begins its tasks at once: parts of a batch
    /// @throws RunException if the options do not fit the data
    public static TrainingRun of(
            RunConfig config,
            TrainingData data,
            RunFolder folder,
            ExecutorService workers,
            Executor parts)
            throws IOException, RunException, TorchException, InterruptedException {
        if (isThere(folder)) {
            return new TrainingRun(config, data, folder, workers, parts);
        }
        try {
            RunConfig fitted = Pace.fitted(config, data, workers, parts);
            return new TrainingRun(fitted, data, folder, workers, parts);
        } catch (RuntimeException e) {
            if (TorchMemory.lacked(e)) {
                throw new RunException(memory(config), e);
            }
            throw e;
        }
    }

    private static boolean isThere(RunFolder folder) {
        return Files.exists(folder.resume()) || Files.exists(folder.resumeBefore());
    }

    /// Goes through the epochs that are left.
    ///
    /// @param told every event, after those of earlier parts of the run
    /// @return how it ended: [TrainingEvent.Finished] or [TrainingEvent.Failed]
    /// @throws RunException if another process works on this run, or its files are of another one
    public TrainingEvent run(Consumer<TrainingEvent> told)
            throws IOException,
                    RunException,
                    TorchException,
                    WeightsException,
                    InterruptedException {
        try (RunLock _ = RunLock.take(folder);
                EventLog log = EventLog.open(folder.events());
                Torch torch =
                        Torch.open(device(), config.place(RunOption.LIBTORCH), config.threads())) {
            boolean resumed = isThere(folder);
            Map<String, String> notices = new LinkedHashMap<>();
            Checkpoint from = resumed ? read(notices) : start(notices);
            Journal journal = new Journal(log, told, from.progress().seconds());
            try {
                notices.forEach(journal::notice);
                data.notices().forEach(n -> journal.notice("data", n));
                if (!resumed && config.real(RunOption.MINUTES) > 0) {
                    journal.notice(
                            "pace",
                            text(
                                    "train.pace",
                                    config.text(RunOption.EPOCHS),
                                    config.text(RunOption.MINUTES)));
                }
                small(config, data).ifPresent(n -> journal.notice("small", n));
                if (execution(torch).equals(Execution.BRAIN) && !torch.multipliesBrainFloats()) {
                    journal.notice("bf16", text("train.bf16"));
                }
                Feed feed = Feed.of(config, data, workers, m -> journal.notice("picture", m));
                Checkpoint known = from.of(feed.fingerprint());
                if (!resumed) {
                    config.write(folder.arguments());
                    files.resume(known);
                } else if (!known.equals(from)) {
                    journal.notice("data-changed", text("train.data-changed"));
                }
                Epochs epochs = new Epochs(config, setup, data, files, feed, journal);
                return epochs(torch, known, epochs, journal);
            } catch (IOException e) {
                return failed(journal, "files", text("train.files", folder.path(), Reason.of(e)));
            } catch (WeightsException e) {
                return failed(journal, "files", e.getMessage());
            } catch (OutOfMemoryError _) {
                return failed(journal, "memory", memory(config));
            } catch (RuntimeException e) {
                if (TorchMemory.lacked(e)) {
                    return failed(journal, "memory", memory(config));
                }
                failed(journal, "own", text("train.own", e));
                throw e;
            }
        }
    }

    private TrainingEvent failed(Journal journal, String rule, String message) {
        TrainingEvent.Failed failed = new TrainingEvent.Failed(journal.seconds(), rule, message);
        try {
            journal.tell(0, _ -> failed);
        } catch (IOException _) {
            // A full disk takes no event either; the caller says it.
        }
        return failed;
    }

    private static String memory(RunConfig config) {
        return text("train.memory", config.text(RunOption.BATCH), config.text(RunOption.IMGSZ));
    }

    private DeviceChoice device() {
        return DeviceChoice.of(config.text(RunOption.DEVICE)).orElseThrow();
    }

    /// The newest checkpoint, or where that is damaged the one before.
    ///
    /// @param notices gets a sentence when it is
    private Checkpoint read(Map<String, String> notices) throws WeightsException, RunException {
        Checkpoint checkpoint = newest(notices);
        if (!Architecture.of(checkpoint.state().network()).equals(Optional.of(setup.network()))) {
            throw new RunException(
                    text(
                            "train.other-network",
                            folder.path(),
                            setup.network().head().classes(),
                            setup.network().head().keypoints()));
        }
        return checkpoint;
    }

    private Checkpoint newest(Map<String, String> notices) throws WeightsException, RunException {
        try {
            return Checkpoint.read(folder.resume());
        } catch (WeightsException | RunException e) {
            if (!Files.exists(folder.resumeBefore())) {
                throw e;
            }
            Checkpoint before = Checkpoint.read(folder.resumeBefore());
            notices.put(
                    "checkpoint",
                    text("train.checkpoint", e.getMessage(), before.progress().epoch()));
            return before;
        }
    }

    /// Says a larger input where nobody chose one and plates are small.
    static Optional<String> small(RunConfig config, TrainingData data) {
        List<InputSide.Seen> seen =
                data.training().stream()
                        .map(p -> new InputSide.Seen(p.size(), p.labels()))
                        .toList();
        int better = InputSide.of(data.schema(), seen);
        String usual = RunOption.IMGSZ.usual();
        return config.text(RunOption.IMGSZ).equals(usual) && better > Integer.parseInt(usual)
                ? Optional.of(text("train.small", usual, better))
                : Optional.empty();
    }

    private Checkpoint start(Map<String, String> notices) throws WeightsException {
        Weights first = FirstWeights.of(config, setup.network(), files.names(), notices);
        return new Checkpoint(
                RunProgress.start(""), TrainingState.start(first.withMetadata(shape())));
    }

    private TrainingEvent epochs(Torch torch, Checkpoint from, Epochs epochs, Journal journal)
            throws IOException, WeightsException, RunException, InterruptedException {
        Checkpoint at = from;
        boolean told = false;
        while (true) {
            try (Training training = training(torch, at)) {
                if (!told) {
                    started(torch, journal, at.progress(), training);
                    told = true;
                }
                return epochs.go(training, at.progress());
            } catch (Diverged _) {
                int times = at.progress().fallbacks() + 1;
                if (times > MOST_FALLBACKS) {
                    return failed(journal, "diverged", text("train.diverged", MOST_FALLBACKS));
                }
                Checkpoint last = Checkpoint.read(folder.resume());
                at =
                        new Checkpoint(
                                last.progress().fallenBack(journal.seconds(), times), last.state());
                journal.notice("fallback", text("train.fallback", at.progress().epoch(), times));
                journal.notices(at.progress().epoch());
            }
        }
    }

    /// Without it two and three numbers a keypoint cannot always be told apart.
    private Map<String, String> shape() {
        return Map.of(
                "kpt_shape",
                "[" + data.schema().keypointCount() + ", " + setup.network().head().dims() + "]");
    }

    private Training training(Torch torch, Checkpoint at) {
        return new Training(
                torch,
                setup.network(),
                at.state(),
                execution(torch),
                setup.losses().at(0, setup.losses().begin()),
                setup.schedule().optimizer(),
                setup.schedule().decay(),
                setup.average(),
                setup.settled(),
                RunSetup.division(config, torch, parts));
    }

    private Execution execution(Torch torch) {
        return setup.execution(torch.multipliesBrainFloats());
    }

    private void started(Torch torch, Journal journal, RunProgress progress, Training training)
            throws IOException {
        String version = TrainingRun.class.getPackage().getImplementationVersion();
        journal.tell(
                progress.epoch(),
                seconds ->
                        new TrainingEvent.Started(
                                seconds,
                                Instant.now(),
                                version == null ? "-" : version,
                                progress.epoch() + 1,
                                setup.schedule().epochs(),
                                setup.schedule().batches(),
                                TrainingData.part(data.training()),
                                TrainingData.part(data.validation()),
                                torch.device().toString(),
                                execution(torch).precision().name().toLowerCase(Locale.ROOT),
                                config.threads(),
                                training.parameters(),
                                data.schema().keypoints(),
                                data.schema().classNames()));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(TrainingRun.class, key, arguments);
    }
}
