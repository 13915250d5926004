package penumbra.engine.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.engine.head.AnchorGrid;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.OffsetField;
import penumbra.uncertainty.record.PredictionRecord;
import penumbra.uncertainty.record.PredictionRecord.Maps;

class AnchorSearchTest {

    private static final AnchorGrid INPUT = new AnchorGrid(128, 192);

    private static MapOutput random(long seed) {
        Random random = new Random(seed);
        HeatmapLayout layout = new HeatmapLayout(KeypointForm.ADAANCHOR, 2, 2, 4);
        float[] values = new float[layout.channels() * 32 * 48];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (2 * random.nextGaussian());
        }
        return new MapOutput(layout, INPUT, 1, values);
    }

    /// Eight targets, some in each other's way and some cut by the border.
    private static List<Box> boxes(Random random) {
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            double width = 3 + 14 * random.nextDouble();
            boxes.add(
                    new Box(
                            48 * random.nextDouble() - 3,
                            32 * random.nextDouble() - 3,
                            width,
                            width / 2));
        }
        return boxes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "add", "single", "coarse", "nearest"})
    void theBestOfEachTargetSufficeToChooseAsFromAll(String id) {
        AdaAnchorMaps how = AdaAnchorMaps.byId(id).orElseThrow();
        for (int seed = 0; seed < 10; seed++) {
            MapOutput maps = random(seed);
            AnchorCells cells = new AnchorCells(maps, 0, 1, how);
            List<AnchorSearch> around = new ArrayList<>();
            List<Point> places = new ArrayList<>();
            for (Box box : boxes(new Random(seed))) {
                around.add(AnchorSearch.around(maps, box));
                places.add(new Point(box.x() + 0.3, box.bottom() - 0.2));
            }
            List<List<Candidate>> best = new ArrayList<>();
            List<List<Candidate>> all = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                AnchorSearch own = around.get(i);
                int most = how.rule().count() * (int) around.stream().filter(own::meets).count();
                best.add(own.best(cells, how.rule(), places.get(i), most));
                all.add(own.best(cells, how.rule(), places.get(i), Integer.MAX_VALUE));
            }
            assertThat(best.stream().mapToInt(List::size).sum())
                    .isLessThan(all.stream().mapToInt(List::size).sum());
            assertThat(how.rule().assignOwn(best, places))
                    .isEqualTo(how.rule().assignOwn(all, places));
        }
    }

    @Test
    void aCellSaysWhatItsStepWithDerivativesSays() {
        MapOutput maps = random(3);
        AnchorCells cells = new AnchorCells(maps, 0, 1, AdaAnchorMaps.DEFAULT);
        for (int cell = 0; cell < maps.cells(); cell += 7) {
            assertThat(cells.place(cell % 48, cell / 48))
                    .isEqualTo(AnchorStep.of(maps, 0, 1, cell).refined());
        }
    }

    @Test
    void aRecordHoldsWhatTheCellsOfThePictureSay() {
        MapOutput maps = random(5);
        PredictionRecord record = MapRecord.of(maps, new Size(165, 100), "a.jpg");
        assertThat(record.side()).isEqualTo(165);
        assertThat(record.stride()).isEqualTo(4);
        assertThat(record.width()).isEqualTo(42);
        assertThat(record.height()).isEqualTo(25);
        Maps second = record.keypoints().get(1).orElseThrow();
        AnchorCells cells = new AnchorCells(maps, 0, 1, AdaAnchorMaps.DEFAULT);
        for (int x = 0; x < 42; x += 3) {
            int i = 20 * 42 + x;
            assertThat(second.confidence().get(i)).isCloseTo(cells.confidence(x, 20), within(1e-7));
            Point coarse = second.offsets().get(i).plus(new Point(x, 20));
            Point local = new OffsetField(42, 25, second.local()).at(coarse);
            boolean inside = coarse.x() > 0 && coarse.x() < 41 && coarse.y() < 24;
            if (inside) {
                assertThat(coarse.plus(local).distance(cells.place(x, 20))).isLessThan(1e-5);
            }
        }
    }
}
