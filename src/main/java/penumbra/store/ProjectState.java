package penumbra.store;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;

/// A project under change: what journal entries add up to. Mutable, because an import of 40,000
/// pictures would copy an immutable project 40,000 times.
final class ProjectState {

    private final TreeMap<Long, LabelledImage> pictures = new TreeMap<>();
    private final LinkedHashMap<UUID, BlindLook> looks = new LinkedHashMap<>();
    private Optional<Schema> schema = Optional.empty();

    /// What the entries make of an empty project.
    ///
    /// @throws IllegalStateException if an entry does not fit those before it
    static ProjectState replay(List<JournalEntry> entries) {
        ProjectState state = new ProjectState();
        entries.forEach(e -> state.apply(e.change()));
        return state;
    }

    Optional<Schema> schema() {
        return schema;
    }

    Collection<LabelledImage> pictures() {
        return pictures.values();
    }

    Optional<LabelledImage> picture(long id) {
        return Optional.ofNullable(pictures.get(id));
    }

    /// In the order in which they were made.
    List<BlindLook> looks() {
        return List.copyOf(looks.values());
    }

    /// @throws IllegalStateException if there is no schema yet
    Project project() {
        return Project.of(schema.orElseThrow(), List.copyOf(pictures.values()));
    }

    /// @throws IllegalStateException if the change does not fit, which then changes nothing
    void apply(Change change) {
        switch (change) {
            case Change.OfPicture(Edit edit) -> {
                require(picture(edit.imageId()).equals(edit.before()), edit.label());
                edit.after().ifPresent(after -> requireFits(after, schema, edit.label()));
                put(edit.imageId(), edit.after());
            }
            case Change.OfSchema(Optional<Schema> before, Schema after) -> {
                require(schema.equals(before), Journal.SCHEMA);
                pictures.values().forEach(p -> requireFits(p, Optional.of(after), Journal.SCHEMA));
                schema = Optional.of(after);
            }
            case Change.OfLook(BlindLook look) ->
                    require(looks.putIfAbsent(look.id(), look) == null, Journal.LOOK);
        }
    }

    /// Takes back the change that was applied last.
    void revert(Change change) {
        switch (change) {
            case Change.OfPicture(Edit edit) -> put(edit.imageId(), edit.before());
            case Change.OfSchema(Optional<Schema> before, Schema _) -> schema = before;
            case Change.OfLook(BlindLook look) -> looks.remove(look.id());
        }
    }

    private void put(long id, Optional<LabelledImage> picture) {
        picture.ifPresentOrElse(p -> pictures.put(id, p), () -> pictures.remove(id));
    }

    private static void requireFits(LabelledImage picture, Optional<Schema> schema, String label) {
        try {
            Project.of(schema.orElseThrow(), List.of(picture));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IllegalStateException(label, e);
        }
    }

    private static void require(boolean fits, String label) {
        if (!fits) {
            throw new IllegalStateException(label);
        }
    }
}
