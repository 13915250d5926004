package penumbra.store;

import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.Schema;

/// What one journal entry changed.
public sealed interface Change {

    /// One picture was added, changed or removed.
    record OfPicture(Edit edit) implements Change {}

    /// The classes or keypoints of the project changed.
    ///
    /// @param before empty in the first entry of a journal
    record OfSchema(Optional<Schema> before, Schema after) implements Change {}

    /// Somebody looked a second time; nothing takes that back.
    record OfLook(BlindLook look) implements Change {}
}
