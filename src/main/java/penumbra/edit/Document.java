package penumbra.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.model.Project;

/// The project that is open, with undo and redo without limit. The only mutable holder of labels;
/// owned by one thread.
public final class Document {

    private final List<Edit> done = new ArrayList<>();
    private final List<Edit> undone = new ArrayList<>();
    private final List<Consumer<Edit>> listeners = new ArrayList<>();
    private Project current;
    private Project saved;

    /// @param project as it was read, hence saved
    public Document(Project project) {
        current = project;
        saved = project;
    }

    public Project project() {
        return current;
    }

    /// Calls the listener with every change in order, once it is made; an undo comes as the inverse
    /// edit. A listener makes no edits itself.
    public void onEdit(Consumer<Edit> listener) {
        listeners.add(listener);
    }

    /// Makes the change and forgets what was undone before.
    ///
    /// @throws IllegalStateException if the edit does not fit the current project, which then stays
    ///   as it is
    public void apply(Edit edit) {
        current = edit.applyTo(current);
        done.addLast(edit);
        undone.clear();
        tell(edit);
    }

    /// Takes the last change back.
    ///
    /// @return the change that was made to do so, empty when there was nothing to undo
    public Optional<Edit> undo() {
        return step(done, undone);
    }

    /// Makes the change again that was undone last.
    public Optional<Edit> redo() {
        return step(undone, done);
    }

    public boolean canUndo() {
        return !done.isEmpty();
    }

    public boolean canRedo() {
        return !undone.isEmpty();
    }

    /// Says that this instance is on disk.
    public void markSaved(Project project) {
        saved = project;
    }

    /// Whether the current instance is the one last said to be on disk: identity, not a count of
    /// edits.
    public boolean isSaved() {
        return current == saved;
    }

    private Optional<Edit> step(List<Edit> from, List<Edit> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Edit inverse = from.getLast().inverse();
        current = inverse.applyTo(current);
        from.removeLast();
        to.addLast(inverse);
        tell(inverse);
        return Optional.of(inverse);
    }

    private void tell(Edit edit) {
        listeners.forEach(l -> l.accept(edit));
    }
}
