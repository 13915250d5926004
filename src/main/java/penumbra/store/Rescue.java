package penumbra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.StoreException.Reason;
import penumbra.text.Texts;

/// Makes a new project of what can be read of a damaged one. Every picture stands in the file
/// twice, in its rows and in the journal: rows with the right checksum are taken first, the last
/// readable journal entry otherwise. The damaged file stays as it is.
public final class Rescue {

    private final Map<Long, JournalEntry> lastEntries = new TreeMap<>();
    private final Map<UUID, BlindLook> looks = new LinkedHashMap<>();
    private final RescueWriter copy;
    private Optional<Schema> lastSchema = Optional.empty();

    private Rescue(Salvage salvage) {
        List<JournalEntry> journal = salvage.journal();
        for (JournalEntry entry : journal) {
            switch (entry.change()) {
                case Change.OfPicture(Edit edit) -> lastEntries.put(edit.imageId(), entry);
                case Change.OfSchema(var _, Schema after) -> lastSchema = Optional.of(after);
                case Change.OfLook(BlindLook look) -> looks.put(look.id(), look);
            }
        }
        copy = new RescueWriter(journal);
        long last = journal.isEmpty() ? 0 : journal.getLast().seq();
        long expected = salvage.seal().map(Seal::entries).orElse(last);
        if (journal.size() != expected || last != expected) {
            copy.note(text("rescue.journal", journal.size(), Math.max(expected, last)));
        }
    }

    /// @param damaged the project that does not open; nobody may have it open
    /// @param target the project to make
    /// @throws StoreException if neither its rows nor its journal tell the schema, or the copy
    ///   cannot be written
    public static RescueReport copy(Path damaged, Path target) throws StoreException {
        Path file = new ProjectFile(damaged).path();
        RescueWriter copy;
        try {
            copy = read(file);
        } catch (StoreException e) {
            copy = readWithNewHead(file, e);
        }
        return copy.write(new ProjectFile(target).path());
    }

    private static RescueWriter readWithNewHead(Path file, StoreException first)
            throws StoreException {
        try {
            Path folder = Files.createTempDirectory("penumbra-rescue");
            try {
                Path patient = folder.resolve("patient");
                Head.transplant(file, patient);
                return read(patient);
            } finally {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path left : files.toList()) {
                        Files.delete(left);
                    }
                }
                Files.delete(folder);
            }
        } catch (StoreException | SQLException | IOException e) {
            first.addSuppressed(e);
            throw first;
        }
    }

    private static RescueWriter read(Path file) throws StoreException {
        try (Connection connection = Database.connectToRead(file)) {
            Salvage salvage = new Salvage(connection, file);
            Rescue rescue = new Rescue(salvage);
            Schema schema = rescue.schema(salvage, file);
            rescue.copy.bridgeTo(rescue.project(schema, salvage), rescue.looks(salvage));
            return rescue.copy;
        } catch (SQLException e) {
            throw Database.explain(e, file);
        }
    }

    private Schema schema(Salvage salvage, Path file) throws StoreException {
        Optional<Schema> inRows = salvage.schema();
        if (inRows.isPresent()) {
            return inRows.get();
        }
        if (lastSchema.isEmpty()) {
            throw StoreException.of(Reason.DAMAGED, file, Part.schema());
        }
        copy.note(text("rescue.schema"));
        return lastSchema.get();
    }

    private Project project(Schema schema, Salvage salvage) {
        TreeSet<Long> ids = salvage.pictureIds();
        ids.addAll(lastEntries.keySet());
        PictureRows rows = salvage.pictures(List.copyOf(ids));
        Optional<Seal> seal = salvage.seal();
        if (seal.filter(rows::areAllOf).isPresent()) {
            return Project.of(schema, List.copyOf(rows.intact().values()));
        }
        List<String> doubts = new ArrayList<>();
        TreeMap<Long, LabelledImage> pictures = new TreeMap<>();
        for (long id : ids) {
            Optional.ofNullable(rows.intact().get(id))
                    .or(() -> fromJournal(id, doubts))
                    .filter(p -> fits(schema, p, doubts))
                    .ifPresent(p -> pictures.put(id, p));
        }
        if (seal.filter(PictureRows.of(pictures)::areAllOf).isEmpty()) {
            doubts.forEach(copy::note);
            copy.note(
                    seal.map(s -> text("rescue.count", pictures.size(), s.pictures()))
                            .orElseGet(() -> text("rescue.count-unknown", pictures.size())));
        }
        return Project.of(schema, List.copyOf(pictures.values()));
    }

    /// Those of the journal and those of the rows, which each may lack some.
    private List<BlindLook> looks(Salvage salvage) {
        salvage.looks().forEach(look -> looks.putIfAbsent(look.id(), look));
        salvage.seal()
                .map(Seal::looks)
                .filter(wanted -> wanted != looks.size())
                .ifPresent(wanted -> copy.note(text("rescue.looks", looks.size(), wanted)));
        return List.copyOf(looks.values());
    }

    /// The picture as the last readable entry left it; empty when that removed it.
    private Optional<LabelledImage> fromJournal(long id, List<String> doubts) {
        JournalEntry last = lastEntries.get(id);
        if (last == null) {
            doubts.add(text("rescue.lost", id));
            return Optional.empty();
        }
        Optional<LabelledImage> after = ((Change.OfPicture) last.change()).edit().after();
        after.ifPresent(
                p -> doubts.add(text("rescue.stale", id, p.path(), last.seq(), last.time())));
        return after;
    }

    private static boolean fits(Schema schema, LabelledImage picture, List<String> doubts) {
        try {
            Project.of(schema, List.of(picture));
            return true;
        } catch (IllegalArgumentException _) {
            doubts.add(text("rescue.lost", picture.id()));
            return false;
        }
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(Rescue.class, key, arguments);
    }
}
