package penumbra.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;

class StickerTest {

    @Test
    void everyClassOfTheSchemaHasAStickerThatFitsBetweenItsBars() {
        for (String name : Schema.ARMOR_PLATE.classNames()) {
            Sticker sticker = Sticker.ofClass(name).orElseThrow();
            double half = sticker.size().barDistance() / 2 - sticker.strokeWidth() / 2;
            assertThat(sticker.strokes()).as(name).isNotEmpty();
            assertThat(sticker.strokes().stream().flatMap(List::stream))
                    .as(name)
                    .allMatch(p -> Math.abs(p.x()) < half && Math.abs(p.y()) <= 50);
        }
    }

    @Test
    void stickersDifferBetweenNumbersAndNotBetweenColours() {
        List<Sticker> blue = stickers("BG", "B1", "B2", "B3", "B4", "B5", "BO", "BB");
        assertThat(blue).doesNotHaveDuplicates();
        assertThat(stickers("RG", "R1", "R2", "R3", "R4", "R5", "RO", "RB")).isEqualTo(blue);
    }

    @ParameterizedTest
    @CsvSource({
        "R1,LARGE",
        "BB,LARGE",
        "PBb,LARGE",
        "NL4,LARGE",
        "RBs,SMALL",
        "B3,SMALL",
        "1,LARGE"
    })
    void theNameOfAClassTellsTheSizeOfItsPlates(String name, PlateSize size) {
        assertThat(PlateSize.ofClass(name)).isEqualTo(size);
        assertThat(Sticker.ofClass(name)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"''", "car", "B", "R9"})
    void aNameOfAnotherKindIsTakenForASmallPlate(String name) {
        assertThat(PlateSize.ofClass(name))
                .isEqualTo(name.equals("B") ? PlateSize.LARGE : PlateSize.SMALL);
        assertThat(Sticker.ofClass(name).isPresent()).isEqualTo(name.equals("B"));
    }

    @Test
    void platesAreMeasuredInMillimetres() {
        assertThat(PlateSize.SMALL.ends())
                .isEqualTo(
                        new Quad(
                                new Point(-67.5, -28),
                                new Point(-67.5, 28),
                                new Point(67.5, 28),
                                new Point(67.5, -28)));
        assertThat(PlateSize.LARGE.aspect()).isEqualTo(230.0 / 56);
    }

    @Test
    void aStickerSeenFrontallyAtHalfAPixelAMillimetre() {
        Sticker one = Sticker.ofClass("R1").orElseThrow();
        Quad ends =
                new Quad(
                        new Point(42.5, 86),
                        new Point(42.5, 114),
                        new Point(157.5, 114),
                        new Point(157.5, 86));
        List<Point> stroke = one.on(ends).orElseThrow().getFirst();
        // The foot of the 1 stands 6 mm right of and 50 mm below the middle.
        assertThat(stroke.getLast().x()).isCloseTo(103, within(1e-9));
        assertThat(stroke.getLast().y()).isCloseTo(125, within(1e-9));
    }

    @Test
    void swappedBarsMirrorTheSticker() {
        Sticker five = Sticker.ofClass("B5").orElseThrow();
        Quad ends = PlateSize.SMALL.ends();
        Quad swapped =
                new Quad(ends.topRight(), ends.bottomRight(), ends.bottomLeft(), ends.topLeft());
        Point right = five.on(ends).orElseThrow().getFirst().getFirst();
        Point mirrored = five.on(swapped).orElseThrow().getFirst().getFirst();
        assertThat(right.x()).isCloseTo(26, within(1e-9));
        assertThat(mirrored.x()).isCloseTo(-26, within(1e-9));
    }

    @Test
    void onCrossingBarsNothingCanBeDrawn() {
        Quad ends = PlateSize.SMALL.ends();
        Quad crossed =
                new Quad(ends.topLeft(), ends.bottomRight(), ends.bottomLeft(), ends.topRight());
        assertThat(Sticker.ofClass("B5").orElseThrow().on(crossed)).isEmpty();
    }

    private static List<Sticker> stickers(String... names) {
        return Stream.of(names).map(Sticker::ofClass).map(s -> s.orElseThrow()).toList();
    }
}
