package penumbra.plot.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.edit.filter.ImageFilter;
import penumbra.edit.filter.Knowledge;
import penumbra.geometry.Size;
import penumbra.model.Keypoint;
import penumbra.model.LabelState;
import penumbra.model.LabelledImage;
import penumbra.model.Schema;
import penumbra.model.Target;

class DatasetStatisticsTest {

    private static final Schema SCHEMA = Schema.ARMOR_PLATE;

    private static Target plate(String name, double width, double bar) {
        List<Keypoint> points =
                List.of(
                        Keypoint.visible(10, 10),
                        Keypoint.visible(10, 10 + bar),
                        Keypoint.visible(10 + width, 10 + bar),
                        Keypoint.visible(10 + width, 10));
        return Target.of(SCHEMA.classIndex(name).orElseThrow(), points, Optional.empty(), "");
    }

    private static LabelledImage picture(int id, Target... plates) {
        LabelState state = plates.length == 0 ? LabelState.UNLABELLED : LabelState.LABELLED;
        String path = (id <= 4 ? "a/" : "b/") + id + ".png";
        return new LabelledImage(id, path, new Size(640, 480), List.of(plates), state, "");
    }

    /// Two sequences; the second one, a fifth, is for validation.
    private static final List<LabelledImage> PICTURES =
            List.of(
                    picture(1, plate("R3", 30, 12), plate("B1", 45, 17)),
                    picture(2, plate("R3", 60, 24)),
                    picture(3),
                    picture(4),
                    picture(5, plate("R3", 9, 4)));

    /// Of the first three pictures and of all plates.
    private static final Light LIGHT = light();

    private static final Knowledge KNOWN =
            new Knowledge(_ -> 0, _ -> OptionalDouble.empty(), LIGHT::exposure, LIGHT::brightness);

    private static Light light() {
        Map<UUID, Light.Around> plates = new HashMap<>();
        double[] each = {0.3, 0.5, 0.9, 0.1};
        List<Target> all = PICTURES.stream().flatMap(p -> p.targets().stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            plates.put(
                    all.get(i).id(),
                    new Light.Around(all.get(i).keypoints(), OptionalDouble.of(each[i])));
        }
        return new Light(Map.of(1L, 0.0005, 2L, 0.002, 3L, 0.0125, 4L, Double.NaN), plates);
    }

    private static List<String> lines(int histogram) {
        return DatasetStatistics.of(PICTURES, SCHEMA, 0.2, LIGHT)
                .histograms()
                .get(histogram)
                .bars()
                .stream()
                .map(b -> b.label() + " " + b.train() + " " + b.val() + " " + b.query())
                .toList();
    }

    @Test
    void countsAreApartForTrainingAndValidation() {
        assertThat(lines(0)).containsExactly("B1 1 0 class:B1", "R3 2 1 class:R3");
        assertThat(lines(1))
                .containsExactly(
                        "< 5 0 1 bars<5px",
                        "10-15 1 0 bars:10-15px",
                        "15-20 1 0 bars:15-20px",
                        "20-30 1 0 bars:20-30px");
        assertThat(lines(2))
                .containsExactly(
                        "< 10 0 1 plate<10px",
                        "20-40 1 0 plate:20-40px",
                        "40-80 2 0 plate:40-80px");
        assertThat(lines(3))
                .containsExactly(
                        "10-20 0 1 brightness:10-20%",
                        "20-50 1 0 brightness:20-50%", "≥ 50 2 0 brightness>=50%");
        assertThat(lines(4)).containsExactly("0 2 0 plates:0", "1 1 1 plates:1", "2 1 0 plates:2");
        assertThat(lines(5))
                .containsExactly(
                        "< 0.1 1 0 exposure<0.1%",
                        "0.2-0.5 1 0 exposure:0.2-0.5%", "1-1.5 1 0 exposure:1-1.5%");
        assertThat(lines(6))
                .containsExactly("unlabelled 2 0 state:unlabelled", "labelled 2 1 state:labelled");
    }

