package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

/// Bytes flipped in copies of a project with 59 pictures and 93 journal entries.
class DamageTest {

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private final List<Project> history = new ArrayList<>();
    private Path file;
    private Project original;

    @AfterEach
    void stop() {
        io.close();
    }

    @BeforeEach
    void makeProject() throws Exception {
        file = folder.resolve("original.penumbra");
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            label(store);
            original = store.replay();
        }
    }

    private void label(ProjectStore store) throws Exception {
        Scenes scenes = new Scenes(5);
        List<LabelledImage> pictures = scenes.pictures(60);
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < 60; i += 2) {
            LabelledImage before = pictures.get(i);
            edits.add(Edit.change("redraw", before, scenes.picture(before.id(), 3)));
        }
        edits.add(Edit.add("import", pictures.get(11)).inverse());
        Schema grown = Schema.ARMOR_PLATE.withClass("N1");
        store.commitAll(
                Optional.of(grown),
                pictures.stream().map(p -> Edit.add("import", p)).toList(),
                "import");
        Project now = Project.of(grown, pictures);
        history.add(Project.empty(Schema.ARMOR_PLATE));
        history.add(now);
        for (Edit edit : edits) {
            now = edit.applyTo(now);
            history.add(now);
            store.commit(edit, "Ada");
        }
        store.commitAll(Optional.empty(), List.of(), "").get();
    }

    private static byte[] flipped(byte[] bytes, int flips, Random random) {
        byte[] damaged = bytes.clone();
        for (int i = 0; i < flips; i++) {
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
        }
        return damaged;
    }

    @Test
    void aFlippedByteIsHarmlessOrDetectedAndTheRescueCopyHasEveryLabel() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(17);
        int detected = 0;
        for (int i = 0; i < 1000; i++) {
            Path copy = Files.write(folder.resolve("c" + i), flipped(bytes, 1, random));
            try (ProjectStore store = ProjectStore.open(copy, io)) {
                assertThat(store.project()).isEqualTo(original);
                assertThat(journalOf(store)).isIn(Optional.empty(), Optional.of(original));
            } catch (StoreException e) {
                detected++;
                assertThat(e.getMessage()).contains(copy.toString()).doesNotContain("\n");
                Path rescued = folder.resolve("r" + i);
                RescueReport report = Rescue.copy(copy, rescued);
                try (ProjectStore store = ProjectStore.open(rescued, io)) {
                    assertThat(store.project()).as("%s", report).isEqualTo(original);
                    store.verify();
                }
                assertThat(Files.readAllBytes(copy)).hasSize(bytes.length);
            }
        }
        assertThat(detected).as("flips that cannot be harmless").isGreaterThan(100);
    }

    /// The project of the journal, empty when the journal is known to be damaged.
    private static Optional<Project> journalOf(ProjectStore store) {
        try {
            return Optional.of(store.replay());
        } catch (StoreException e) {
            assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
            return Optional.empty();
        }
    }

    @Test
    void whatManyFlippedBytesTakeFromTheRescueCopyIsNamedInTheReport() throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        Random random = new Random(23);
        int rescued = 0;
        int incomplete = 0;
        for (int i = 0; i < 100; i++) {
            Path copy = Files.write(folder.resolve("c" + i), flipped(bytes, 60, random));
            assertThatThrownBy(() -> ProjectStore.open(copy, io).close())
                    .isInstanceOf(StoreException.class);
            try {
                RescueReport report = Rescue.copy(copy, folder.resolve("r" + i));
                Project left = read(report.file());
                rescued++;
                incomplete += left.equals(original) ? 0 : 1;
                assertDifferencesAreNamed(left, report);
            } catch (StoreException e) {
                assertThat(e.reason()).isIn(Reason.DAMAGED, Reason.NOT_A_PROJECT);
            }
        }
        assertThat(rescued).isGreaterThan(90);
        assertThat(incomplete).as("copies that put the report to the test").isGreaterThan(5);
    }

    private Project read(Path rescued) throws StoreException {
        try (ProjectStore store = ProjectStore.open(rescued, io)) {
            store.verify();
            return store.project();
        }
    }

    /// A picture that differs is named. One that is gone is, where anything still names it; the
    /// report then says at least that pictures are missing.
    private void assertDifferencesAreNamed(Project left, RescueReport report) {
        String said = String.join("\n", report.findings());
        assertThat(left.images())
                .allSatisfy(image -> {
                    if (!original.image(image.id()).equals(Optional.of(image))) {
                        assertThat(said).contains("Picture " + image.id() + " (");
                    }
                });
        if (!left.equals(original)) {
            assertThat(said).contains("The copy has " + left.images().size() + " pictures");
        }
    }

    @Test
    void aFlippedByteInTheLogOfAKilledProcessLeavesAStateTheProjectOnceHad() throws Exception {
        Path live = folder.resolve("live.penumbra");
        byte[] bytes;
        byte[] log;
        try (ProjectStore store = ProjectStore.create(live, Schema.ARMOR_PLATE, io)) {
            history.clear();
            label(store);
            bytes = Files.readAllBytes(live);
            log = Files.readAllBytes(NewProject.logOf(live));
        }
        Random random = new Random(31);
        for (int i = 0; i < 60; i++) {
            Path copy = Files.write(folder.resolve("c" + i), bytes);
            Files.write(NewProject.logOf(copy), i == 0 ? log : flipped(log, 1, random));
            try (ProjectStore store = ProjectStore.open(copy, io)) {
                assertThat(history).contains(store.project());
                assertThat(store.replay()).isEqualTo(store.project());
                if (i == 0) {
                    assertThat(store.project()).isEqualTo(history.getLast());
                }
            }
        }
    }

    @Test
    void theDamagedPartIsNamed() throws Exception {
        assertSaid("UPDATE keypoint SET x = x + 1e-9 WHERE picture = 7 AND plate = 0", "picture 7");
        assertSaid("UPDATE picture SET note = 'x' WHERE id > 57", "picture 58 and more");
        assertSaid("UPDATE schema_class SET colour = '#123456' WHERE position = 3", "classes");
        assertSaid("DELETE FROM picture WHERE id = 9", "the number of its pictures");
        assertSaid("DELETE FROM seal", "");
    }

    @Test
    void aChangedJournalEntryIsNamedByTheJournalButDoesNotKeepTheProjectFromOpening()
            throws Exception {
        Path copy = copyWith("DROP TRIGGER journal_update");
        execute(copy, "UPDATE journal SET after = replace(after, '1', '2') WHERE seq = 40");
        try (ProjectStore store = ProjectStore.open(copy, io)) {
            assertThat(store.project()).isEqualTo(original);
            assertThatThrownBy(store::replay).hasMessageContaining("(journal entry 40)");
            assertThatThrownBy(store::verify).hasMessageContaining("(journal entry 40)");
        }
    }

    private void assertSaid(String sql, String part) throws Exception {
        Path copy = copyWith(sql);
        assertThatThrownBy(() -> ProjectStore.open(copy, io))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(part)
                .extracting(e -> ((StoreException) e).reason())
                .isEqualTo(Reason.DAMAGED);
        Rescue.copy(copy, folder.resolve("rescued"));
        assertThat(read(folder.resolve("rescued"))).isEqualTo(original);
        Files.delete(folder.resolve("rescued"));
        Files.delete(copy);
    }

    private Path copyWith(String sql) throws Exception {
        Path copy = Files.copy(file, folder.resolve("copy.penumbra"));
        execute(copy, sql);
        return copy;
    }

    private static void execute(Path copy, String sql) throws Exception {
        try (var connection = Database.connect(copy, Database.Mode.WRITE)) {
            Database.execute(connection, sql);
        }
    }
}
