package penumbra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.Schema;

/// What was handed over together and goes to disk together.
record Batch(
        Instant time,
        String annotator,
        Optional<Schema> schema,
        List<Edit> edits,
        Optional<BlindLook> look) {

    /// In an order in which every picture fits the schema of its time: a schema that grows comes
    /// before the edits, one that shrinks after them.
    List<Change> changes(Optional<Schema> current) {
        List<Change> changes = new ArrayList<>();
        edits.forEach(e -> changes.add(new Change.OfPicture(e)));
        schema.filter(s -> !current.equals(Optional.of(s)))
                .ifPresent(s -> {
                    boolean shrinks =
                            current.filter(c -> c.classes().size() > s.classes().size())
                                    .isPresent();
                    changes.add(shrinks ? changes.size() : 0, new Change.OfSchema(current, s));
                });
        look.ifPresent(l -> changes.add(new Change.OfLook(l)));
        return changes;
    }
}
