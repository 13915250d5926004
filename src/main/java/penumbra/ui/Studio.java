package penumbra.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import penumbra.edit.Document;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.edit.Step;
import penumbra.geometry.Box;
import penumbra.geometry.CameraMatrix;
import penumbra.geometry.Point;
import penumbra.model.BlindLook;
import penumbra.model.LabelledImage;
import penumbra.model.Prediction;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.plot.dataset.Light;
import penumbra.store.ProjectFile;
import penumbra.store.ProjectStore;

/// The project that is open in the window: its document, where it is stored, the picture that is
/// shown and what is selected in it. Owned by the thread of the window.
///
/// Every edit is handed to the store as it is made; [#savedProperty] is true when the project as it
/// is now lies on disk. After the first edit that could not be written nothing more is edited.
public final class Studio implements Labelling {

    private final ProjectStore store;
    private final Document document;
    private final Pictures pictures;
    private final PendingProposals proposals = new PendingProposals();
    private final ObjectProperty<Optional<CameraMatrix>> camera =
            new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Light> light = new SimpleObjectProperty<>(Light.NONE);
    private LabelEdits edits;
    private final Executor owner;
    private final List<Consumer<Step>> listeners = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<LabelledImage>> picture =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<Optional<Selection>> selection =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty search = new SimpleStringProperty("");
    private final IntegerProperty currentClass = new SimpleIntegerProperty();
    private final ReadOnlyBooleanWrapper saved = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Optional<String>> refusal;
    private final ReadOnlyObjectWrapper<Schema> schema;
    private final ReadOnlyObjectWrapper<List<BlindLook>> looks;
    private Runnable whenRefused = () -> {};

    /// @param store open; this studio hands it every edit
    /// @param project what the store holds by now
    /// @param pictures of that project
    /// @param annotator who is named in the journal and in new labels
    /// @param owner runs tasks on the thread that owns this studio
    public Studio(
            ProjectStore store,
            Project project,
            Pictures pictures,
            String annotator,
            Executor owner) {
        this.store = store;
        this.document = new Document(project);
        this.pictures = pictures;
        this.edits = LabelEdits.by(annotator);
        this.owner = owner;
        refusal = new ReadOnlyObjectWrapper<>(store.readOnlyBecause());
        schema = new ReadOnlyObjectWrapper<>(project.schema());
        looks = new ReadOnlyObjectWrapper<>(store.looks());
        document.onStep(this::made);
        pictures.shown().stream().findFirst().ifPresent(first -> show(first.id()));
    }

    public ProjectFile file() {
        return store.file();
    }

    public ProjectStore store() {
        return store;
    }

    public Project project() {
        return document.project();
    }

    @Override
    public Schema schema() {
        return project().schema();
    }

    /// The schema, which an import may extend and its undo reduces again.
    public ReadOnlyObjectProperty<Schema> schemaProperty() {
        return schema.getReadOnlyProperty();
    }

    public Pictures pictures() {
        return pictures;
    }

    /// What networks propose for the pictures.
    public PendingProposals proposals() {
        return proposals;
    }

    /// How bright pictures and plates are, as far as somebody asked.
    public ObjectProperty<Light> lightProperty() {
        return light;
    }

    /// The camera of the pictures; empty where nobody said.
    public ObjectProperty<Optional<CameraMatrix>> cameraProperty() {
        return camera;
    }

    /// Dismisses a prediction for a picture.
    ///
    /// @return false when nothing can be edited, see [#refusalProperty]
    public boolean dismiss(LabelledImage image, Prediction prediction) {
        if (refusal.get().isPresent()) {
            whenRefused.run();
            return false;
        }
        proposals.dismiss(new PendingProposals.Dismissal(image, prediction, document.steps()));
        return true;
    }

    /// Edits in the name of the person who works here.
    @Override
    public LabelEdits edits() {
        return edits;
    }

    /// From now on edits are made in the name of that person.
    public void annotate(String annotator) {
        edits = LabelEdits.by(annotator);
    }

    /// What is typed in the search line.
    public StringProperty searchProperty() {
        return search;
    }

    /// The picture that is shown, as it is now; empty in a project without pictures.
    @Override
    public ReadOnlyObjectProperty<Optional<LabelledImage>> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    /// What is selected in the picture that is shown.
    @Override
    public ObjectProperty<Optional<Selection>> selectionProperty() {
        return selection;
    }

    /// The class that the next plate gets.
    @Override
    public IntegerProperty currentClassProperty() {
        return currentClass;
    }

    /// Whether the project as it is now lies on disk.
    public ReadOnlyBooleanProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    /// Why nothing can be edited, in one sentence: the project is open for reading only, or an edit
    /// could not be written.
    public ReadOnlyObjectProperty<Optional<String>> refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    /// The selected target of the picture that is shown.
    public Optional<Target> selected() {
        return selection.get().flatMap(s -> picture.get().flatMap(s::in));
    }

