package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

class ContactSheetTest {

    private static final Size PICTURE = new Size(200, 100);

    private static DecodedImage plain(int rgb) {
        int[] argb = new int[PICTURE.width() * PICTURE.height()];
        Arrays.fill(argb, 0xff000000 | rgb);
        return new DecodedImage(PICTURE, argb, true);
    }

    private static int pixel(DecodedImage image, int x, int y) {
        return image.argb()[y * image.size().width() + x] & 0xffffff;
    }

    @Test
    void picturesFillTheRowsFromTheTopLeftAndKeepTheirAspectRatio() {
        ContactSheet sheet = new ContactSheet(Schema.ARMOR_PLATE, 2, new Size(100, 80));
        DecodedImage drawn =
                sheet.draw(
                        List.of(
                                new ContactSheet.Tile(plain(0x112233), List.of()),
                                new ContactSheet.Tile(plain(0x445566), List.of()),
                                new ContactSheet.Tile(plain(0x778899), List.of())));
        assertThat(drawn.size()).isEqualTo(new Size(2 * 104 + 4, 2 * 84 + 4));
        assertThat(pixel(drawn, 4 + 50, 4 + 25)).isEqualTo(0x112233);
        assertThat(pixel(drawn, 108 + 50, 4 + 25)).isEqualTo(0x445566);
        assertThat(pixel(drawn, 4 + 50, 88 + 25)).isEqualTo(0x778899);
        assertThat(pixel(drawn, 4 + 50, 4 + 60)).as("below a 2:1 picture").isZero();
    }

    @Test
    void barsAreDrawnInTheColourOfTheClassWhereTheLabelLies() {
        Target plate =
                Target.of(
                        Schema.ARMOR_PLATE.classIndex("R3").orElseThrow(),
                        List.of(
                                Keypoint.visible(41, 20),
                                Keypoint.visible(41, 80),
                                Keypoint.visible(161, 80),
                                Keypoint.UNLABELLED),
                        Optional.empty(),
                        "");
        DecodedImage drawn =
                new ContactSheet(Schema.ARMOR_PLATE, 1, new Size(100, 50))
                        .draw(List.of(new ContactSheet.Tile(plain(0), List.of(plate))));
        assertThat(pixel(drawn, 4 + 20, 4 + 25)).as("middle of the left bar").isEqualTo(0xff5a4d);
        assertThat(pixel(drawn, 4 + 80, 4 + 25)).as("a bar with an unlabelled end").isZero();
    }
}
