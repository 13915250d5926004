package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class DrawnTargetsTest {

    private static final Size SIZE = new Size(200, 160);

    private static DecodedImage drawn(int classIndex, Box box) {
        Target target =
                Target.of(
                        classIndex,
                        List.of(
                                Keypoint.UNLABELLED,
                                Keypoint.UNLABELLED,
                                Keypoint.UNLABELLED,
                                Keypoint.UNLABELLED),
                        Optional.of(box),
                        "");
        DecodedImage grey = new DecodedImage(SIZE, new int[SIZE.width() * SIZE.height()], true);
        return new DrawnTargets(Schema.ARMOR_PLATE).draw(grey, List.of(target));
    }

    /// Pixels of rows from one up to another that are not black any more.
    private static long marked(DecodedImage picture, int from, int to) {
        long marked = 0;
        for (int i = from * SIZE.width(); i < to * SIZE.width(); i++) {
            marked += (picture.argb()[i] & 0xFFFFFF) == 0 ? 0 : 1;
        }
        return marked;
    }

    @Test
    void theNameOfTheClassStandsAboveTheBox() {
        DecodedImage picture = drawn(1, new Box(60, 60, 80, 40));
        assertThat(marked(picture, 40, 58)).isGreaterThan(20);
        assertThat(marked(picture, 103, 160)).isZero();
        assertThat(picture.argb()).isNotEqualTo(drawn(2, new Box(60, 60, 80, 40)).argb());
    }

    @Test
    void whereThePictureEndsItStandsBelow() {
        DecodedImage picture = drawn(1, new Box(60, 4, 80, 40));
        assertThat(marked(picture, 0, 3)).isZero();
        assertThat(marked(picture, 46, 62)).isGreaterThan(20);
    }
}
