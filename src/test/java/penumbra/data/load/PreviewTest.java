package penumbra.data.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.data.input.InputLabel;
import penumbra.geometry.Box;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;

class PreviewTest {

    private static final int SIDE = 64;

    /// Pictures of an even colour each, the second one with a red plate.
    private static Batch batch(int pictures) {
        float[] pixels = new float[pictures * 3 * SIDE * SIDE];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i / (3 * SIDE * SIDE) * 0.1f;
        }
        InputLabel plate =
                new InputLabel(
                        Schema.ARMOR_PLATE.classIndex("R3").getAsInt(),
                        new Box(10, 20, 40, 20),
                        List.of(
                                Keypoint.visible(12, 22),
                                Keypoint.visible(12, 38),
                                Keypoint.visible(48, 38),
                                Keypoint.visible(48, 22)));
        List<List<InputLabel>> targets = new ArrayList<>(Collections.nCopies(pictures, List.of()));
        targets.set(1, List.of(plate));
        return new Batch(0, pixels, SIDE, targets, Collections.nCopies(pictures, Path.of("p.jpg")));
    }

    @Test
    void picturesStandInRowsOfFourWithTheirLabelsOnThem() {
        DecodedImage sheet = Preview.draw(batch(5), Schema.ARMOR_PLATE);

        // Gaps of 4 px.
        assertThat(sheet.size()).isEqualTo(new Size(4 * 68 + 4, 2 * 68 + 4));
        int width = sheet.size().width();
        assertThat(sheet.argb()[36 * width + 36] & 0xFFFFFF).isZero();
        assertThat(sheet.argb()[36 * width + 72 + 30] & 0xFFFFFF).isEqualTo(0x1A1A1A);
        assertThat(sheet.argb()[104 * width + 36] & 0xFFFFFF).isEqualTo(0x666666);
        // The left bar at x = 12 of the second picture, and the upper side of its box.
        assertThat(red(sheet.argb()[(4 + 30) * width + 72 + 12])).isTrue();
        assertThat(red(sheet.argb()[(4 + 20) * width + 72 + 30])).isTrue();
        assertThat(red(sheet.argb()[(4 + 12) * width + 72 + 30])).isFalse();
    }

    @Test
    void aSmallBatchMakesASmallSheet() {
        assertThat(Preview.draw(batch(2), Schema.ARMOR_PLATE).size())
                .isEqualTo(new Size(2 * 68 + 4, 68 + 4));
    }

    private static boolean red(int argb) {
        return (argb >> 16 & 0xFF) > (argb & 0xFF) + 30;
    }
}
