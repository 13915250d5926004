package penumbra.store;

import java.time.Instant;

/// One line of the journal: who changed what, and when.
///
/// @param seq 1 for the first entry, then counting up without a gap
/// @param time when the change was handed to the store
/// @param annotator who made it; empty when nobody said
/// @param change what was there before and after
public record JournalEntry(long seq, Instant time, String annotator, Change change) {}
