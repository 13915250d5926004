package penumbra.plot.loss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.Losses;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.plot.Axis;
import penumbra.plot.ChartFormat;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.LineChart;
import penumbra.plot.Skin;
import penumbra.uncertainty.LabelContext;

/// Numbers of the charts against those computed by hand or by other means.
class LossChartsTest {

    private static final LabelContext SIGMA_ONE = LabelContext.of(1);

    private static KeypointLoss loss(String id, Object... changes) {
        Map<String, Object> map = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            map.put((String) changes[i], changes[i + 1]);
        }
        return LossParameters.with(Losses.byId(id).orElseThrow(), map);
    }

    private static KeypointLoss heliumOfSigmaOne() {
        return loss("helium", "units", "CALIBRATED", "eps", 0);
    }

    private static WeighedLoss plain(KeypointLoss loss, LabelContext label) {
        return WeighedLoss.of(loss, label, Weight.AS_DEFINED);
    }

    private static double at(LineChart chart, int line, double place) {
        for (int i = 0; i < chart.at().length; i++) {
            if (Math.abs(chart.at()[i] - place) < 1e-9) {
                return chart.lines().get(line).values()[i];
            }
        }
        throw new AssertionError("no value at " + place);
    }

    /// MATHS 9.1, SUR-2: nodes 0, 1 and 2 sigma from the label, to the seven digits given there.
    @Test
    void theMapOfHeliumHasTheNodesOfTheTable() {
        LossMap map = LossMap.of(plain(heliumOfSigmaOne(), SIGMA_ONE), false, 2, 5);
        ContourChart chart = map.contour(Optional.empty(), false);
        double[][] table = {
            {3.0056347, Double.NaN, 2.2567136, Double.NaN, 3.0056347},
            {Double.NaN, 1.8003276, 1.5141325, 1.8003276, Double.NaN},
            {2.2567136, 1.5141325, 1.2130125, 1.5141325, 2.2567136},
            {Double.NaN, 1.8003276, 1.5141325, 1.8003276, Double.NaN},
            {3.0056347, Double.NaN, 2.2567136, Double.NaN, 3.0056347}
        };
        for (int row = 0; row < 5; row++) {
            for (int column = 0; column < 5; column++) {
                if (!Double.isNaN(table[row][column])) {
                    assertThat(chart.grid().value(row, column))
                            .isCloseTo(table[row][column], within(5.1e-8));
                }
            }
        }
        assertThat(chart.value().unit()).isEqualTo("px");
    }

    @Test
    void theExcessIsZeroAtTheLabelAndTheSameEverywhereElseLess() {
        WeighedLoss helium = plain(heliumOfSigmaOne(), SIGMA_ONE);
        LossMap value = LossMap.of(helium, false, 2, 5);
        LossMap excess = LossMap.of(helium, true, 2, 5);
        assertThat(excess.grid().value(2, 2)).isZero();
        for (int i = 0; i < 25; i++) {
            double difference = value.grid().values()[i] - excess.grid().values()[i];
            assertThat(difference).isCloseTo(1.2130125, within(5.1e-8));
        }
        CrossSection section = new CrossSection(List.of(helium), 4, 0);
        assertThat(at(section.value(), 0, 0)).isCloseTo(1.2130125, within(5.1e-8));
        assertThat(at(section.excess(), 0, 0)).isZero();
        assertThat(at(section.excess(), 0, 1)).isCloseTo(1.5141325 - 1.2130125, within(1.1e-7));
    }

    @Test
    void theLevelsPartTheNodesAndLieBetweenTheirEnds() {
        LossMap map = LossMap.of(plain(loss("euclid", "eps", 0), SIGMA_ONE), false, 8, 129);
        List<Double> levels = map.contour(Optional.empty(), false).levels();
        assertThat(levels).hasSize(9).isSorted();
        for (int i = 0; i < levels.size(); i++) {
            double level = levels.get(i);
            long below = Arrays.stream(map.grid().values()).filter(v -> v < level).count();
            double share = (double) below / map.grid().values().length;
            assertThat(share).isCloseTo((i + 1) / 10.0, within(0.005));
        }
    }

    @Test
    void theGradientIsTheDerivativeOfTheValueAlongTheSection() {
        LabelContext label = ExploredPlate.example(NetworkInput.USUAL).labels().get(1);
        List<WeighedLoss> losses = WeighedLoss.all(Losses.ALL, label, Weight.AS_DEFINED);
        CrossSection section = new CrossSection(losses, 8, 37);
        LineChart slope = section.slope();
        double h = 1e-5;
        double angle = Math.toRadians(37);
        Point way = new Point(Math.cos(angle), Math.sin(angle));
        for (int i = 0; i < losses.size(); i++) {
            for (double place : new double[] {-6.12, -2.32, 0.52, 1.72, 4.92}) {
                double up = losses.get(i).at(way.times(place + h)).value();
                double down = losses.get(i).at(way.times(place - h)).value();
                assertThat(at(slope, i, place))
                        .as(losses.get(i).loss().id() + " at " + place)
                        .isCloseTo((up - down) / (2 * h), within(1e-5));
            }
        }
        assertThat(slope.marks()).extracting(LineChart.Mark::at).containsExactly(0.0);
    }

    /// MATHS 4.3: at tau 0.1 a loss of slope 1 needs gain 5.67 in units of the box, and L1 4.01.
    @Test
    void matchedLossesHaveTheGainsOfTheTable() {
        LabelContext label = ExploredPlate.example(NetworkInput.USUAL).labels().getFirst();
        Weight matched = new Weight(true, 0.1);
        WeighedLoss euclid = WeighedLoss.of(loss("euclid"), label, matched);
        assertThat(euclid.gain()).isCloseTo(5.67, within(0.005));
        assertThat(WeighedLoss.of(loss("l1"), label, matched).gain())
                .isCloseTo(4.01, within(0.005));
        double side = Math.sqrt(label.scale().area());
        assertThat(euclid.at(new Point(3, 4)).value())
                .isCloseTo(euclid.gain() * 5 / side, within(1e-6));
        assertThat(euclid.unit()).isEqualTo("1");
        assertThat(WeighedLoss.of(loss("oks"), label, matched).gain()).isCloseTo(12, within(0.01));
    }

    @Test
    void lossesOfOneUnitShareTheAxisAndOthersNameTheirs() {
        CrossSection same =
                new CrossSection(
                        List.of(plain(loss("l1"), SIGMA_ONE), plain(loss("euclid"), SIGMA_ONE)),
                        8,
                        0);
        assertThat(same.value().y().unit()).isEqualTo("px");
        assertThat(same.value().lines())
                .extracting(LineChart.Line::label)
                .containsExactly("L1", "Euclid");
        CrossSection mixed =
                new CrossSection(
                        List.of(plain(loss("l1"), SIGMA_ONE), plain(loss("oks"), SIGMA_ONE)), 8, 0);
        assertThat(mixed.value().lines())
                .extracting(LineChart.Line::label)
                .containsExactly("L1 (px)", "OKS (no unit)");
    }

    @Test
    void mapsSideBySideCanShareOneRange() {
        LossMap one = LossMap.of(plain(loss("euclid"), SIGMA_ONE), false, 2, 5);
        LossMap other = LossMap.of(plain(loss("l1"), SIGMA_ONE), false, 2, 5);
        Axis.Range range = LossMap.common(List.of(one, other)).orElseThrow();
        assertThat(range.least()).isCloseTo(0, within(1e-5));
        assertThat(range.most()).isEqualTo(4);
    }

    @Test
    void samplePointsLieOnTheirRings() {
        ContourChart chart =
                LossMap.of(plain(heliumOfSigmaOne(), SIGMA_ONE), false, 4, 5)
                        .contour(Optional.empty(), false);
        Figure samples = chart.figures().getFirst();
        assertThat(samples.points()).hasSize(24);
        for (int i = 0; i < 24; i++) {
            assertThat(samples.points().get(i).norm()).isCloseTo(1 + i / 8, within(1e-12));
        }
        LabelContext label = ExploredPlate.example(NetworkInput.USUAL).labels().getFirst();
        Figure kappa = Landmarks.of(loss("oks"), label).getFirst();
        assertThat(kappa.points())
                .allSatisfy(p ->
                        assertThat(p.norm()).isCloseTo(0.5 * Math.sqrt(60 * 26), within(1e-9)));
    }

    @Test
    void aShiftedTargetHasTheLossOfItsShift() {
        ExploredPlate plate = ExploredPlate.example(NetworkInput.USUAL);
        WeighedLoss euclid = plain(loss("euclid", "eps", 0), plate.labels().getFirst());
        TargetSweep sweep = new TargetSweep(plate, List.of(euclid), Motion.NONE.withDirection(60));
        for (double shift : new double[] {-16, -4, 0, 8}) {
            assertThat(at(sweep.shift(), 0, shift)).isCloseTo(Math.abs(shift), within(1e-9));
        }
    }

    @Test
    void anEnlargedOrTurnedTargetHasTheMeanLossOfItsArms() {
        ExploredPlate plate = ExploredPlate.example(NetworkInput.USUAL);
        Point middle = new Point(130, 112.75);
        double arm =
                plate.labelledPoints().stream()
                        .mapToDouble(p -> p.distance(middle))
                        .average()
                        .orElseThrow();
        WeighedLoss euclid = plain(loss("euclid", "eps", 0), plate.labels().getFirst());
        TargetSweep sweep = new TargetSweep(plate, List.of(euclid), Motion.NONE);
        assertThat(at(sweep.enlargement(), 0, 1.25)).isCloseTo(0.25 * arm, within(1e-9));
        double chord = 2 * Math.sin(Math.toRadians(18) / 2);
        assertThat(at(sweep.turn(), 0, 18)).isCloseTo(chord * arm, within(1e-9));
        assertThat(sweep.outline().figures().getFirst().points()).hasSize(4);
    }

    @Test
    void unlabelledKeypointsTakeNoPartInATarget() {
        List<Keypoint> points =
                List.of(
                        new Keypoint(new Point(10, 10), Visibility.VISIBLE),
                        new Keypoint(new Point(10, 30), Visibility.VISIBLE),
                        new Keypoint(new Point(0, 0), Visibility.UNLABELLED),
                        new Keypoint(new Point(60, 10), Visibility.OCCLUDED));
        ExploredPlate plate =
                ExploredPlate.of(
                        Target.of(3, points, Optional.empty(), ""),
                        Schema.ARMOR_PLATE,
                        new Size(1280, 1024),
                        NetworkInput.USUAL);
        assertThat(plate.name()).isEqualTo("B3");
        assertThat(plate.pictureScale()).isEqualTo(0.5);
        assertThat(plate.dMin()).isEqualTo(10);
        assertThat(plate.labelledPoints()).hasSize(3);
        WeighedLoss euclid = plain(loss("euclid", "eps", 0), plate.labels().getFirst());
        TargetSweep sweep = new TargetSweep(plate, List.of(euclid), Motion.NONE);
        assertThat(at(sweep.shift(), 0, 8)).isCloseTo(8, within(1e-9));
    }

    /// MATHS 2.2 at d = 24 px, stride 8, and the clamp at a sixth of the gap.
    @Test
    void sigmaFollowsTheLawAndTheEnlargedTarget() {
        LabelContext label = ExploredPlate.example(NetworkInput.USUAL).labels().getFirst();
        LineChart grid = new SigmaCharts(List.of(loss("helium")), label, 8).againstSize();
        assertThat(at(grid, 0, 24)).isCloseTo(0.2963, within(5e-5));
        assertThat(at(grid, 0, 80)).isCloseTo(0.147, within(5e-4));
        assertThat(at(grid, 1, 24)).isCloseTo(4, within(1e-12));
        assertThat(grid.marks().getFirst().at()).isEqualTo(24);
        KeypointLoss target = loss("rice", "units", "TARGET");
        assertThat(at(new SigmaCharts(List.of(target), label, 8).againstSize(), 0, 24))
                .isCloseTo(0.889, within(5e-4));
    }

    @Test
    void theFiguresOfTheSourceFollowTheParameters() {
        LabelContext label = ExploredPlate.example(NetworkInput.USUAL).labels().getFirst();
        SigmaCharts charts = new SigmaCharts(List.of(loss("helium", "alpha", 0.2)), label, 8);
        assertThat(charts.parameters().lines()).hasSize(5);
        double atLabel = at(charts.four(), 0, 0);
        assertThat(atLabel).isCloseTo(1.2130125 * 4 * 0.29633, within(1e-3));
        double[] wider = charts.parameters().lines().get(1).values();
        double[] narrower = charts.parameters().lines().get(2).values();
        assertThat(wider[210]).isLessThan(narrower[210]);
    }

    @Test
    void theTableOfAMapHasTheValuesOfItsNodes(@TempDir Path folder) throws IOException {
        LossMap map = LossMap.of(plain(heliumOfSigmaOne(), SIGMA_ONE), false, 2, 5);
        Path file = folder.resolve("map.csv");
        ChartFormat.CSV.write(
                map.contour(Optional.empty(), false), Skin.LIGHT, new Size(100, 100), file);
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "x offset (px),y offset (px),loss (px),d loss / d x offset,d loss / d y"
                                + " offset");
        assertThat(lines.get(13)).startsWith("0.0,0.0,1.21301");
    }
}
