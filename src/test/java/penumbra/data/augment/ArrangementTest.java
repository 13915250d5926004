package penumbra.data.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Visibility;

class ArrangementTest {

    private static Sample sample(int colour, int width, int height, InputLabel... labels) {
        return new Sample(Pictures.plain(width, height, colour), List.of(labels), Pictures.ORIGIN);
    }

    @Test
    void fourPicturesMeetInThePointThatIsDrawnFirstDownThenAcross() {
        Scripted random = new Scripted(0.25, 0.75);
        List<Optional<Sample>> four =
                List.of(
                        Optional.of(sample(1, 8, 6)),
                        Optional.of(sample(2, 8, 4)),
                        Optional.of(sample(3, 5, 8)),
                        Optional.of(sample(4, 8, 8)));

        RgbImage canvas = Arrangement.mosaic(four, 8, random).collage().canvas();

        // y = 4 + 0.25 * 8 = 6, x = 4 + 0.75 * 8 = 10 of 16.
        assertThat(random.isSpent()).isTrue();
        String drawn = "";
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                int pixel = canvas.rgb()[y * 16 + x];
                drawn += pixel == RgbImage.OUTSIDE ? "." : pixel;
            }
            drawn += "\n";
        }
        String upper = "..11111111......\n".repeat(2) + "..11111111222222\n".repeat(4);
        String lower = ".....33333444444\n".repeat(8) + "................\n".repeat(2);
        assertThat(drawn).isEqualTo(upper + lower);
    }

    @Test
    void labelsGoWithTheirPicturesAndEndAtTheCanvas() {
        InputLabel plate = Pictures.plate(3, 1, 2, 4, 2);
        Sample first = sample(1, 8, 6, plate);
        Sample last = sample(4, 8, 8, plate);

        Arrangement arranged =
                Arrangement.mosaic(
                        List.of(
                                Optional.of(first),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(last)),
                        8,
                        new Scripted(0.25, 0.99));

        // x = 11, y = 6: the first begins at (3, 0), the last at (11, 6) and ends behind column 15.
        assertThat(arranged.labels())
                .containsExactly(
                        Pictures.plate(3, 4, 2, 4, 2),
                        new InputLabel(
                                3,
                                new Box(12, 8, 4, 2),
                                List.of(
                                        Keypoint.visible(12, 8),
                                        Keypoint.visible(12, 10),
                                        Keypoint.visible(16, 10),
                                        Keypoint.visible(16, 8))));
        Arrangement cut =
                Arrangement.mosaic(
                        List.of(Optional.of(sample(1, 14, 6, plate))), 8, new Scripted(0, 0.5));
        // Begins at (8 - 14, 4 - 6) = (-6, -2), so that the plate is at (-5, 0), all beyond.
        assertThat(cut.labels()).isEmpty();
        Arrangement half =
                Arrangement.mosaic(
                        List.of(Optional.of(sample(1, 12, 6, plate))), 8, new Scripted(0, 0.625));
        // Begins at (9 - 12, 4 - 6): the plate's left bar is at x = -2.
        assertThat(half.labels().getFirst().box()).isEqualTo(new Box(0, 0, 2, 2));
        assertThat(half.labels().getFirst().keypoints())
                .containsExactly(
                        new Keypoint(new Point(0, 0), Visibility.UNLABELLED),
                        new Keypoint(new Point(0, 2), Visibility.UNLABELLED),
                        Keypoint.visible(2, 2),
                        Keypoint.visible(2, 0));
        assertThat(half.labels().getFirst().annotated().getFirst())
                .isEqualTo(Keypoint.visible(-2, 0));
    }

    @Test
    void onePictureLiesInTheMiddleOfASquare() {
        Arrangement arranged =
                Arrangement.letterboxed(sample(7, 8, 4, Pictures.plate(0, 1, 1, 4, 2)), 8);

        assertThat(arranged.collage().canvas().rgb())
                .startsWith(RgbImage.OUTSIDE)
                .contains(7)
                .endsWith(RgbImage.OUTSIDE);
        assertThat(arranged.labels()).containsExactly(Pictures.plate(0, 1, 3, 4, 2));
        assertThatThrownBy(() -> Arrangement.letterboxed(sample(7, 8, 4), 16))
                .hasMessage("8x4 was not loaded for a side of 16");
    }
}
