package penumbra.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static penumbra.model.Samples.picture;
import static penumbra.model.Samples.plate;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class SelectionTest {

    private final Target a = plate(0, 10);
    private final Target b = plate(1, 60);
    private final Target c = plate(2, 110);
    private final LabelledImage image = picture(1).withTargets(List.of(a, b, c));

    @Test
    void aPartNamesItsKeypoints() {
        Schema schema = Schema.ARMOR_PLATE;
        assertThat(Selection.whole(1, a.id()).keypoints(schema)).containsExactly(0, 1, 2, 3);
        assertThat(Selection.point(1, a.id(), 2).keypoints(schema)).containsExactly(2);
        assertThat(Selection.bar(1, a.id(), 1).keypoints(schema)).containsExactly(2, 3);
    }

    @Test
    void aPartThatTheSchemaLacksIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.point(1, a.id(), 4).keypoints(Schema.ARMOR_PLATE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Selection.bar(1, a.id(), -1).keypoints(Schema.ARMOR_PLATE));
    }

    @Test
    void aTargetIsFoundInItsPictureOnly() {
        assertThat(Selection.whole(1, b.id()).in(image)).contains(b);
        assertThat(Selection.whole(2, b.id()).in(image)).isEmpty();
        assertThat(Selection.whole(1, new UUID(0, 0)).in(image)).isEmpty();
    }

    @Test
    void theNextTargetComesAfterTheLastOneFromTheFront() {
        Selection point = Selection.point(1, b.id(), 2);
        assertThat(point.next(image)).contains(Selection.whole(1, c.id()));
        assertThat(point.previous(image)).contains(Selection.whole(1, a.id()));
        assertThat(Selection.whole(1, c.id()).next(image)).contains(Selection.whole(1, a.id()));
        assertThat(Selection.whole(1, a.id()).previous(image)).contains(Selection.whole(1, c.id()));
    }

    @Test
    void fromATargetThatIsGoneTheFirstOneIsNext() {
        Selection gone = Selection.whole(1, new UUID(0, 0));
        assertThat(gone.next(image)).contains(Selection.whole(1, a.id()));
        assertThat(Selection.whole(9, b.id()).previous(image)).contains(Selection.whole(1, a.id()));
        assertThat(gone.next(picture(1))).isEmpty();
        assertThat(Selection.first(picture(1))).isEmpty();
    }
}
