package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Document;
import penumbra.edit.Edit;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

class ProjectStoreTest {

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private final Scenes scenes = new Scenes(1);

    @AfterEach
    void stop() {
        io.close();
    }

    private Path file() {
        return folder.resolve("Spiel #1 100%.penumbra");
    }

    private static List<Edit> adding(List<LabelledImage> pictures) {
        return pictures.stream().map(p -> Edit.add("import", p)).toList();
    }

    @Test
    void aNewProjectIsEmptyAndHasItsSchema() throws StoreException {
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            assertThat(store.project()).isEqualTo(Project.empty(Schema.ARMOR_PLATE));
            assertThat(store.readOnly()).isFalse();
            assertThat(store.replay()).isEqualTo(store.project());
            assertThat(store.file().folder()).isEqualTo(folder);
        }
        assertThat(file()).exists();
    }

    @Test
    void whatIsCommittedIsReadBackByTheNextStoreExactly() throws Exception {
        List<LabelledImage> pictures = scenes.pictures(20);
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            for (Edit edit : adding(pictures)) {
                store.commit(edit, "Ada").get();
            }
            assertThat(store.notOnDisk()).isEmpty();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project()).isEqualTo(Project.of(Schema.ARMOR_PLATE, pictures));
            assertThat(store.replay()).isEqualTo(store.project());
            store.verify();
        }
    }

    @Test
    void everyDoubleComesBackBitForBit() throws Exception {
        List<LabelledImage> pictures = new ArrayList<>();
        for (long id = 1; id <= 300; id++) {
            pictures.add(scenes.extreme(id));
        }
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            store.commitAll(Optional.empty(), adding(pictures), "").get();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            // A record compares doubles by Double.compare, for which -0.0 is not 0.0.
            assertThat(store.project().images()).isEqualTo(pictures);
            assertThat(store.replay().images()).isEqualTo(pictures);
        }
    }

    @Test
    void aChangedAndARemovedPictureAreStoredAndJournalled() throws Exception {
        LabelledImage one = scenes.picture(1, 2);
        LabelledImage changed = scenes.picture(1, 3).withState(LabelState.FLAGGED, "why?");
        LabelledImage two = scenes.picture(2, 1);
        Instant before = Instant.now();
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            store.commit(Edit.add("import", one), "Ada");
            store.commit(Edit.add("import", two), "Ada");
            store.commit(Edit.change("add-plate", one, changed), "Bo");
            store.commit(Edit.add("import", two).inverse(), "Cy").get();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project().images()).containsExactly(changed);
            List<JournalEntry> journal = store.journal();
            assertThat(journal).extracting(JournalEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(journal)
                    .extracting(JournalEntry::annotator)
                    .containsExactly("", "Ada", "Ada", "Bo", "Cy");
            assertThat(journal.getFirst().change())
                    .isEqualTo(new Change.OfSchema(Optional.empty(), Schema.ARMOR_PLATE));
            assertThat(journal.get(3).change())
                    .isEqualTo(new Change.OfPicture(Edit.change("add-plate", one, changed)));
            assertThat(journal)
                    .allSatisfy(e -> assertThat(e.time()).isBetween(before, Instant.now()));
        }
    }

    @Test
    void anImportWithAGrownSchemaIsOneTransactionAndItsSchemaIsJournalled() throws Exception {
        Schema grown = Schema.ARMOR_PLATE.withClass("N3");
        LabelledImage picture = scenes.picture(7, 1);
        LabelledImage unlit =
                picture.withTargets(List.of(picture.targets().getFirst().withClassIndex(16)));
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            store.commitAll(Optional.of(grown), adding(List.of(unlit)), "import").get();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project()).isEqualTo(Project.of(grown, List.of(unlit)));
            assertThat(store.journal().get(1).change())
                    .isEqualTo(new Change.OfSchema(Optional.of(Schema.ARMOR_PLATE), grown));
            assertThat(store.replay()).isEqualTo(store.project());
        }
    }

    @Test
    void aSchemaThatShrinksOrRenamesIsStored() throws Exception {
        Schema plain = Schema.plain(List.of("a", "b", "c", "d"), List.of("one", "two"));
        Schema fewer = Schema.plain(List.of("d", "c"), List.of("two"));
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            store.commitAll(Optional.of(plain), List.of(), "").get();
            store.commitAll(Optional.of(fewer), List.of(), "").get();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project().schema()).isEqualTo(fewer);
            assertThat(store.replay().schema()).isEqualTo(fewer);
        }
    }

    @Test
    void aFailedImportLeavesNothingBehindAndStopsTheStore() throws Exception {
        List<LabelledImage> pictures = scenes.pictures(3);
        List<Edit> edits = new ArrayList<>(adding(pictures));
        edits.add(Edit.add("import", pictures.getFirst()));
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            CompletableFuture<Void> failed = store.commitAll(Optional.empty(), edits, "Ada");
            CompletableFuture<Void> later =
                    store.commit(Edit.add("import", scenes.picture(9, 1)), "Ada");
            assertThatThrownBy(failed::get)
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("does not fit what is stored (import)")
                    .hasMessageContaining(file().toString());
            assertThatThrownBy(later::get).hasCauseInstanceOf(StoreException.class);
            assertThat(store.notOnDisk()).hasSize(5);
            assertThat(store.replay()).isEqualTo(Project.empty(Schema.ARMOR_PLATE));
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project()).isEqualTo(Project.empty(Schema.ARMOR_PLATE));
        }
    }

    @Test
    void aTextThatNoFileCanHoldIsRefusedAndNotChanged() throws Exception {
        LabelledImage half = scenes.picture(1, 1).withState(LabelState.FLAGGED, "half \uD83D");
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            assertThatThrownBy(() -> store.commit(Edit.add("note", half), "Ada").get())
                    .cause()
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("half a character");
            assertThat(store.notOnDisk()).hasSize(1);
        }
    }

    @Test
    void anEditIsRefusedAfterClosingAndNamedAsNotOnDisk() throws Exception {
        ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io);
        store.close();
        Edit edit = Edit.add("import", scenes.picture(1, 1));
        assertThat(store.commit(edit, "Ada"))
                .failsWithin(java.time.Duration.ZERO)
                .withThrowableThat()
                .withCauseInstanceOf(StoreException.class);
        assertThat(store.notOnDisk()).containsExactly(edit);
    }

    @Test
    void closingWaitsForWhatWasHandedOverAndLeavesOneFileAndTheLock() throws Exception {
        List<LabelledImage> pictures = scenes.pictures(50);
        ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io);
        List<CompletableFuture<Void>> commits =
                adding(pictures).stream().map(e -> store.commit(e, "Ada")).toList();
        store.close();
        assertThat(commits).allSatisfy(c -> assertThat(c).isCompleted());
        try (var left = Files.list(folder)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            file().getFileName().toString(), file().getFileName() + ".lock");
        }
    }

    @Test
    void aDocumentIsSavedWhenItsLastEditIsOnDisk() throws Exception {
        LabelledImage picture = scenes.picture(1, 1);
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            Document document = new Document(store.project());
            List<CompletableFuture<Void>> commits = new ArrayList<>();
            document.onStep(step -> {
                Project now = document.project();
                commits.add(store.commit(step, "Ada").thenRun(() -> document.markSaved(now)));
            });
            document.apply(Edit.add("import", picture));
            document.apply(Edit.change("clear", picture, picture.withTargets(List.of())));
            document.undo();
            commits.getLast().get();
            assertThat(document.isSaved()).isTrue();
            assertThat(store.replay()).isEqualTo(document.project());
        }
    }

    @Test
    void theJournalCannotBeChangedByAnyone() throws Exception {
        ProjectStore.create(file(), Schema.ARMOR_PLATE, io).close();
        try (Connection sql = Database.connect(file(), Database.Mode.WRITE)) {
            for (String statement :
                    List.of(
                            "UPDATE journal SET annotator = 'x'",
                            "DELETE FROM journal",
                            "REPLACE INTO journal VALUES (1,'','','',NULL,NULL,'',0)",
                            "INSERT INTO journal VALUES (5,'','','',NULL,NULL,'',0)")) {
                assertThatThrownBy(() -> Database.execute(sql, statement))
                        .isInstanceOf(SQLException.class)
                        .hasMessageContaining("append-only");
            }
        }
    }
}
