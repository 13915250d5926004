package penumbra.data.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

class InputSideTest {

    private static Target plate(double bar) {
        List<Keypoint> points =
                Stream.of(
                                new Point(10, 10),
                                new Point(10, 10 + bar),
                                new Point(60, 10 + bar),
                                new Point(60, 10))
                        .map(p -> new Keypoint(p, Visibility.VISIBLE))
                        .toList();
        return Target.of(0, points, Optional.empty(), "person");
    }

    private static List<InputSide.Seen> pictures(int width, double... bars) {
        return Arrays.stream(bars)
                .mapToObj(
                        bar -> new InputSide.Seen(new Size(width, width / 2), List.of(plate(bar))))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // 24 px of 1280 are 12 of 640, 16 px are 12 of 960, 12 px are 12 of 1280.
        "1280, 24, 640",
        "1280, 23.9, 960",
        "1280, 16, 960",
        "1280, 15.9, 1280",
        "1280, 3, 1280",
        "4000, 20, 1280",
        "1920, 30, 960",
        "720, 5, 736",
        "320, 5, 640"
    })
    void theMiddleBarHasTwelvePixelsAndThePictureItsOwn(int width, double bar, int side) {
        assertThat(InputSide.of(Schema.ARMOR_PLATE, pictures(width, bar, 2 * bar, bar, bar / 4)))
                .isEqualTo(side);
    }

    @Test
    void withoutLabelsOrEdgesItIsTheUsualOne() {
        assertThat(InputSide.of(Schema.ARMOR_PLATE, List.of())).isEqualTo(640);
        Schema plain = Schema.plain(List.of("a", "b", "c", "d"), List.of("thing"));
        assertThat(InputSide.of(plain, pictures(1280, 3))).isEqualTo(640);
    }
}
