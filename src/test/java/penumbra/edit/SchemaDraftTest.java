package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.model.LabelClass;
import penumbra.model.LabelledImage;
import penumbra.model.Project;
import penumbra.model.Schema;
import penumbra.store.ProjectStore;

class SchemaDraftTest {

    /// Classes BG (0), B3 (3) and RB (15) are in use.
    private final LabelledImage first =
            picture(1).withTargets(List.of(plate(0, 10), plate(3, 60), plate(15, 90)));

    private final Project project =
            Project.of(Schema.ARMOR_PLATE, List.of(first, picture(2), picture(3, 7)));
    private final SchemaDraft draft = SchemaDraft.of(project.schema());

    private static List<String> namesOfPlates(Project project) {
        return project.images().stream()
                .flatMap(i -> i.targets().stream())
                .map(t -> project.schema().classNames().get(t.classIndex()))
                .toList();
    }

    /// The project after the step, whose inverse must lead back.
    private Project after(SchemaDraft wanted) {
        Step step = wanted.step(project).orElseThrow();
        Project after = step.applyTo(project);
        assertThat(step.inverse().applyTo(after)).isEqualTo(project);
        return after;
    }

    @Test
    void theSchemaAsItIsNeedsNoStep() {
        assertThat(draft.step(project)).isEmpty();
    }

    @Test
    void aNewNameAndColourLeaveThePlatesAlone() {
        Project after = after(draft.with(3, "blue three", "#123456"));
        assertThat(after.schema().classes().get(3))
                .isEqualTo(new LabelClass("blue three", "#123456"));
        assertThat(after.images()).isEqualTo(project.images());
    }

    @Test
    void classesThatChangePlacesTakeTheirPlatesAlong() {
        Project after = after(draft.moved(15, 0).moved(5, 1));
        assertThat(after.schema().classNames()).startsWith("RB", "B4", "BG", "B1");
        assertThat(namesOfPlates(after)).isEqualTo(namesOfPlates(project));
        assertThat(after.image(1).orElseThrow().targets().getLast().classIndex()).isZero();
        assertThat(after.image(2)).isEqualTo(project.image(2));
    }

    @Test
    void anUnusedClassGoesAndTheRestMovesUp() {
        assertThat(draft.uses(1, project)).isZero();
        Project after = after(draft.without(1).withClass("N3").withSigma(2, 0.1));
        assertThat(after.schema().classNames()).hasSize(16).endsWith("RB", "N3");
        assertThat(after.schema().classes().getLast().colour()).isEqualTo("#b0b0b0");
        assertThat(after.schema().oksSigmas()).containsExactly(0.25, 0.25, 0.1, 0.25);
        assertThat(namesOfPlates(after)).isEqualTo(namesOfPlates(project));
    }

    @Test
    void aClassThatPlatesHaveCannotGo() {
        assertThat(draft.uses(0, project)).isEqualTo(2);
        assertThat(draft.moved(0, 4).uses(4, project)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> draft.without(0).step(project));
    }

    @Test
    void namesMustDifferAndBeThere() {
        assertThat(draft.faultyName()).isEmpty();
        assertThat(draft.with(1, "R3", "#000000").faultyName()).contains("R3");
        assertThat(draft.with(1, " ", "#000000").faultyName()).contains(" ");
    }

    @Test
    void anyDraftGoesToDiskAndBack(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("p.penumbra");
        try (ProjectStore store = ProjectStore.create(file, project.schema(), Runnable::run)) {
            List<Edit> add = project.images().stream().map(i -> Edit.add("add", i)).toList();
            store.commitAll(Optional.empty(), add, "").get();
            List<SchemaDraft> drafts =
                    List.of(
                            draft.moved(15, 0),
                            draft.without(1).without(1),
                            draft.without(1).withClass("N3"),
                            draft.withClass("N3").moved(16, 2),
                            draft.withSigma(0, 0.031).moved(3, 9).without(12));
            for (SchemaDraft wanted : drafts) {
                Step step = wanted.step(project).orElseThrow();
                store.commit(step, "").get();
                store.commit(step.inverse(), "").get();
            }
            assertThat(store.replay()).isEqualTo(project);
        }
        try (ProjectStore store = ProjectStore.open(file, Runnable::run)) {
            assertThat(store.project()).isEqualTo(project);
        }
    }

    @Test
    void everyOrderKeepsEveryPlatesClass() {
        IntStream.range(0, 16)
                .forEach(from ->
                        IntStream.range(0, 16)
                                .filter(to -> to != from)
                                .forEach(to ->
                                        assertThat(namesOfPlates(after(draft.moved(from, to))))
                                                .isEqualTo(namesOfPlates(project))));
    }
}
