package penumbra.ui.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import penumbra.run.EventTail;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunLock;
import penumbra.run.RunRecord;
import penumbra.run.TrainingEvent;
import penumbra.run.landscape.LandscapeTail;

/// Reads a run while it grows. To be used by one thread at a time, on a worker.
final class RunReader {

    private final RunFolder folder;
    private final boolean whole;
    private final EventTail tail;
    private final LandscapeTail landscape;
    private final List<TrainingEvent> events = new ArrayList<>();
    private final List<String> damage = new ArrayList<>();
    private final SequencedMap<Integer, List<PlateResult>> plates = new TreeMap<>();
    private SequencedMap<String, String> config = new LinkedHashMap<>();
    private String notes = "";
    private Optional<Path> pictures = Optional.empty();
    private RunHistory history = RunHistory.EMPTY;
    private Optional<WatchedRun> told = Optional.empty();

    /// @param whole whether the plates of every epoch and the landscape are read as well
    RunReader(RunFolder folder, boolean whole) {
        this.folder = folder;
        this.whole = whole;
        tail = new EventTail(folder.events());
        landscape = new LandscapeTail(folder.landscape());
    }

    /// The run as it is now; the same instance when nothing came since the last call.
    WatchedRun next() throws IOException {
        EventTail.News news = tail.next();
        LandscapeTail.News map = whole ? landscape.next() : LandscapeTail.NONE;
        // To ask for a process costs more than to read: one that tells is alive.
        boolean alive =
                told.filter(WatchedRun::alive).isPresent() && !news.events().isEmpty()
                        || RunLock.holder(folder).isPresent();
        boolean mapped = RunLock.holder(folder.landscapeProcess()).isPresent();
        boolean same = news.events().isEmpty() && news.damage().isEmpty() && map.damage().isEmpty();
        if (same
                && told.filter(t ->
                                t.alive() == alive
                                        && t.mapped() == mapped
                                        && t.landscapes().equals(map.landscapes()))
                        .isPresent()) {
            return told.get();
        }
        if (config.isEmpty()) {
            RunRecord read = RunRecord.read(folder);
            config = read.config();
            notes = read.notes();
            pictures = RunPictures.of(read);
        }
        events.addAll(news.events());
        damage.addAll(news.damage());
        damage.addAll(map.damage());
        history = history.with(news.events());
        for (TrainingEvent event : news.events()) {
            if (event instanceof TrainingEvent.Epoch epoch && epoch.validation().isPresent()) {
                readPlates(epoch.epoch());
            }
        }
        WatchedRun run =
                new WatchedRun(
                        new RunRecord(folder, config, history, notes, damage),
                        events,
                        plates,
                        pictures,
                        alive,
                        map.landscapes(),
                        mapped);
        told = Optional.of(run);
        return run;
    }

    private void readPlates(int epoch) {
        if (!whole || !Files.exists(folder.plates(epoch))) {
            return;
        }
        try {
            plates.put(epoch, folder.readPlates(epoch));
        } catch (IOException e) {
            damage.add(e.getMessage());
        }
    }
}
