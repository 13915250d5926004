package penumbra.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.edit.Edit;
import penumbra.edit.LabelEdits;
import penumbra.edit.Selection;
import penumbra.format.ExistingRule;
import penumbra.format.ImportPlan;
import penumbra.format.LabelSet;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.store.ProjectStore;

class StudioTest {

    private static final List<Point> PLATE =
            List.of(new Point(10, 10), new Point(10, 30), new Point(60, 30), new Point(60, 10));

    @TempDir Path folder;

    /// Runs when the test says so, as a slow disk would.
    private final Queue<Runnable> disk = new ArrayDeque<>();

    private ProjectStore store;
    private Studio studio;

    @BeforeEach
    void open() throws Exception {
        store = ProjectStore.create(folder.resolve("p.penumbra"), Schema.ARMOR_PLATE, disk::add);
        List<LabelledImage> images = List.of(image(1), image(2));
        store.commitAll(
                Optional.empty(),
                images.stream().map(image -> Edit.add("add-picture", image)).toList(),
                "");
        write();
        Project project = Project.of(Schema.ARMOR_PLATE, images);
        studio = new Studio(store, project, Pictures.of(project), "ann", Runnable::run);
    }

    @AfterEach
    void close() {
        write();
        studio.close();
    }

    private void write() {
        while (!disk.isEmpty()) {
            disk.poll().run();
        }
    }

    private static LabelledImage image(long id) {
        return new LabelledImage(
                id, id + ".png", new Size(100, 80), List.of(), LabelState.UNLABELLED, "");
    }

    private LabelledImage shown() {
        return studio.pictureProperty().get().orElseThrow();
    }

    private void label() {
        studio.apply(studio.edits().add(shown(), 0, PLATE));
    }

    @Test
    void anEditIsSavedOnceItLiesOnDiskAndNotBefore() throws Exception {
        assertThat(studio.savedProperty().get()).isTrue();
        label();
        assertThat(studio.savedProperty().get()).isFalse();
        studio.apply(studio.edits().setState(shown(), LabelState.REVIEWED, "").orElseThrow());
        disk.poll().run();
        assertThat(studio.savedProperty().get()).as("one of two").isFalse();
        write();
        assertThat(studio.savedProperty().get()).isTrue();
        assertThat(store.replay()).isEqualTo(studio.project());
    }

    @Test
    void undoAndRedoTurnToThePictureAndSayWhere() {
        label();
        studio.show(2);
        assertThat(studio.undo()).contains(new Box(10, 10, 50, 20));
        assertThat(shown().id()).isEqualTo(1);
        assertThat(shown().targets()).isEmpty();
        assertThat(studio.selectionProperty().get()).isEmpty();
        studio.show(2);
        assertThat(studio.redo()).contains(new Box(10, 10, 50, 20));
        assertThat(shown().id()).isEqualTo(1);
        assertThat(studio.selected()).isEqualTo(Optional.of(shown().targets().getFirst()));
        assertThat(studio.redo()).isEmpty();
    }

    /// A plate of a class that is new, on the first picture, and a picture that is new.
    private ImportPlan plan() throws Exception {
        Target plate =
                new LabelEdits("other", UUID::randomUUID)
                        .add(image(1), 0, PLATE)
                        .after()
                        .orElseThrow()
                        .targets()
                        .getFirst();
        LabelSet labels =
                new LabelSet(
                        Schema.plain(Schema.ARMOR_PLATE.keypoints(), List.of("N3")),
                        true,
                        List.of(image(1).withTargets(List.of(plate)), image(3)),
                        List.of());
        return ImportPlan.of(
                Optional.of(studio.project()), folder, labels, Map.of(), ExistingRule.KEEP);
    }

    @Test
    void anImportIsOneStepWhoseUndoRestoresExactlyWhatWasThere() throws Exception {
        studio.show(2);
        label();
        studio.currentClassProperty().set(3);
        Project before = studio.project();
        ImportPlan plan = plan();
        studio.apply(plan.step().orElseThrow());
        assertThat(studio.project()).isEqualTo(plan.after());
        assertThat(studio.schema().classIndex("N3")).hasValue(16);
        assertThat(studio.schemaProperty().get()).isEqualTo(studio.schema());
        assertThat(studio.pictures().count()).isEqualTo(3);
        assertThat(shown().id()).as("the picture at hand stays").isEqualTo(2);
        studio.show(3);
        studio.currentClassProperty().set(16);
        write();
        assertThat(store.replay()).isEqualTo(plan.after());

        studio.undo();
        assertThat(studio.project()).isEqualTo(before);
        assertThat(studio.schemaProperty().get()).isEqualTo(Schema.ARMOR_PLATE);
        assertThat(studio.pictures().shown()).isEqualTo(before.images());
        assertThat(shown().id()).as("the picture that was shown is gone").isEqualTo(1);
        assertThat(studio.currentClassProperty().get()).isEqualTo(15);
        write();
        assertThat(studio.savedProperty().get()).isTrue();
        assertThat(store.replay()).isEqualTo(before);
        store.verify();

        studio.redo();
        write();
        assertThat(studio.project()).isEqualTo(plan.after());
        assertThat(store.replay()).isEqualTo(plan.after());
        studio.undo();
        studio.undo();
        write();
        assertThat(store.replay().targetCount()).as("what was before the import too").isZero();
    }

    @Test
    void whatIsDeletedIsNoLongerSelected() {
        label();
        Selection plate = Selection.first(shown()).orElseThrow();
        studio.selectionProperty().set(Optional.of(plate));
        studio.apply(studio.edits().delete(shown(), plate.targetId()).orElseThrow());
        assertThat(studio.selectionProperty().get()).isEmpty();
    }

    @Test
    void afterAnEditThatCouldNotBeWrittenNothingMoreIsEditedAndNothingIsLost() throws Exception {
        Files.move(folder.resolve("p.penumbra"), folder.resolve("elsewhere"));
        label();
        write();
        assertThat(studio.refusalProperty().get().orElseThrow()).contains("p.penumbra");
        assertThat(studio.savedProperty().get()).isFalse();
        Project now = studio.project();
        int[] refused = {0};
        studio.onRefused(() -> refused[0]++);
        assertThat(studio.apply(studio.edits().add(shown(), 0, PLATE))).isFalse();
        assertThat(refused[0]).isEqualTo(1);
        assertThat(studio.undo()).isEmpty();
        assertThat(studio.project()).isSameAs(now);
        assertThat(store.notOnDisk()).hasSize(1);
    }
}
