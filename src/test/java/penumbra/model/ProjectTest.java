package penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    @Test
    void picturesStandInTheOrderOfTheirIds() {
        Project project = Project.of(SCHEMA, List.of(picture(9), picture(2), picture(5)));
        assertThat(project.images()).extracting(LabelledImage::id).containsExactly(2L, 5L, 9L);
    }

    @Test
    void aPictureIsFoundByItsId() {
        Project project = Project.of(SCHEMA, List.of(picture(9), picture(2)));
        assertThat(project.image(9)).contains(picture(9));
        assertThat(project.image(3)).isEmpty();
    }

    @Test
    void twoPicturesOfOneIdAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Project.of(SCHEMA, List.of(picture(2), picture(2))))
                .withMessageContaining("id 2");
    }

    @Test
    void aTargetOfAClassOrWithAKeypointTheSchemaLacksIsRefusedEverywhere() {
        Project empty = Project.empty(SCHEMA);
        for (Target bad : List.of(plate(16, 0), Samples.withKeypoints(3))) {
            LabelledImage image = picture(1).withTargets(List.of(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> empty.with(image));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Project.of(SCHEMA, List.of(image)))
                    .withMessageContaining("1.png");
        }
        Project project = empty.with(picture(1).withTargets(List.of(plate(15, 0))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        project.withSchema(Schema.plain(SCHEMA.keypoints(), List.of("only"))));
    }

    @Test
    void aGrownSchemaKeepsAllTargets() {
        Project project = Project.of(SCHEMA, List.of(picture(1, 5)));
        Project grown = project.withSchema(SCHEMA.withClass("N3"));
        assertThat(grown.images()).isEqualTo(project.images());
        assertThat(grown.schema().classes()).hasSize(17);
        assertThat(grown).isNotEqualTo(project);
    }

    @Test
    void anEditedProjectSharesTheOtherPictures() {
        Project before = Project.of(SCHEMA, List.of(picture(1, 1), picture(2, 2)));
        Project after = before.with(picture(2, 3));
        assertThat(after.images().getFirst()).isSameAs(before.images().getFirst());
        assertThat(before.image(2)).contains(picture(2, 2));
        assertThat(after.image(2)).contains(picture(2, 3));
    }

    @Test
    void picturesCannotBeChangedFromOutside() {
        List<LabelledImage> mine = new ArrayList<>(List.of(picture(1)));
        Project project = Project.of(SCHEMA, mine);
        mine.clear();
        assertThat(project.images()).hasSize(1);
        assertThatThrownBy(() -> project.images().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void targetsAreCountedOverAllPictures() {
        LabelledImage two = picture(2).withTargets(List.of(plate(0, 1), plate(1, 2)));
        assertThat(Project.of(SCHEMA, List.of(picture(1, 1), two, picture(3))).targetCount())
                .isEqualTo(3);
    }

    @Test
    void aCoordinateThatDiffersByItsLastBitMakesAnotherProject() {
        Project one = Project.of(SCHEMA, List.of(picture(1, 100.1)));
        assertThat(one).isEqualTo(Project.of(SCHEMA, List.of(picture(1, 100.1))));
        assertThat(one).hasSameHashCodeAs(Project.of(SCHEMA, List.of(picture(1, 100.1))));
        assertThat(one).isNotEqualTo(Project.of(SCHEMA, List.of(picture(1, Math.nextUp(100.1)))));
    }

    /// Against a sorted map: even numbers put a picture in, odd ones take one out.
    @Property(tries = 200)
    void anySequenceOfWithAndWithoutIsWhatASortedMapHolds(
            @ForAll @Size(max = 40) List<@IntRange(max = 19) Integer> steps) {
        Project project = Project.empty(SCHEMA);
        Map<Long, LabelledImage> map = new TreeMap<>();
        int x = 0;
        for (int step : steps) {
            long id = step / 2;
            if (step % 2 == 0) {
                LabelledImage image = picture(id, ++x);
                project = project.with(image);
                map.put(id, image);
            } else {
                project = project.without(id);
                map.remove(id);
            }
        }
        assertThat(project.images()).containsExactlyElementsOf(map.values());
        for (long id = 0; id < 10; id++) {
            assertThat(project.image(id).orElse(null)).isEqualTo(map.get(id));
        }
    }
}
