package penumbra.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.edit.Edit;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.text.Texts;

/// Puts together the journal of a rescue copy, and writes the copy.
final class RescueWriter {

    /// The label of an entry that a rescue added to bridge what the journal lacks.
    static final String LABEL = "rescue";

    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final ProjectState state = new ProjectState();

    /// Takes the old journal over as far as it is whole.
    RescueWriter(List<JournalEntry> journal) {
        try {
            for (JournalEntry entry : journal) {
                if (entry.seq() == entries.size() + 1) {
                    add(entry.time(), entry.annotator(), entry.change());
                }
            }
        } catch (IllegalStateException _) {
            // From here on the journal is damaged; the state is bridged instead.
        }
    }

    void note(String finding) {
        findings.add(finding);
    }

    /// Adds what leads from the state so far to that project, and the second looks it lacks.
    void bridgeTo(Project wanted, List<BlindLook> looks) {
        Optional<Schema> schema = state.schema();
        boolean sameSchema = schema.equals(Optional.of(wanted.schema()));
        for (LabelledImage old : List.copyOf(state.pictures())) {
            Optional<LabelledImage> now = wanted.image(old.id());
            if (!now.equals(Optional.of(old)) && (now.isEmpty() || !sameSchema)) {
                bridge(new Change.OfPicture(Edit.add(LABEL, old).inverse()));
            }
        }
        if (!sameSchema) {
            bridge(new Change.OfSchema(schema, wanted.schema()));
        }
        for (LabelledImage now : wanted.images()) {
            Optional<LabelledImage> old = state.picture(now.id());
            if (!old.equals(Optional.of(now))) {
                bridge(new Change.OfPicture(new Edit(LABEL, now.id(), old, Optional.of(now))));
            }
        }
        List<BlindLook> known = state.looks();
        looks.stream().filter(l -> !known.contains(l)).forEach(this::bridge);
    }

    private void bridge(BlindLook look) {
        add(look.time(), look.annotator(), new Change.OfLook(look));
    }

    private void bridge(Change change) {
        add(Instant.now(), "", change);
    }

    Optional<Schema> schema() {
        return state.schema();
    }

    /// Adds a change that was never on disk; one that fits nothing becomes a finding.
    void addOrNote(Instant time, String annotator, Change change) {
        try {
            add(time, annotator, change);
        } catch (IllegalStateException e) {
            note(Texts.of(RescueWriter.class, "rescue.misfit", e.getMessage()));
        }
    }

    private void add(Instant time, String annotator, Change change) {
        state.apply(change);
        entries.add(new JournalEntry(entries.size() + 1, time, annotator, change));
    }

    RescueReport write(Path target) throws StoreException {
        NewProject.make(target, committer -> committer.commit(entries));
        Project project = state.project();
        return new RescueReport(target, project.images().size(), project.targetCount(), findings);
    }
}
