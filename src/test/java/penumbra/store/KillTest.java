package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.model.Schema;

/// `kill -9` while a [ScriptedPerson] labels.
class KillTest {

    private static final int LIVES = 50;

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private Path file;

    @BeforeEach
    void makeProject() throws StoreException {
        file = folder.resolve("killed.penumbra");
        ProjectStore.create(file, Schema.ARMOR_PLATE, io).close();
    }

    @AfterEach
    void stop() {
        io.close();
    }

    private Process startPerson(long seed, long entries) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ScriptedPerson.class.getName(),
                        file.toString(),
                        Long.toString(seed),
                        Long.toString(entries))
                .redirectError(new File(folder.toFile(), "errors.txt"))
                .start();
    }

    @Test
    void noKilledProcessTakesAnAcknowledgedEditWithItOrLeavesAnythingButTheProject()
            throws Exception {
        Random random = new Random(50);
        List<String> stamps = new ArrayList<>();
        int diedBeforeTelling = 0;
        for (int life = 0; life < LIVES; life++) {
            List<String> promised = new ArrayList<>(stamps);
            promised.addAll(liveAndDie(life, 1 + stamps.size(), random));
            stamps = check(life);
            assertThat(stamps)
                    .as("after life %d", life)
                    .hasSizeGreaterThanOrEqualTo(promised.size());
            assertThat(stamps.subList(0, promised.size()))
                    .as("after life %d: all that was ever acknowledged, in order", life)
                    .isEqualTo(promised);
            diedBeforeTelling += stamps.size() > promised.size() ? 1 : 0;
        }
        assertThat(stamps).hasSizeGreaterThan(LIVES);
        assertThat(diedBeforeTelling).as("kills between writing and telling").isPositive();
    }

    /// @return the stamps printed before the process died
    private List<String> liveAndDie(int life, int entries, Random random) throws Exception {
        int lastLine = random.nextInt(60);
        long jitter = random.nextLong(1_000_000);
        Process person = startPerson(life, entries);
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = person.inputReader(StandardCharsets.UTF_8)) {
            String line;
            while ((line = out.readLine()) != null) {
                lines.add(line);
                if (lines.size() > lastLine && person.isAlive()) {
                    for (long i = 0; i < jitter; i++) {
                        Thread.onSpinWait();
                    }
                    // The handle, because Process closes the pipe that still holds lines.
                    person.toHandle().destroyForcibly();
                    lastLine = Integer.MAX_VALUE;
                }
            }
        } finally {
            person.destroyForcibly();
        }
        assertThat(person.waitFor()).as(errors()).isNotZero();
        assertThat(lines).first().isEqualTo("opening");
        return lines.subList(1, lines.size());
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors.txt"));
    }

    /// Opens what was left and verifies all of it. Every second time that is a copy, so that the
    /// next life finds the log that the last one left.
    ///
    /// @return the stamps of all edits in the journal
    private List<String> check(int life) throws Exception {
        Path left = file;
        if (life % 2 == 1) {
            left = folder.resolve("copy" + life + ".penumbra");
            Files.copy(file, left);
            if (Files.exists(NewProject.logOf(file))) {
                Files.copy(NewProject.logOf(file), NewProject.logOf(left));
            }
        }
        try (ProjectStore store = ProjectStore.open(left, io)) {
            assertThat(store.readOnly()).as("the lock died with the process").isFalse();
            store.verify();
            List<String> stamps = new ArrayList<>();
            for (JournalEntry entry : store.journal()) {
                if (entry.change() instanceof Change.OfPicture(var edit)) {
                    stamps.add(ScriptedPerson.stamp(entry.seq(), edit));
                }
            }
            return stamps;
        }
    }

    @Test
    void anotherProcessIsNamedByItsNumberAndItsLockDiesWithIt() throws Exception {
        Process person = startPerson(1, 1);
        try (BufferedReader out = person.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("opening");
            assertThat(out.readLine()).as(errors()).isNotNull();
            try (ProjectStore second = ProjectStore.open(file, io)) {
                assertThat(second.readOnlyBecause())
                        .hasValueSatisfying(
                                s -> assertThat(s).contains("process " + person.pid() + " of "));
                assertThat(second.project().schema()).isEqualTo(Schema.ARMOR_PLATE);
            }
        } finally {
            person.destroyForcibly().waitFor();
        }
        try (ProjectStore next = ProjectStore.open(file, io)) {
            assertThat(next.readOnly()).isFalse();
        }
    }
}
