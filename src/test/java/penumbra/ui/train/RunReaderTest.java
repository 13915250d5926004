package penumbra.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.run.EventLog;
import penumbra.run.MadeUpRun;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunLock;
import penumbra.run.TrainingEvent;

class RunReaderTest {

    private static final MadeUpRun MADE = new MadeUpRun("helium", 1, 1.5, 0.1, 3, 4);

    @TempDir Path home;

    private void tell(RunFolder folder, int from, int to) throws IOException {
        try (EventLog log = EventLog.open(folder.events())) {
            for (TrainingEvent event : MADE.events().subList(from, to)) {
                log.tell(event);
            }
        }
    }

    @Test
    void aRunThatGrowsIsReadOnAndOneThatDoesNotIsTheSameInstance() throws IOException {
        RunFolder folder = MADE.into(home.resolve("a"));
        Files.delete(folder.events());
        RunReader reader = new RunReader(folder, true);
        tell(folder, 0, 4);
        WatchedRun first = reader.next();
        assertThat(first.history().steps()).hasSize(3);
        assertThat(first.plates()).isEmpty();
        assertThat(reader.next()).isSameAs(first);
        tell(folder, 4, 7);
        WatchedRun second = reader.next();
        assertThat(second.events()).hasSize(7);
        assertThat(second.plates()).containsOnlyKeys(1);
        assertThat(second.plates().get(1)).isEqualTo(MADE.plates(1));
        assertThat(first.events()).hasSize(4);
    }

    @Test
    void furtherStepsAreToldFromAnythingElseThatHappens() throws Exception {
        RunFolder folder = MADE.into(home.resolve("a"));
        Files.delete(folder.events());
        RunReader reader = new RunReader(folder, false);
        tell(folder, 0, 2);
        WatchedRun first = reader.next();
        tell(folder, 2, 4);
        WatchedRun stepped = reader.next();
        assertThat(stepped.history().steps()).hasSize(3);
        assertThat(stepped.onlySteppedSince(first)).isTrue();
        tell(folder, 4, 7);
        WatchedRun validated = reader.next();
        assertThat(validated.onlySteppedSince(stepped)).isFalse();
        assertThat(validated.onlySteppedSince(validated)).isTrue();
        try (RunLock _ = RunLock.take(folder)) {
            WatchedRun taken = new RunReader(folder, false).next();
            assertThat(taken.onlySteppedSince(validated)).isFalse();
        }
    }

    @Test
    void aRunThatEndsIsFoundDeadOnceItTellsNothingMore() throws Exception {
        RunFolder folder = MADE.into(home.resolve("a"));
        Files.delete(folder.events());
        RunReader reader = new RunReader(folder, false);
        try (RunLock _ = RunLock.take(folder)) {
            tell(folder, 0, 2);
            assertThat(reader.next().alive()).isTrue();
        }
        tell(folder, 2, 4);
        WatchedRun last = reader.next();
        assertThat(last.history().steps()).hasSize(3);
        assertThat(last.alive()).isTrue();
        assertThat(reader.next().alive()).isFalse();
        tell(folder, 4, 5);
        assertThat(reader.next().alive()).as("a dead run's late words do not wake it").isFalse();
    }

    @Test
    void theRunBehindAnEarlierEventKnowsNothingOfLaterOnes() throws IOException {
        WatchedRun run = new RunReader(MADE.into(home.resolve("a")), true).next();
        assertThat(run.after(4).steps()).hasSize(3);
        assertThat(run.after(4).epochs()).isEmpty();
        assertThat(run.after(run.events().size())).isSameAs(run.history());
    }

    @Test
    void aLineThatCannotBeReadIsNamedAndTheRestIsThere() throws IOException {
        RunFolder folder = MADE.into(home.resolve("a"));
        Files.writeString(folder.events(), "{broken\n", StandardOpenOption.APPEND);
        Files.writeString(folder.events(), "{\"event\":\"st", StandardOpenOption.APPEND);
        WatchedRun run = new RunReader(folder, true).next();
        assertThat(run.record().damage()).singleElement().asString().contains("events.jsonl");
        assertThat(run.history().state()).isEqualTo(RunHistory.State.COMPLETED);
    }

    @Test
    void aRunWithoutEndThatNothingWorksOnIsLostAndCanBeResumed() throws Exception {
        RunFolder folder = MADE.into(home.resolve("a"));
        Files.delete(folder.events());
        tell(folder, 0, 9);
        try (RunLock _ = RunLock.take(folder)) {
            WatchedRun alive = new RunReader(folder, false).next();
            assertThat(alive.alive()).isTrue();
            assertThat(alive.lost()).isFalse();
            assertThat(alive.resumable()).isFalse();
            assertThat(alive.plates()).isEmpty();
        }
        WatchedRun killed = new RunReader(folder, false).next();
        assertThat(killed.lost()).isTrue();
        assertThat(killed.resumable()).isTrue();
    }
}
