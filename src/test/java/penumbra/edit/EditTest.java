package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static penumbra.model.Samples.picture;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.model.Project;
import penumbra.model.Schema;

class EditTest {

    private final Project project =
            Project.of(Schema.ARMOR_PLATE, List.of(picture(1, 10), picture(2, 20)));

    @Test
    void aChangeReplacesItsPictureAndItsInverseBringsItBack() {
        Edit edit = Edit.change("move-point", picture(2, 20), picture(2, 21));
        Project after = edit.applyTo(project);
        assertThat(after.images()).containsExactly(picture(1, 10), picture(2, 21));
        assertThat(edit.inverse().applyTo(after)).isEqualTo(project);
    }

    @Test
    void anAdditionAddsAndItsInverseRemoves() {
        Edit edit = Edit.add("import", picture(3, 30));
        Project after = edit.applyTo(project);
        assertThat(after.images()).hasSize(3).last().isEqualTo(picture(3, 30));
        assertThat(edit.inverse().applyTo(after)).isEqualTo(project);
    }

    @Test
    void theInverseOfTheInverseIsTheEdit() {
        Edit edit = Edit.add("import", picture(3));
        assertThat(edit.inverse().inverse()).isEqualTo(edit);
        assertThat(edit.inverse().label()).isEqualTo("import");
    }

    @Test
    void anEditThatDoesNotFitThePictureAsItIsNowIsRefused() {
        for (Edit edit :
                List.of(
                        Edit.change("move-point", picture(2, 19), picture(2, 21)),
                        Edit.change("move-point", picture(7, 1), picture(7, 2)),
                        Edit.add("import", picture(1, 10)),
                        Edit.add("import", picture(5)).inverse())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> edit.applyTo(project))
                    .withMessageContaining(edit.label())
                    .withMessageContaining("picture " + edit.imageId());
        }
    }

    @Test
    void aDifferenceInTheLastBitDoesNotFit() {
        Edit edit = Edit.change("move-point", picture(2, Math.nextUp(20.0)), picture(2, 21));
        assertThatIllegalStateException().isThrownBy(() -> edit.applyTo(project));
    }

    @Test
    void anEditConcernsOnePictureAndIsNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edit("x", 1, Optional.empty(), Optional.empty()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Edit.change("x", picture(1), picture(2)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Edit("x", 3, Optional.empty(), Optional.of(picture(2))));
    }
}
