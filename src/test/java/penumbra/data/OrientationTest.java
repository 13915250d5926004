package penumbra.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.geometry.Size;

class OrientationTest {

    /// Three columns, two rows: `abc` over `def`.
    private static final DecodedImage STORED =
            new DecodedImage(new Size(3, 2), new int[] {'a', 'b', 'c', 'd', 'e', 'f'}, true);

    @ParameterizedTest
    @CsvSource({
        "1, abc/def",
        "2, cba/fed",
        "3, fed/cba",
        "4, def/abc",
        "5, ad/be/cf",
        "6, da/eb/fc",
        "7, fc/eb/da",
        "8, cf/be/ad",
    })
    void eachExifValueTurnsThePictureAsTheStandardSays(int value, String upright) {
        assertThat(rows(Orientation.ofExif(value).apply(STORED))).isEqualTo(upright);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 65535})
    void valuesThatExifDoesNotKnowMeanUpright(int value) {
        assertThat(Orientation.ofExif(value)).isEqualTo(Orientation.UPRIGHT);
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void sizeAndPictureAgree(Orientation orientation) {
        assertThat(orientation.apply(STORED).size()).isEqualTo(orientation.apply(STORED.size()));
    }

    @Test
    void damageStaysFlagged() {
        DecodedImage damaged = new DecodedImage(new Size(1, 1), new int[] {7}, false);
        assertThat(Orientation.HALF_TURN.apply(damaged).complete()).isFalse();
    }

    private static String rows(DecodedImage image) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < image.argb().length; i++) {
            if (i > 0 && i % image.size().width() == 0) {
                rows.append('/');
            }
            rows.append((char) image.argb()[i]);
        }
        return rows.toString();
    }
}
