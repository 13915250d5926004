package penumbra.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import penumbra.engine.torch.Torch;
import penumbra.engine.torch.TorchException;
import penumbra.engine.weights.WeightsException;
import penumbra.format.yolo.LoadedPicture;
import penumbra.run.EventTail;
import penumbra.run.LandscapeProcess;
import penumbra.run.RunConfig;
import penumbra.run.RunException;
import penumbra.run.RunFolder;
import penumbra.run.RunLock;
import penumbra.run.TrainingEvent;
import penumbra.run.landscape.LandscapeEvent;
import penumbra.run.landscape.Refinement;
import penumbra.text.Texts;

/// The loss of a run over planes through the averaged weights of its newest checkpoint, coarse
/// first, each node a line of `landscape.jsonl` as soon as it is known. Nodes that are there are
/// not computed again.
///
/// Goes on beside the training, in a process of its own and on one thread of it, on the CPU and in
/// single precision whatever the run itself uses.
public final class LandscapeRun {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final RunConfig config;
    private final TrainingData data;
    private final RunFolder folder;
    private final Wish wish;

    /// What a person asks for.
    ///
    /// @param pictures held back that the loss is the mean over, spread evenly; all where there are
    ///   fewer
    /// @param seed of the random directions: the same one for runs that are to be compared
    /// @param finest nodes along a side of the last grid
    /// @param follow whether it begins anew with every new best epoch, until the run has ended
    /// @param share of one thread that it is kept to, for the record
    public record Wish(int pictures, long seed, int finest, boolean follow, double share) {

        public Wish {
            if (pictures < 1 || !Refinement.SIDES.contains(finest)) {
                throw new IllegalArgumentException(pictures + " pictures, " + finest + " nodes");
            }
        }
    }

    /// Rests for as long as is due after a node, and at least as long as that.
    @FunctionalInterface
    public interface Pace {
        void rest(Duration least) throws InterruptedException;
    }

    /// @param data as it is now; the pictures should be those that the run holds back
    public LandscapeRun(RunConfig config, TrainingData data, RunFolder folder, Wish wish) {
        this.config = config;
        this.data = data;
        this.folder = folder;
        this.wish = wish;
    }

    /// Computes what is missing.
    ///
    /// @param told gets everything that is written
    /// @param notice gets a sentence about each picture that could not be read
    /// @throws RunException if there is no checkpoint or nothing held back, or another process is
    ///   at work on this landscape
    public void run(Consumer<LandscapeEvent> told, Pace pace, Consumer<String> notice)
            throws IOException,
                    RunException,
                    TorchException,
                    WeightsException,
                    InterruptedException {
        Optional<RunLock> lock = RunLock.take(folder.landscapeProcess());
        if (lock.isEmpty()) {
            throw LandscapeProcess.busy(folder);
        }
        try (RunLock _ = lock.get();
                LandscapeLog log = LandscapeLog.open(folder.landscape(), told);
                Torch torch = Torch.open(1)) {
            HeldBack held = Feed.heldBack(config, chosen(), notice);
            if (held.pictures().isEmpty()) {
                throw new RunException(text("landscape.nothing", folder.path()));
            }
            BestEpoch best = new BestEpoch(folder);
            int epoch;
            do {
                epoch = around(torch, held, log, pace, best);
            } while (wish.follow() && waitForBetter(epoch, pace, best));
        }
    }

    /// Every n-th of the pictures that are held back.
    private List<LoadedPicture> chosen() {
        List<LoadedPicture> all = data.validation();
        int count = Math.min(wish.pictures(), all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    /// The landscape of the newest checkpoint, given up where a better epoch comes and is wanted.
    ///
    /// @return the epoch
    private int around(Torch torch, HeldBack held, LandscapeLog log, Pace pace, BestEpoch best)
            throws IOException, RunException, WeightsException, InterruptedException {
        if (!Files.exists(folder.resume())) {
            throw new RunException(text("landscape.none", folder.path()));
        }
        Checkpoint checkpoint = Checkpoint.read(folder.resume());
        int epoch = checkpoint.progress().epoch();
        RunSetup setup = RunSetup.of(config, data);
        log.tell(
                new LandscapeEvent.Started(
                        Instant.now(),
                        epoch,
                        held.pictures().size(),
                        held.pictures().stream().mapToInt(h -> h.loaded().labels().size()).sum(),
                        wish.seed(),
                        held.hasTruth(),
                        Feed.fingerprint(List.of(), held.pictures()),
                        wish.share()));
        try (LandscapePlanes planes =
                LandscapePlanes.of(torch, setup, checkpoint, folder, wish.seed())) {
            for (LandscapePlanes.Sheet sheet : planes.sheets()) {
                log.tell(sheet.plane());
            }
            for (int side : Refinement.SIDES.subList(0, 1 + levels())) {
                for (LandscapePlanes.Sheet sheet : planes.sheets()) {
                    for (Refinement.Node node : Refinement.added(side)) {
                        if (log.knows(sheet.plane().plane(), node)) {
                            continue;
                        }
                        log.tell(planes.height(sheet, node, held, data.schema()));
                        pace.rest(Duration.ZERO);
                        if (wish.follow() && best.after(epoch)) {
                            return epoch;
                        }
                    }
                }
            }
        }
        return epoch;
    }

    private int levels() {
        return Refinement.SIDES.indexOf(wish.finest());
    }

    /// @return false when the run has ended without a better epoch
    private boolean waitForBetter(int epoch, Pace pace, BestEpoch best)
            throws IOException, InterruptedException {
        while (true) {
            boolean atWork = RunLock.holder(folder).isPresent();
            if (best.after(epoch)) {
                return true;
            }
            if (!atWork) {
                return false;
            }
            pace.rest(BETWEEN_LOOKS);
        }
    }

    /// The best epoch that the run told of so far.
    private static final class BestEpoch {

        private final EventTail events;
        private int newest;

        BestEpoch(RunFolder folder) {
            events = new EventTail(folder.events());
        }

        boolean after(int epoch) throws IOException {
            for (TrainingEvent event : events.next().events()) {
                if (event instanceof TrainingEvent.Checkpoint c && c.best()) {
                    newest = c.epoch();
                }
            }
            return newest > epoch;
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(LandscapeRun.class, key, arguments);
    }
}
