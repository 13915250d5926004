package penumbra.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.Schema;

/// What was handed over together and goes to disk together.
record Batch(Instant time, String annotator, Optional<Schema> schema, List<Edit> edits) {

    List<Change> changes(Optional<Schema> current) {
        List<Change> changes = new ArrayList<>();
        schema.filter(s -> !current.equals(Optional.of(s)))
                .ifPresent(s -> changes.add(new Change.OfSchema(current, s)));
        edits.forEach(e -> changes.add(new Change.OfPicture(e)));
        return changes;
    }
}
