package penumbra.plot.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.edit.filter.ImageFilter;
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

    private static List<String> lines(int histogram) {
        return DatasetStatistics.of(PICTURES, SCHEMA, 0.2).get(histogram).bars().stream()
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
        assertThat(lines(3)).containsExactly("0 2 0 plates:0", "1 1 1 plates:1", "2 1 0 plates:2");
        assertThat(lines(4))
                .containsExactly("unlabelled 2 0 state:unlabelled", "labelled 2 1 state:labelled");
    }

    @Test
    void everyBarLeadsToPicturesAndOfPicturesToAsManyAsItCounts() {
        List<Histogram> histograms = DatasetStatistics.of(PICTURES, SCHEMA, 0.2);
        for (int i = 0; i < histograms.size(); i++) {
            for (Histogram.Bar bar : histograms.get(i).bars()) {
                ImageFilter.Parsed parsed = ImageFilter.parse(bar.query(), SCHEMA);
                assertThat(parsed.errors()).as(bar.query()).isEmpty();
                long found =
                        PICTURES.stream().filter(p -> parsed.filter().matches(p, SCHEMA)).count();
                assertThat(found).as(bar.query()).isPositive().isLessThanOrEqualTo(bar.total());
                if (i >= 3) {
                    assertThat(found).as(bar.query()).isEqualTo(bar.total());
                }
            }
        }
    }

    @Test
    void manyPicturesAreCountedOnceEach() {
        List<LabelledImage> many = new ArrayList<>();
        IntStream.range(1, 400).forEach(i -> many.add(picture(i, plate("R3", 30, 12))));
        Histogram classes = DatasetStatistics.of(many, SCHEMA, 0.2).getFirst();
        assertThat(classes.bars()).hasSize(1);
        assertThat(classes.most()).isEqualTo(399);
    }

    @Test
    void anEmptyProjectHasNoBars() {
        assertThat(DatasetStatistics.of(List.of(), SCHEMA, 0.2))
                .allSatisfy(h -> assertThat(h.bars()).isEmpty());
    }
}
