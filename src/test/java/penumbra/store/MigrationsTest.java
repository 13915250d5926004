package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.model.Project;
import penumbra.model.Schema;

class MigrationsTest {

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();

    @AfterEach
    void stop() {
        io.close();
    }

    private static Migrations andThen(String... statements) {
        List<List<String>> steps = new ArrayList<>(Migrations.ALL.steps());
        steps.add(List.of(statements));
        return new Migrations(steps);
    }

    private Path project() throws Exception {
        Path file = folder.resolve("p.penumbra");
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            store.commit(Edit.add("import", new Scenes(2).picture(1, 2)), "Ada").get();
        }
        return file;
    }

    /// Takes away what the second version added.
    private static void makeVersionOne(Path file) throws SQLException {
        try (Connection connection = Database.connect(file, Database.Mode.WRITE)) {
            Database.execute(
                    connection,
                    "DROP TABLE second_look",
                    "DROP TABLE schema_noise",
                    "ALTER TABLE seal DROP COLUMN looks",
                    "ALTER TABLE seal DROP COLUMN look_sum",
                    "PRAGMA user_version = 1");
        }
    }

    @Test
    void aFileOfVersionOneOpensKeepsItsLabelsAndTakesSecondLooks() throws Exception {
        Path file = project();
        makeVersionOne(file);
        Project before;
        try (ProjectStore store = ProjectStore.open(file, io)) {
            before = store.project();
            assertThat(before.targetCount()).isPositive();
            assertThat(store.looks()).isEmpty();
            store.keep(Looks.at(before, "Ben")).get();
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.project()).isEqualTo(before);
            assertThat(store.looks()).hasSize(1);
        }
    }

    @Test
    void aCopyOfADamagedFileOfVersionOneHasItsLabelsWithoutDoubts() throws Exception {
        Path file = project();
        Project before;
        try (ProjectStore store = ProjectStore.open(file, io)) {
            before = store.project();
        }
        makeVersionOne(file);
        RescueReport report = Rescue.copy(file, folder.resolve("copy.penumbra"));
        assertThat(report.findings()).isEmpty();
        try (ProjectStore store = ProjectStore.open(report.file(), io)) {
            assertThat(store.project()).isEqualTo(before);
        }
    }

    @Test
    void aStepThatIsAddedLaterRunsOnAFileAndItsLabelsStayTheSame() throws Exception {
        Path file = project();
        try (Connection connection = Database.connect(file, Database.Mode.WRITE)) {
            Project before = Content.read(connection, file).state().project();

            andThen("ALTER TABLE picture ADD COLUMN sequence TEXT").run(connection);

            assertThat(Migrations.versionOf(connection)).isEqualTo(Migrations.ALL.version() + 1);
            assertThat(
                            Database.number(
                                    connection,
                                    "SELECT count(*) FROM picture WHERE sequence IS NULL"))
                    .isEqualTo(1);
            assertThat(Content.read(connection, file).state().project()).isEqualTo(before);
            Content.verify(connection, file);
        }
    }

    @Test
    void aStepThatFailsLeavesTheFileAtItsVersion() throws Exception {
        Path file = project();
        Migrations broken = andThen("CREATE TABLE more (x)", "CREATE TABLE picture (y)");
        try (Connection connection = Database.connect(file, Database.Mode.WRITE)) {
            assertThatThrownBy(() -> broken.run(connection))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("already exists");
            assertThat(Migrations.versionOf(connection)).isEqualTo(Migrations.ALL.version());
            assertThat(
                            Database.number(
                                    connection,
                                    "SELECT count(*) FROM sqlite_schema WHERE name = 'more'"))
                    .isZero();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.verify();
        }
    }

    @Test
    void aFileIsAProjectByItsHeaderAndKeepsALogAndForeignKeys() throws Exception {
        try (Connection connection = Database.connect(project(), Database.Mode.WRITE)) {
            assertThat(Database.number(connection, "PRAGMA application_id"))
                    .isEqualTo(('P' << 24) + ('n' << 16) + ('m' << 8) + 'b');
            assertThat(Migrations.versionOf(connection)).isEqualTo(Migrations.ALL.version());
            assertThat(Database.text(connection, "PRAGMA journal_mode")).isEqualTo("wal");
            assertThat(Database.number(connection, "PRAGMA foreign_keys")).isEqualTo(1);
            assertThat(Database.number(connection, "PRAGMA synchronous"))
                    .as("FULL is 2")
                    .isEqualTo(2);
            assertThatThrownBy(() ->
                            Database.execute(
                                    connection,
                                    "INSERT INTO plate VALUES (99, 0, '', 0, '', NULL,"
                                            + " NULL, NULL, NULL)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("FOREIGN KEY");
        }
    }
}
