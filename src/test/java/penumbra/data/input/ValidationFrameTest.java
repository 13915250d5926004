package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;

class ValidationFrameTest {

    private static List<Size> inputs(int side, int group, Size... pictures) {
        return ValidationFrame.inputs(List.of(pictures), side, group);
    }

    @Test
    void inputsHaveHalfAGrainMoreThanPicturesNeed() {
        assertThat(inputs(640, 16, new Size(640, 480))).containsExactly(new Size(672, 512));
        assertThat(inputs(320, 16, new Size(640, 480))).containsExactly(new Size(352, 256));
        assertThat(inputs(640, 16, new Size(1280, 1024))).containsExactly(new Size(672, 544));
        assertThat(inputs(640, 16, new Size(480, 640))).containsExactly(new Size(512, 672));
    }

    @Test
    void picturesAreGroupedByTheirProportionsAndComeBackInTheirOrder() {
        Size wide = new Size(640, 320);
        Size tall = new Size(320, 640);
        assertThat(inputs(640, 2, tall, wide, tall, wide))
                .containsExactly(
                        new Size(352, 672),
                        new Size(672, 352),
                        new Size(352, 672),
                        new Size(672, 352));
        assertThat(inputs(640, 4, tall, wide)).containsOnly(new Size(672, 672));
    }

    @Test
    void pointsAndBoxesGoThereAndBack() {
        ValidationFrame frame = ValidationFrame.of(new Size(1280, 1024), 640, new Size(672, 544));
        assertThat(frame.toInput(new Point(0, 0))).isEqualTo(new Point(16, 16));
        assertThat(frame.toInput(new Point(100, 200))).isEqualTo(new Point(66, 116));
        Box box = new Box(100, 200, 33, 44);
        assertThat(frame.toInput(box)).isEqualTo(new Box(66, 116, 16.5, 22));
        Point back = frame.toPicture(frame.toInput(new Point(-3.3, 7.7)));
        assertThat(back.x()).isCloseTo(-3.3, within(1e-12));
        assertThat(back.y()).isCloseTo(7.7, within(1e-12));
        assertThat(frame.toPicture(frame.toInput(box))).isEqualTo(box);
    }
}
