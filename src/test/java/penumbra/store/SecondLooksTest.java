package penumbra.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.edit.Step;
import penumbra.model.AxisLaw;
import penumbra.model.BlindLook;
import penumbra.model.Estimate;
import penumbra.model.LabelNoise;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.SizeLaw;

/// Second looks and the calibrated noise in the project file.
class SecondLooksTest {

    @TempDir Path folder;

    private final ExecutorService io = Executors.newSingleThreadExecutor();
    private Path file;
    private Project labels;

    @BeforeEach
    void project() throws Exception {
        file = folder.resolve("p.penumbra");
        try (ProjectStore store = ProjectStore.create(file, Schema.ARMOR_PLATE, io)) {
            store.commit(Edit.add("import", new Scenes(2).picture(1, 2)), "Ada").get();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            labels = store.project();
        }
    }

    @AfterEach
    void stop() {
        io.close();
    }

    private static LabelNoise noise(List<UUID> looks) {
        Estimate about = new Estimate(1.6, 1.5, 1.7000000000000002);
        return new LabelNoise(
                new AxisLaw(SizeLaw.GROWING, 0.9, 1 / 3.0, 17.25, 2.6),
                new AxisLaw(SizeLaw.GROWING, 1.1, 0, 17.25, 0.25),
                List.of(new LabelNoise.Span(17.25, about, about)),
                24,
                List.of("Ben"),
                looks,
                Instant.parse("2026-05-04T11:00:00Z"));
    }

    private void sql(String... statements) throws SQLException {
        try (Connection connection = Database.connect(file, Database.Mode.WRITE)) {
            Database.execute(connection, statements);
        }
    }

    @Test
    void everyLookIsKeptAndTheFirstLabelsStayAsTheyAre() throws Exception {
        BlindLook one = Looks.at(labels, "Ben");
        BlindLook again = Looks.at(labels, "Ben");
        BlindLook other = Looks.at(labels, "Cem");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(one);
            store.keep(again);
            store.keep(other).get();
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.looks()).containsExactly(one, again, other);
            assertThat(store.project()).isEqualTo(labels);
            assertThat(store.replay()).isEqualTo(labels);
            assertThat(store.journal().getLast().annotator()).isEqualTo("Cem");
            assertThat(store.journal().getLast().time()).isEqualTo(other.time());
        }
    }

    @Test
    void aLookOnDiskSurvivesAKilledProcess() throws Exception {
        Path copy = folder.resolve("copy.penumbra");
        BlindLook look = Looks.at(labels, "Ben");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look).get();
            Files.copy(file, copy);
            Files.copy(NewProject.logOf(file), NewProject.logOf(copy));
        }
        try (ProjectStore store = ProjectStore.open(copy, io)) {
            assertThat(store.looks()).containsExactly(look);
            store.verify();
        }
    }

    @Test
    void aLookOutlivesThePictureItWasMadeOn() throws Exception {
        BlindLook look = Looks.at(labels, "Ben");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look);
            store.commit(Edit.add("import", labels.images().getFirst()).inverse(), "Ada").get();
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.project().images()).isEmpty();
            assertThat(store.looks()).containsExactly(look);
        }
    }

    @Test
    void aLookIsNeverOverwrittenOrDeleted() throws Exception {
        BlindLook look = Looks.at(labels, "Ben");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look).get();
            assertThatExceptionOfType(ExecutionException.class)
                    .as("the same look twice")
                    .isThrownBy(() -> store.keep(look).get())
                    .withCauseInstanceOf(StoreException.class);
        }
        for (String statement :
                List.of("DELETE FROM second_look", "UPDATE second_look SET annotator = 'Cem'")) {
            assertThatThrownBy(() -> sql(statement)).hasMessageContaining("second looks are kept");
        }
    }

    @Test
    void aLookThatWasAlteredOrTakenAwayIsNoticedAndComesBackFromTheJournal() throws Exception {
        BlindLook look = Looks.at(labels, "Ben");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look).get();
        }
        sql(
                "DROP TRIGGER second_look_update",
                "UPDATE second_look SET second = replace(second, '1', '2')");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ProjectStore.open(file, io))
                .withMessageContaining("second look 1");
        RescueReport report = Rescue.copy(file, folder.resolve("copy.penumbra"));
        assertThat(report.findings()).isEmpty();
        try (ProjectStore store = ProjectStore.open(report.file(), io)) {
            assertThat(store.looks()).containsExactly(look);
            store.verify();
        }
        sql("DROP TRIGGER second_look_delete", "DELETE FROM second_look");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ProjectStore.open(file, io));
    }

    @Test
    void aLookWhoseJournalEntryIsDamagedComesBackFromItsRow() throws Exception {
        BlindLook look = Looks.at(labels, "Ben");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look).get();
        }
        sql(
                "DROP TRIGGER journal_update",
                "UPDATE journal SET after = replace(after, '1', '2') WHERE label = 'second-look'");
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(store::verify)
                    .withMessageContaining("journal entry 3");
        }
        RescueReport report = Rescue.copy(file, folder.resolve("copy.penumbra"));
        try (ProjectStore store = ProjectStore.open(report.file(), io)) {
            assertThat(store.looks()).containsExactly(look);
            assertThat(store.project()).isEqualTo(labels);
            store.verify();
        }
    }

    @Test
    void aLookThatIsNowhereToBeReadIsMissedInTheReport() throws Exception {
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(Looks.at(labels, "Ben")).get();
        }
        sql(
                "DROP TRIGGER journal_update",
                "DROP TRIGGER second_look_delete",
                "DELETE FROM second_look",
                "UPDATE journal SET after = '' WHERE label = 'second-look'");
        assertThat(Rescue.copy(file, folder.resolve("copy.penumbra")).findings())
                .anyMatch(f -> f.contains("0 of 1 second looks"));
    }

    @Test
    void measuredNoiseIsPartOfTheSchemaToTheLastBitAndCanBeTakenBack() throws Exception {
        BlindLook look = Looks.at(labels, "Ben");
        Schema calibrated = labels.schema().calibrated(noise(List.of(look.id())), 0.07);
        Step step = new Step(labels.schema(), calibrated, List.of());
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.keep(look);
            store.commit(step, "Ada").get();
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.project().schema()).isEqualTo(calibrated);
            assertThat(store.replay().schema()).isEqualTo(calibrated);
            store.commit(step.inverse(), "Ada").get();
            store.verify();
        }
        try (ProjectStore store = ProjectStore.open(file, io)) {
            assertThat(store.project().schema().noise()).isEqualTo(Optional.empty());
            assertThat(store.looks()).containsExactly(look);
        }
        RescueReport report = Rescue.copy(file, folder.resolve("copy.penumbra"));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void measuredNoiseThatWasAlteredIsNoticed() throws Exception {
        Schema calibrated = labels.schema().calibrated(noise(List.of()), 0.07);
        try (ProjectStore store = ProjectStore.open(file, io)) {
            store.commit(new Step(labels.schema(), calibrated, List.of()), "Ada").get();
        }
        sql("UPDATE schema_noise SET noise = replace(noise, '17.25', '17.26')");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ProjectStore.open(file, io))
                .withMessageContaining("classes and keypoints");
    }
}
