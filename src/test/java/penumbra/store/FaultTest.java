package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;

class FaultTest {

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private final Scenes scenes = new Scenes(9);

    @AfterEach
    void stop() {
        io.close();
    }

    private Path file() {
        return folder.resolve("match.penumbra");
    }

    private Edit adding(long id) {
        return Edit.add("import", scenes.picture(id, 2));
    }

    /// A closed project with pictures 1 to `count`.
    private Project makeProject(int count) throws Exception {
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            for (long id = 1; id <= count; id++) {
                store.commit(adding(id), "Ada").get();
            }
            return store.replay();
        }
    }

    private static void assertRefused(ThrowingCallable call, Reason reason, Object... parts) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreException.class)
                .satisfies(e -> assertThat(((StoreException) e).reason()).isEqualTo(reason))
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("%"));
        for (Object part : parts) {
            assertThatThrownBy(call).hasMessageContaining(part.toString());
        }
    }

    private static StoreException failure(CompletableFuture<Void> commit) throws Exception {
        try {
            commit.get();
        } catch (ExecutionException e) {
            return (StoreException) e.getCause();
        }
        throw new AssertionError("the edit was committed");
    }

    private Project read(Path path) throws StoreException {
        try (ProjectStore store = ProjectStore.open(path, io)) {
            store.verify();
            return store.project();
        }
    }

    @Test
    void onAFullDiskTheFirstEditThatDoesNotFitAndAllLaterOnesAreNamedAndRescued() throws Exception {
        Project before = makeProject(10);
        Project acknowledged = before;
        Project wanted = before;
        List<Edit> refused = new ArrayList<>();
        Path rescued = folder.resolve("rescued.penumbra");
        try (ProjectStore store = ProjectStore.open(file(), io, "PRAGMA max_page_count = 1")) {
            for (long id = 11; refused.size() < 3; id++) {
                Edit edit = adding(id);
                wanted = edit.applyTo(wanted);
                CompletableFuture<Void> commit = store.commit(edit, "Ada");
                if (refused.isEmpty() && commit.handle((_, e) -> e == null).get()) {
                    acknowledged = wanted;
                } else {
                    StoreException e = failure(commit);
                    assertThat(e.reason()).isEqualTo(Reason.DISK_FULL);
                    assertThat(e).hasMessageContaining(file().toString());
                    refused.add(edit);
                }
            }
            assertThat(store.notOnDisk()).isEqualTo(refused);
            assertThat(store.replay()).isEqualTo(acknowledged);
            RescueReport report = store.rescue(rescued);
            assertThat(report.findings()).isEmpty();
            assertThat(report.pictures()).isEqualTo(wanted.images().size());
            assertThat(report.targets()).isEqualTo(wanted.targetCount());
        }
        assertThat(read(file())).isEqualTo(acknowledged);
        try (ProjectStore store = ProjectStore.open(rescued, io)) {
            assertThat(store.project()).isEqualTo(wanted);
            assertThat(store.replay()).isEqualTo(wanted);
            assertThat(store.journal()).extracting(JournalEntry::annotator).last().isEqualTo("Ada");
        }
    }

    @Test
    void aProjectFileThatVanishesIsNoticedByTheNextEditAndEverythingIsRescued() throws Exception {
        Project before = makeProject(5);
        Path rescued = folder.resolve("rescued.penumbra");
        Edit late = adding(6);
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            Files.delete(file());
            StoreException e = failure(store.commit(late, "Ada"));
            assertThat(e.reason()).isEqualTo(Reason.VANISHED);
            assertThat(e).hasMessageContaining(file().toString());
            assertThat(store.notOnDisk()).containsExactly(late);
            store.rescue(rescued);
        }
        assertThat(read(rescued)).isEqualTo(late.applyTo(before));
    }

    @Test
    void aProjectFileThatIsReplacedByAnotherIsNotWrittenTo() throws Exception {
        makeProject(5);
        Path other = folder.resolve("other.penumbra");
        ProjectStore.create(other, Schema.ARMOR_PLATE, io).close();
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            Files.delete(file());
            Files.move(other, file());
            assertThat(failure(store.commit(adding(6), "Ada")).reason()).isEqualTo(Reason.VANISHED);
        }
    }

    @Test
    void whereNoLockFileCanBeMadeTheProjectIsOpenForReadingAndItsEditsCanBeRescued()
            throws Exception {
        Project before = makeProject(5);
        Files.delete(ProjectLock.fileOf(file()));
        Files.createDirectory(ProjectLock.fileOf(file()));
        Edit late = adding(6);
        Path rescued = folder.resolve("rescued.penumbra");
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.project()).isEqualTo(before);
            assertThat(store.readOnly()).isTrue();
            assertThat(store.readOnlyBecause())
                    .hasValueSatisfying(
                            s -> assertThat(s).contains(file().toString(), "cannot be written"));
            assertThat(failure(store.commit(late, "Ada")).reason()).isEqualTo(Reason.READ_ONLY);
            store.rescue(rescued);
        }
        assertThat(read(rescued)).isEqualTo(late.applyTo(before));
        assertThat(read(file())).isEqualTo(before);
    }

    /// SQLite follows no link to its shared memory, which stops it as a folder that cannot be
    /// written does, for root too.
    private void forbidSharedMemory() throws Exception {
        Files.delete(ProjectLock.fileOf(file()));
        Files.createDirectory(ProjectLock.fileOf(file()));
        Files.createSymbolicLink(folder.resolve("match.penumbra-shm"), folder.resolve("nowhere"));
    }

    @Test
    void whereNothingCanBeMadeBesideTheFileItIsReadAllTheSame() throws Exception {
        Project before = makeProject(5);
        forbidSharedMemory();
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            assertThat(store.readOnly()).isTrue();
            assertThat(store.project()).isEqualTo(before);
            assertThat(store.replay()).isEqualTo(before);
        }
        assertThat(NewProject.logOf(file())).doesNotExist();
    }

    @Test
    void editsInALogThatCannotBeReadThereAreNotPassedOver() throws Exception {
        makeProject(5);
        Path log = NewProject.logOf(file());
        byte[] logged;
        try (ProjectStore store = ProjectStore.open(file(), io)) {
            store.commit(adding(6), "Ada").get();
            logged = Files.readAllBytes(log);
        }
        Files.write(log, logged);
        forbidSharedMemory();
        assertRefused(() -> ProjectStore.open(file(), io), Reason.LOG_LEFT, file(), log);
    }

    @Test
    void inAFolderWithoutWritePermissionTheProjectIsOpenForReading() throws Exception {
        Project before = makeProject(5);
        Files.delete(ProjectLock.fileOf(file()));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            assumeThat(Files.isWritable(folder)).as("root may write anywhere").isFalse();
            try (ProjectStore store = ProjectStore.open(file(), io)) {
                assertThat(store.readOnly()).isTrue();
                assertThat(store.project()).isEqualTo(before);
            }
            assertRefused(
                    () -> ProjectStore.create(folder.resolve("new"), Schema.ARMOR_PLATE, io),
                    Reason.NOT_WRITABLE);
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void aProjectIsNotCreatedWhereNothingCanBeWritten() {
        assumeThat(Path.of("/proc/self")).exists();
        Path there = Path.of("/proc/match.penumbra");
        assertRefused(
                () -> ProjectStore.create(there, Schema.ARMOR_PLATE, io),
                Reason.NOT_WRITABLE,
                there);
        Path nowhere = folder.resolve("missing").resolve("match.penumbra");
        assertRefused(
                () -> ProjectStore.create(nowhere, Schema.ARMOR_PLATE, io),
                Reason.NOT_WRITABLE,
                nowhere);
    }

    @Test
    void aNewProjectOverwritesNothing() throws Exception {
        Project before = makeProject(2);
        assertRefused(
                () -> ProjectStore.create(file(), Schema.ARMOR_PLATE, io), Reason.EXISTS, file());
        assertThat(read(file())).isEqualTo(before);
    }

    @Test
    void aNewProjectIsNotMadeBesideTheLogOfAnEarlierOne() throws Exception {
        Path log = Files.writeString(NewProject.logOf(file()), "edits");
        assertRefused(
                () -> ProjectStore.create(file(), Schema.ARMOR_PLATE, io), Reason.EXISTS, log);
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileThatIsMissingOrNoProjectIsRefusedAndNothingIsLeftBesideIt() throws Exception {
        assertRefused(() -> ProjectStore.open(file(), io), Reason.NOT_FOUND, file());
        Files.writeString(file(), "Lorem ipsum dolor sit amet, ".repeat(100));
        assertRefused(() -> ProjectStore.open(file(), io), Reason.NOT_A_PROJECT, file());
        Files.write(file(), new byte[0]);
        assertRefused(() -> ProjectStore.open(file(), io), Reason.NOT_A_PROJECT, file());
        Files.delete(file());
        try (var sql = DriverManager.getConnection("jdbc:sqlite:" + file())) {
            Database.execute(sql, "CREATE TABLE t (x)", "PRAGMA user_version = 1");
        }
        assertRefused(() -> ProjectStore.open(file(), io), Reason.NOT_A_PROJECT, file());
        assertThat(folder).isDirectoryContaining(f -> f.equals(file()));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
        assertRefused(() -> ProjectStore.open(folder, io), Reason.NOT_A_PROJECT, folder);
    }

    @Test
    void nothingIsRescuedFromAFileThatWasNoProject() throws Exception {
        Files.writeString(file(), "Lorem ipsum dolor sit amet, ".repeat(1000));
        Path target = folder.resolve("rescued.penumbra");
        assertRefused(() -> Rescue.copy(file(), target), Reason.NOT_A_PROJECT, file());
        assertThat(target).doesNotExist();
    }

    @Test
    void aProjectOfALaterVersionIsRefusedAndLeftAsItIs() throws Exception {
        Project before = makeProject(2);
        setVersion(Migrations.ALL.version() + 1);
        assertRefused(
                () -> ProjectStore.open(file(), io),
                Reason.NEWER_VERSION,
                file(),
                "version " + (Migrations.ALL.version() + 1));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(file(), ProjectLock.fileOf(file()));
        }
        setVersion(Migrations.ALL.version());
        assertThat(read(file())).isEqualTo(before);
    }

    private void setVersion(int version) throws Exception {
        try (var connection = Database.connect(file(), Database.Mode.WRITE)) {
            Database.execute(connection, "PRAGMA user_version = " + version);
        }
    }

    @Test
    void aForeignFileInThePlaceOfTheLockIsNamedAndNotTouched() throws Exception {
        makeProject(2);
        Path lock = Files.writeString(ProjectLock.fileOf(file()), "mine! ".repeat(200));
        assertRefused(() -> ProjectStore.open(file(), io), Reason.LOCK_BROKEN, file(), lock);
        assertThat(lock).hasContent("mine! ".repeat(200));
    }

    @Test
    void aSecondStoreIsToldWhoHasTheProjectAndReadsWhatIsOnDisk() throws Exception {
        Project before = makeProject(5);
        Edit late = adding(6);
        try (ProjectStore first = ProjectStore.open(file(), io)) {
            first.commit(late, "Ada").get();
            try (ProjectStore second = ProjectStore.open(file(), io)) {
                assertThat(second.readOnlyBecause())
                        .hasValueSatisfying(s ->
                                assertThat(s)
                                        .contains(
                                                "process " + ProcessHandle.current().pid(),
                                                file().toString()));
                assertThat(second.project()).isEqualTo(late.applyTo(before));
                assertThat(failure(second.commit(adding(7), "Bo")).reason())
                        .isEqualTo(Reason.READ_ONLY);
            }
            try (ProjectStore third = ProjectStore.open(file(), io)) {
                assertThat(third.readOnly())
                        .as("closing the second does not give the lock of the first away")
                        .isTrue();
            }
            first.commit(adding(7), "Ada").get();
        }
        try (ProjectStore next = ProjectStore.open(file(), io)) {
            assertThat(next.readOnly()).isFalse();
            assertThat(next.project().images()).hasSize(7);
        }
    }

    @Test
    void everyReasonHasOneSentence() {
        for (Reason reason : Reason.values()) {
            String sentence = StoreException.of(reason, "FILE", "A", "B").getMessage();
            assertThat(sentence).contains("FILE").endsWith(".").doesNotContain("%", "null", ". ");
        }
    }

    @Test
    void anUndoneImportLeavesAnEmptyProjectWithAJournal() throws Exception {
        LabelledImage picture = scenes.picture(1, 2);
        Edit edit = Edit.add("import", picture);
        try (ProjectStore store = ProjectStore.create(file(), Schema.ARMOR_PLATE, io)) {
            store.commit(edit, "Ada");
            store.commit(edit.inverse(), "Ada").get();
            assertThat(store.journal()).hasSize(3);
        }
        assertThat(read(file())).isEqualTo(Project.empty(Schema.ARMOR_PLATE));
    }
}
