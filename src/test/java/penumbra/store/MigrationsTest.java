package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    @Test
    void aFileOfVersionOneIsBroughtToVersionTwoAndItsLabelsStayTheSame() throws Exception {
        Migrations one = new Migrations(Migrations.ALL.steps().subList(0, 1));
        Migrations two =
                new Migrations(
                        List.of(
                                one.steps().getFirst(),
                                List.of("ALTER TABLE picture ADD COLUMN sequence TEXT")));
        Path file = folder.resolve("one.penumbra");
        try (Connection connection = Database.connect(file, Database.Mode.CREATE)) {
            one.run(connection);
            assertThat(Migrations.versionOf(connection)).isEqualTo(1);
            Committer committer = new Committer(file, connection, Content.empty());
            committer.commit(
                    List.of(
                            new JournalEntry(
                                    1,
                                    Instant.EPOCH,
                                    "",
                                    new Change.OfSchema(Optional.empty(), Schema.ARMOR_PLATE))));
            Edit edit = Edit.add("import", new Scenes(2).picture(1, 2));
            committer.commit(
                    List.of(new JournalEntry(2, Instant.EPOCH, "Ada", new Change.OfPicture(edit))));
            Project before = committer.project();

            two.run(connection);

            assertThat(Migrations.versionOf(connection)).isEqualTo(2);
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