    /// Calls the listener after every step, undo and redo, until the subscription ends.
    public Subscription onStep(Consumer<Step> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Runs the task whenever something is tried that is refused.
    public void onRefused(Runnable task) {
        whenRefused = task;
    }

    /// Shows another picture, without a selection.
    public void show(long imageId) {
        if (picture.get().filter(p -> p.id() == imageId).isEmpty()) {
            selection.set(Optional.empty());
            picture.set(project().image(imageId));
        }
    }

    /// Makes an edit.
    ///
    /// @return false when nothing can be edited, see [#refusalProperty]
    @Override
    public boolean apply(Edit edit) {
        return apply(Step.of(schema(), edit));
    }

    /// Makes a step.
    ///
    /// @return false when nothing can be edited, see [#refusalProperty]
    public boolean apply(Step step) {
        if (refusal.get().isPresent()) {
            whenRefused.run();
            return false;
        }
        document.apply(step);
        proposals.forgetUndone();
        return true;
    }

    /// The second looks at labels of this project so far, oldest first.
    public ReadOnlyObjectProperty<List<BlindLook>> looksProperty() {
        return looks.getReadOnlyProperty();
    }

    /// Keeps a second look for good.
    ///
    /// @return false when nothing can be kept, see [#refusalProperty]
    public boolean keep(BlindLook look) {
        if (refusal.get().isPresent()) {
            whenRefused.run();
            return false;
        }
        looks.set(Stream.concat(looks.get().stream(), Stream.of(look)).toList());
        written(project(), store.keep(look));
        return true;
    }

    /// Takes the last edit or dismissal back and shows its picture.
    ///
    /// @return where it was made, picture px; empty when there was nothing to undo
    public Optional<Box> undo() {
        return refusal.get().isPresent()
                ? Optional.empty()
                : proposals
                        .undo(document.steps())
                        .map(this::returnTo)
                        .orElseGet(() -> document.undo().flatMap(this::returnTo));
    }

    /// Makes again what was undone last, and shows its picture.
    ///
    /// @return where it was made, picture px; empty when there was nothing to redo
    public Optional<Box> redo() {
        return refusal.get().isPresent()
                ? Optional.empty()
                : proposals
                        .redo(document.steps())
                        .map(this::returnTo)
                        .orElseGet(() -> document.redo().flatMap(this::returnTo));
    }

    /// Waits for the edits on their way to the disk and lets go of the file. Takes as long as the
    /// disk does: to be called on a worker.
    public void close() {
        store.close();
    }

    private Optional<Box> returnTo(Step step) {
        return step.edits().size() == 1 ? returnTo(step.edits().getFirst()) : Optional.empty();
    }

    private Optional<Box> returnTo(Edit made) {
        show(made.imageId());
        List<Target> before = targets(made.before());
        List<Target> after = targets(made.after());
        selection.set(
                after.stream()
                        .filter(t -> !before.contains(t))
                        .findFirst()
                        .map(t -> Selection.whole(made.imageId(), t.id())));
        List<Point> places =
                Stream.concat(
                                before.stream().filter(t -> !after.contains(t)),
                                after.stream().filter(t -> !before.contains(t)))
                        .flatMap(t -> t.labelledPoints().stream())
                        .toList();
        return Box.hull(places);
    }

    private Optional<Box> returnTo(PendingProposals.Dismissal dismissal) {
        Target target = dismissal.prediction().target();
        show(dismissal.picture().id());
        selection.set(Optional.of(Selection.whole(dismissal.picture().id(), target.id())));
        return target.extent();
    }

    private static List<Target> targets(Optional<LabelledImage> image) {
        return image.map(LabelledImage::targets).orElse(List.of());
    }

    private void made(Step step) {
        Project now = document.project();
        written(now, store.commit(step, edits.annotator()));
        if (step.changesSchema()) {
            proposals.change(p -> p.under(step.before(), step.after()));
        }
        pictures.take(step.edits());
        Optional<Long> shown = picture.get().map(LabelledImage::id);
        picture.set(shown.flatMap(now::image));
        if (picture.get().isEmpty()) {
            pictures.shown().stream().findFirst().ifPresent(first -> show(first.id()));
        }
        if (selected().isEmpty()) {
            selection.set(Optional.empty());
        }
        currentClass.set(Math.min(currentClass.get(), now.schema().classes().size() - 1));
        List.copyOf(listeners).forEach(l -> l.accept(step));
        schema.set(now.schema());
    }

    private void written(Project now, CompletableFuture<Void> writing) {
        saved.set(false);
        writing.whenCompleteAsync(
                (_, failure) -> {
                    if (failure == null) {
                        document.markSaved(now);
                        saved.set(document.isSaved());
                    } else {
                        refusal.set(Optional.of(Sentence.of(failure)));
                    }
                },
                owner);
    }
}
