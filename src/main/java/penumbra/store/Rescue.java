package penumbra.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import penumbra.edit.Edit;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;
import penumbra.text.Texts;

/// Makes a new project of what can be read of a damaged one. Every picture stands in the file
/// twice, in its rows and in the journal: rows with the right checksum are taken first, the last
/// readable journal entry otherwise. The damaged file stays as it is.
public final class Rescue {

    private final List<JournalEntry> journal;
    private final Map<Long, JournalEntry> lastEntries = new TreeMap<>();
    private final RescueWriter copy;
    private final boolean journalIsWhole;
    private Optional<Schema> lastSchema = Optional.empty();

    private Rescue(Salvage salvage) {
        journal = salvage.journal();
        for (JournalEntry entry : journal) {
            switch (entry.change()) {
                case Change.OfPicture(Edit edit) -> lastEntries.put(edit.imageId(), entry);
                case Change.OfSchema(var _, Schema after) -> lastSchema = Optional.of(after);
            }
        }
        copy = new RescueWriter(journal);
        long last = journal.isEmpty() ? 0 : journal.getLast().seq();
        long expected = salvage.seal().map(Seal::entries).orElse(last);
        journalIsWhole = journal.size() == expected && last == expected;
        if (!journalIsWhole) {
            copy.note(text("rescue.journal", journal.size(), Math.max(expected, last)));
        }
    }

    /// @param damaged the project that does not open; nobody should have it open
    /// @param target the project to make
    /// @throws StoreException if no schema can be read, or the copy cannot be written
    public static RescueReport copy(Path damaged, Path target) throws StoreException {
        Path file = new ProjectFile(damaged).path();
        try (Connection connection = Database.connectToRead(file)) {
            Salvage salvage = new Salvage(connection, file);
            Rescue rescue = new Rescue(salvage);
            Schema schema =
                    salvage.schema()
                            .or(() -> rescue.lastSchema)
                            .orElseThrow(
                                    () -> StoreException.of(Reason.DAMAGED, file, Part.schema()));
            rescue.copy.bridgeTo(rescue.project(schema, salvage));
            return rescue.copy.write(new ProjectFile(target).path());
        } catch (SQLException e) {
            throw Database.explain(e, file);
        }
    }

    private Project project(Schema schema, Salvage salvage) {
        TreeSet<Long> ids = salvage.pictureIds();
        ids.addAll(lastEntries.keySet());
        Map<Long, LabelledImage> intact = salvage.pictures(List.copyOf(ids));
        List<LabelledImage> pictures = new ArrayList<>();
        for (long id : ids) {
            Optional<LabelledImage> picture =
                    Optional.ofNullable(intact.get(id)).or(() -> fromJournal(id));
            picture.filter(p -> fits(schema, p)).ifPresent(pictures::add);
        }
        salvage.seal()
                .filter(seal -> seal.pictures() != pictures.size())
                .ifPresent(
                        seal -> copy.note(text("rescue.count", pictures.size(), seal.pictures())));
        return Project.of(schema, pictures);
    }

    /// The picture as the last readable entry left it; empty when that removed it.
    private Optional<LabelledImage> fromJournal(long id) {
        JournalEntry last = lastEntries.get(id);
        if (last == null) {
            copy.note(text("rescue.lost", id));
            return Optional.empty();
        }
        Optional<LabelledImage> after = ((Change.OfPicture) last.change()).edit().after();
        if (after.isPresent() && !journalIsWhole) {
            copy.note(text("rescue.stale", id, after.get().path(), last.seq(), last.time()));
        }
        return after;
    }

    private boolean fits(Schema schema, LabelledImage picture) {
        try {
            Project.of(schema, List.of(picture));
            return true;
        } catch (IllegalArgumentException _) {
            copy.note(text("rescue.lost", picture.id()));
            return false;
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Rescue.class, key, arguments);
    }
}