    @Test
    void everyBarLeadsToPicturesAndOfPicturesToAsManyAsItCounts() {
        List<Histogram> histograms =
                DatasetStatistics.of(PICTURES, SCHEMA, 0.2, LIGHT).histograms();
        for (int i = 0; i < histograms.size(); i++) {
            for (Histogram.Bar bar : histograms.get(i).bars()) {
                ImageFilter.Parsed parsed = ImageFilter.parse(bar.query(), SCHEMA);
                assertThat(parsed.errors()).as(bar.query()).isEmpty();
                long found =
                        PICTURES.stream()
                                .filter(p -> parsed.filter().matches(p, SCHEMA, KNOWN))
                                .count();
                assertThat(found).as(bar.query()).isPositive().isLessThanOrEqualTo(bar.total());
                if (i >= 4) {
                    assertThat(found).as(bar.query()).isEqualTo(bar.total());
                }
            }
        }
    }

    @Test
    void manyPicturesAreCountedOnceEach() {
        List<LabelledImage> many = new ArrayList<>();
        IntStream.range(1, 400).forEach(i -> many.add(picture(i, plate("R3", 30, 12))));
        Histogram classes =
                DatasetStatistics.of(many, SCHEMA, 0.2, Light.NONE).histograms().getFirst();
        assertThat(classes.bars()).hasSize(1);
        assertThat(classes.most()).isEqualTo(399);
    }

    @Test
    void anEmptyProjectHasNoBars() {
        assertThat(DatasetStatistics.of(List.of(), SCHEMA, 0.2, LIGHT).histograms())
                .allSatisfy(h -> assertThat(h.bars()).isEmpty());
    }

    @Test
    void plateMiddlesAreCountedInCellsThatLeadToThem() {
        PositionMap map = DatasetStatistics.of(PICTURES, SCHEMA, 0.2, LIGHT).positions();
        assertThat(map.columns()).isEqualTo(16);
        assertThat(map.rows()).as("640 x 480").isEqualTo(12);
        // Cells of 40 x 40 px. R3 of the first picture: middle at (25, 16).
        assertThat(map.cell(0, 0).train()).isEqualTo(2);
        assertThat(map.cell(0, 0).val()).isEqualTo(1);
        assertThat(map.cell(1, 0).train()).as("exactly on the line: (40, 22)").isEqualTo(1);
        assertThat(map.cells().stream().mapToInt(Histogram.Bar::total).sum()).isEqualTo(4);
        assertThat(map.most()).isEqualTo(3);
        assertThat(map.outside()).isZero();
        assertThat(map.cell(1, 0).label()).isEqualTo("6-13 / 0-8");
        ImageFilter.Parsed parsed = ImageFilter.parse(map.cell(0, 0).query(), SCHEMA);
        assertThat(parsed.errors()).isEmpty();
        assertThat(PICTURES.stream().filter(p -> parsed.filter().matches(p, SCHEMA)))
                .containsExactly(PICTURES.get(0), PICTURES.get(4));
    }

    @Test
    void aPlateWhoseMiddleIsOutsideItsPictureIsInNoCell() {
        Target far = plate("R3", 30, 12);
        Target out =
                far.withKeypoints(
                        far.keypoints().stream()
                                .map(k -> Keypoint.visible(k.at().x() - 100, k.at().y()))
                                .toList());
        PositionMap map =
                DatasetStatistics.of(List.of(picture(1, far, out)), SCHEMA, 0.2, LIGHT).positions();
        assertThat(map.outside()).isEqualTo(1);
        assertThat(map.most()).isEqualTo(1);
    }

    @Test
    void aPlateThatWasMovedSinceHasNoBrightness() {
        LabelledImage picture = PICTURES.getFirst();
        Target plate = picture.targets().getFirst();
        assertThat(LIGHT.lacks(picture)).isFalse();
        Target moved =
                plate.withKeypoints(
                        plate.keypoints().stream()
                                .map(k -> Keypoint.visible(k.at().x() + 1, k.at().y()))
                                .toList());
        assertThat(LIGHT.brightness(plate)).hasValue(0.3);
        assertThat(LIGHT.brightness(moved)).isEmpty();
        assertThat(LIGHT.lacks(picture.withTargets(List.of(moved)))).isTrue();
        assertThat(LIGHT.lacks(PICTURES.get(3))).as("cannot be read").isFalse();
        assertThat(LIGHT.unread()).isEqualTo(1);
        assertThat(Light.NONE.lacks(picture)).isTrue();
    }
}
