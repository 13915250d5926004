package penumbra.engine.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Suppression;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class GroupingTest {

    private static final AnchorGrid INPUT = new AnchorGrid(256, 320);

    /// What a map says of the place that a centre says.
    private static final double SAID = 0.4;

    private static List<Detection> found(MapOutput maps) {
        return Suppression.PREDICTION.detections(maps.decode(0.25), 0);
    }

    /// The largest distance of a keypoint from that of the plate it belongs to; each plate is found
    /// once and nothing else.
    private static double worst(List<Detection> found, List<InputLabel> plates) {
        assertThat(found).hasSameSizeAs(plates);
        double worst = 0;
        for (InputLabel plate : plates) {
            Detection nearest =
                    found.stream()
                            .filter(d -> d.classIndex() == plate.classIndex())
                            .min((a, b) -> Double.compare(distance(a, plate), distance(b, plate)))
                            .orElseThrow();
            worst = Math.max(worst, distance(nearest, plate));
        }
        return worst;
    }

    private static double distance(Detection found, InputLabel plate) {
        double worst = 0;
        for (int k = 0; k < 4; k++) {
            worst =
                    Math.max(
                            worst,
                            found.keypoints().get(k).at().distance(plate.keypoints().get(k).at()));
        }
        return worst;
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void aKeypointIsAsSureAsItsMapAndLabelledForCertain(KeypointForm form) {
        HeatmapLayout layout = new HeatmapLayout(form, 4, 4, 4);
        List<InputLabel> plate = Plates.eight().subList(2, 3);
        List<Detection> found = found(Ideal.maps(layout, INPUT, plate));
        assertThat(found)
                .hasSize(1)
                .flatExtracting(Detection::keypoints)
                .allSatisfy(point -> {
                    assertThat(point.visibility()).isEqualTo(1);
                    assertThat(point.confidence()).isBetween(0.7, 1.0);
                });
        assertThat(found.getFirst().judged().confidences())
                .containsExactlyElementsOf(
                        found.getFirst().keypoints().stream().map(p -> p.confidence()).toList());
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void eightPlatesOfWhichTwoOverlapComeBackFromIdealMaps(KeypointForm form) {
        for (int stride : new int[] {4, 8}) {
            HeatmapLayout layout = new HeatmapLayout(form, 4, 4, stride);
            List<InputLabel> plates = Plates.eight();
            assertThat(plates.get(0).box().iou(plates.get(1).box())).isGreaterThan(0.25);

            MapOutput maps = Ideal.maps(layout, INPUT, plates);

            // Two ends of the plates that overlap are 2.5 cells of 8 px apart: there the slope of
            // one Gaussian is read as the other's, which costs up to half a cell.
            double cells = form != KeypointForm.ADALOSS ? 1e-4 : stride == 8 ? 0.5 : 0.1;
            assertThat(worst(found(maps), plates)).isLessThan(cells * stride);
        }
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void noiseOnTheMapsMixesNoPlatesUp(KeypointForm form) {
        HeatmapLayout layout = new HeatmapLayout(form, 4, 4, 4);
        List<InputLabel> plates = Plates.eight();
        for (int run = 0; run < 20; run++) {
            MapOutput maps = Ideal.maps(layout, INPUT, plates);
            Ideal.noise(maps, new Random(run), 0.3, 0.25);

            // Four deviations of a place, in both coordinates, and of two places for ADAANCHOR.
            assertThat(worst(found(maps), plates)).isLessThan(4 * 0.25 * 4 * Math.sqrt(2));
        }
    }

    private static List<List<Point>> places(Grouping grouping) {
        return grouping.points().stream()
                .map(points -> points.stream().map(KeypointPeak::at).toList())
                .toList();
    }

    @Test
    void aKeypointIsAsSureAsItsPeakAndWithoutOneAsItsMapIsThere() {
        Point a = new Point(100, 100);
        Point b = new Point(140, 120);
        KeypointPeak peak = new KeypointPeak(new Point(102, 100), 0.7);

        assertThat(
                        new Grouping(
                                        List.of(centre(0, 0.9, a, b)),
                                        List.of(List.of(peak), List.of()),
                                        4)
                                .points())
                .containsExactly(List.of(peak, new KeypointPeak(b, SAID)));
    }

    @ParameterizedTest
    @EnumSource(KeypointForm.class)
    void whatAMapSaysOfAPlaceIsWhatItsCellSays(KeypointForm form) {
        HeatmapLayout layout = new HeatmapLayout(form, 1, 2, 4);
        MapOutput maps = Ideal.maps(layout, INPUT, List.of());
        int width = maps.columns();
        maps.values()[maps.from(0, layout.keypointMap(1)) + 5 * width + 7] = 0.25f;
        double expected = form == KeypointForm.ADALOSS ? 0.25 : 1 / (1 + Math.exp(-0.25));
        for (Point inside : List.of(new Point(28, 20), new Point(31.9, 23.9))) {
            assertThat(KeypointPeak.said(maps, 0, 1, inside))
                    .isEqualTo(new KeypointPeak(inside, expected));
        }
        assertThat(KeypointPeak.said(maps, 0, 1, new Point(32, 20)).score()).isLessThan(0.2);
        for (Point outside : List.of(new Point(-0.1, 20), new Point(28, 256))) {
            assertThat(KeypointPeak.said(maps, 0, 1, outside).score()).isZero();
        }
    }

    private static Centre centre(int classIndex, double score, Point... joints) {
        return new Centre(
                classIndex,
                score,
                Box.hull(List.of(joints)).orElseThrow(),
                Stream.of(joints).map(j -> new KeypointPeak(j, SAID)).toList());
    }

    @Test
    void aPeakServesOnePlateAndTheOtherKeepsWhatItsCentreSays() {
        Point a = new Point(100, 100);
        Point b = new Point(140, 120);
        Centre first = centre(0, 0.9, a, b);
        Centre second = centre(0, 0.8, a.plus(new Point(6, 0)), b.plus(new Point(6, 0)));
        KeypointPeak between = new KeypointPeak(new Point(102, 100), 0.9);

        List<List<Point>> points =
                places(
                        new Grouping(
                                List.of(first, second), List.of(List.of(between), List.of()), 4));

        assertThat(points.get(0)).containsExactly(between.at(), b);
        assertThat(points.get(1))
                .isEqualTo(second.joints().stream().map(KeypointPeak::at).toList());
    }

    @Test
    void anUnsureCentreTakesNoPeakFromASureOne() {
        Point a = new Point(100, 100);
        Point b = new Point(140, 120);
        Centre sure = centre(0, 0.9, a.plus(new Point(5, 0)), b);
        Centre unsure = centre(0, 0.05, a, b.plus(new Point(30, 0)));
        KeypointPeak peak = new KeypointPeak(a, 0.9);

        List<List<Point>> points =
                places(new Grouping(List.of(sure, unsure), List.of(List.of(peak), List.of()), 4));

        assertThat(points.get(0).getFirst()).isEqualTo(a);
    }

    @Test
    void anotherClassAtTheSamePlaceHasTheSamePoints() {
        Point a = new Point(100, 100);
        Point b = new Point(140, 120);
        KeypointPeak peak = new KeypointPeak(new Point(101, 101), 0.9);

        List<List<Point>> points =
                places(
                        new Grouping(
                                List.of(centre(0, 0.9, a, b), centre(1, 0.3, a, b)),
                                List.of(List.of(peak), List.of()),
                                4));

        assertThat(points.get(1)).containsExactly(peak.at(), b).isEqualTo(points.get(0));
    }

    @Test
    void aPeakOutsideOfTheBoxOrFarFromTheKeypointIsAnothers() {
        Point a = new Point(100, 100);
        Point b = new Point(160, 130);
        KeypointPeak outside = new KeypointPeak(new Point(85, 100), 0.9);
        KeypointPeak far = new KeypointPeak(new Point(130, 110), 0.9);

        List<List<Point>> points =
                places(
                        new Grouping(
                                List.of(centre(0, 0.9, a, b)),
                                List.of(List.of(outside, far), List.of()),
                                4));

        assertThat(points.getFirst()).containsExactly(a, b);
    }
}
