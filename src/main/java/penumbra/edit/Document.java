package penumbra.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import penumbra.model.Project;

/// The project that is open, with undo and redo without limit. The only mutable holder of labels;
/// owned by one thread.
public final class Document {

    private final List<Step> done = new ArrayList<>();
    private final List<Step> undone = new ArrayList<>();
    private final List<Consumer<Step>> listeners = new ArrayList<>();
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

    /// Calls the listener with every step in order, once it is made; an undo comes as the inverse
    /// step. A listener makes no edits itself.
    public void onStep(Consumer<Step> listener) {
        listeners.add(listener);
    }

    /// Makes a step of one edit.
    public void apply(Edit edit) {
        apply(Step.of(current.schema(), edit));
    }

    /// Makes the step and forgets what was undone before. Typing on the note of a picture stays one
    /// step, however many changes it takes.
    ///
    /// @throws IllegalStateException if the step does not fit the current project, which then stays
    ///   as it is
    public void apply(Step step) {
        current = step.applyTo(current);
        remember(step);
        undone.clear();
        tell(step);
    }

    /// Takes the last step back.
    ///
    /// @return the step that was made to do so, empty when there was nothing to undo
    public Optional<Step> undo() {
        return move(done, undone);
    }

    /// Makes the step again that was undone last.
    public Optional<Step> redo() {
        return move(undone, done);
    }

    /// How many steps can be undone.
    public int steps() {
        return done.size();
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

    private void remember(Step step) {
        Optional<Step> joined = done.isEmpty() ? Optional.empty() : done.getLast().joined(step);
        if (joined.isEmpty()) {
            done.addLast(step);
            return;
        }
        done.removeLast();
        joined.filter(j -> !j.idle()).ifPresent(done::addLast);
    }

    private Optional<Step> move(List<Step> from, List<Step> to) {
        if (from.isEmpty()) {
            return Optional.empty();
        }
        Step inverse = from.getLast().inverse();
        current = inverse.applyTo(current);
        from.removeLast();
        to.addLast(inverse);
        tell(inverse);
        return Optional.of(inverse);
    }

    private void tell(Step step) {
        listeners.forEach(l -> l.accept(step));
    }
}
