package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;
import penumbra.metric.TargetErrors;
import penumbra.metric.TargetErrors.PointError;
import penumbra.model.Schema;
import penumbra.plot.Axis.Scale;
import penumbra.plot.Chart;
import penumbra.plot.ChartImage;
import penumbra.plot.LineChart;
import penumbra.plot.Skin;
import penumbra.run.Against;
import penumbra.run.EpochMeasure;
import penumbra.run.MadeUpRun;
import penumbra.run.PlateResult;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent;

public class RunChartsTest {

    private static final MadeUpRun HELIUM = new MadeUpRun("helium", 0, 1.2, 0.04, 12, 20);
    private static final MadeUpRun L1 = new MadeUpRun("l1", 0, 1.6, 0.08, 9, 20);

    private static ShownRun shown(MadeUpRun run, int look) {
        return new ShownRun(run.loss(), RunHistory.of(run.events()), look, false);
    }

    private static List<TargetErrors> errors(MadeUpRun run, int epoch, Against against) {
        return run.plates(epoch).stream()
                .map(p -> p.errors(against, Schema.ARMOR_PLATE.edges()).orElseThrow())
                .toList();
    }

    /// Every chart of runs, as they are used.
    public static Stream<Chart> charts() {
        ShownRun run = shown(HELIUM, 0);
        List<ShownRun> both = List.of(run, shown(L1, 1));
        List<ErrorLine> epochs = new ArrayList<>();
        for (int epoch = 1; epoch <= 5; epoch++) {
            epochs.add(new ErrorLine("epoch " + epoch, errors(HELIUM, epoch, Against.TRUTH), 0));
        }
        List<ErrorLine> lines = new ArrayList<>(ErrorLine.fading(epochs));
        lines.add(new ErrorLine("l1", errors(L1, 9, Against.TRUTH), 1).dashed());
        return Stream.of(
                EpochCharts.runs(both, EpochMeasure.POSE_MAP, Against.LABELS),
                EpochCharts.runs(both, EpochMeasure.RMSE, Against.TRUTH),
                EpochCharts.measures(
                        run, List.of(EpochMeasure.ALONG, EpochMeasure.ACROSS), Against.LABELS),
                EpochCharts.losses(run, Scale.LINEAR),
                EpochCharts.losses(run, Scale.LOGARITHMIC),
                EpochCharts.sigmas(run),
                StepCharts.losses(run, Scale.LOGARITHMIC),
                StepCharts.learningRate(run),
                StepCharts.pace(run),
                StepCharts.memory(run),
                ErrorCharts.cumulative(lines, ErrorCharts.Unit.PIXELS, Against.TRUTH),
                ErrorCharts.cumulative(lines, ErrorCharts.Unit.NORMALISED, Against.TRUTH),
                ErrorCharts.parts(lines.subList(4, 6), Against.TRUTH),
                ErrorCharts.bySize(lines.subList(4, 6), Against.TRUTH));
    }

    @Test
    void theBestOfEachRunIsADotAtItsEpoch() {
        LineChart chart =
                EpochCharts.runs(
                        List.of(shown(HELIUM, 0), shown(L1, 1)), EpochMeasure.RMSE, Against.TRUTH);
        assertThat(chart.at()).as("epochs of the longest").hasSize(12);
        assertThat(chart.lines()).hasSize(4);
        double[] helium = chart.lines().get(0).values();
        double least = Arrays.stream(helium).min().orElseThrow();
        double[] dot = chart.lines().get(1).values();
        assertThat(Arrays.stream(dot).filter(Double::isFinite)).containsExactly(least);
        assertThat(chart.lines().get(1).look()).isEqualTo(chart.lines().get(0).look());
        double[] l1 = chart.lines().get(2).values();
        assertThat(l1[8]).isFinite();
        assertThat(l1[9]).as("after its last epoch").isNaN();
        LineChart map =
                EpochCharts.runs(List.of(shown(HELIUM, 0)), EpochMeasure.POSE_MAP, Against.LABELS);
        double most = Arrays.stream(map.lines().get(0).values()).max().orElseThrow();
        assertThat(Arrays.stream(map.lines().get(1).values()).filter(Double::isFinite))
                .containsExactly(most);
    }

    @Test
    void measuresOfUnlikeUnitsShareNoAxis() {
        ShownRun run = shown(HELIUM, 0);
        List<EpochMeasure> unlike = List.of(EpochMeasure.RMSE, EpochMeasure.AUC);
        assertThatThrownBy(() -> EpochCharts.measures(run, unlike, Against.LABELS))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lossesOfTrainingAndValidationHaveTheSameColourAndTheBestEpochIsMarked() {
        ShownRun run = shown(HELIUM, 0);
        LineChart chart = EpochCharts.losses(run, Scale.LOGARITHMIC);
        assertThat(chart.lines()).hasSize(10);
        for (int i = 0; i < 10; i += 2) {
            assertThat(chart.lines().get(i + 1).look() % 7)
                    .isEqualTo(chart.lines().get(i).look() % 7)
                    .isNotEqualTo(chart.lines().get(i + 1).look());
        }
        assertThat(chart.marks())
                .extracting(LineChart.Mark::at)
                .containsExactly((double) run.history().best().orElseThrow().epoch());
    }

    @Test
    void termsOfHeatMapsHaveNamesOfTheirOwn() {
        RunHistory history = RunHistory.of(HELIUM.events());
        ShownRun pose = new ShownRun("run", history, 0, false);
        ShownRun maps = new ShownRun("run", history, 0, true);
        assertThat(StepCharts.losses(pose, Scale.LINEAR).lines())
                .extracting(LineChart.Line::label)
                .containsExactly("box", "pose", "kobj", "cls", "dfl");
        assertThat(StepCharts.losses(maps, Scale.LINEAR).lines())
                .extracting(LineChart.Line::label)
                .containsExactly(
                        "box sides",
                        "ways and places",
                        "keypoint maps",
                        "centre maps",
                        "centre offsets");
        assertThat(EpochCharts.losses(maps, Scale.LINEAR).lines().getFirst().label())
                .isEqualTo("box sides, training");
    }

    private static TargetErrors target(double side, boolean found, double... distances) {
        List<PointError> points = new ArrayList<>();
        for (double d : distances) {
            points.add(new PointError(points.size(), d, 0.8 * d, -0.6 * d));
        }
        return new TargetErrors(0, side, 1, found, points);
    }

    private static double at(LineChart chart, int line, double x) {
        int place = 0;
        while (chart.at()[place] < x - 1e-9) {
            place++;
        }
        return chart.lines().get(line).values()[place];
    }

    @Test
    void aCurveCountsMissedPlatesAsFailures() {
        double inf = Double.POSITIVE_INFINITY;
        List<TargetErrors> targets = List.of(target(20, true, 1, 3), target(40, false, inf, inf));
        LineChart chart =
                ErrorCharts.cumulative(
                        List.of(new ErrorLine("x", targets, 0)),
                        ErrorCharts.Unit.PIXELS,
                        Against.LABELS);
        assertThat(at(chart, 0, 0.95)).isZero();
        assertThat(at(chart, 0, 1)).isEqualTo(0.25);
        assertThat(at(chart, 0, 3)).isEqualTo(0.5);
        assertThat(at(chart, 0, 10)).isEqualTo(0.5);
        // (7/8 + 5/8 + 0 + 0) / 4
        assertThat(chart.lines().getFirst().label()).contains("0.375", "50.0");
        LineChart normalised =
                ErrorCharts.cumulative(
                        List.of(new ErrorLine("x", targets, 0)),
                        ErrorCharts.Unit.NORMALISED,
                        Against.LABELS);
        assertThat(at(normalised, 0, 0.095)).isZero();
        assertThat(at(normalised, 0, 0.1)).as("mean of 1 and 3 over 20").isEqualTo(0.5);
    }

    @Test
    void errorsAlongAndAcrossAreOfFoundPlatesAndWithoutSigns() {
        List<TargetErrors> targets =
                List.of(target(20, true, 1, 5), target(40, false, Double.POSITIVE_INFINITY));
        LineChart chart =
                ErrorCharts.parts(List.of(new ErrorLine("x", targets, 0)), Against.LABELS);
        assertThat(at(chart, 0, 0.8)).as("along 0.8 and 4").isEqualTo(0.5);
        assertThat(at(chart, 0, 4)).isEqualTo(1);
        assertThat(at(chart, 1, 0.6)).as("across 0.6 and 3").isEqualTo(0.5);
        assertThat(at(chart, 1, 3.04)).isEqualTo(1);
        assertThat(at(chart, 1, 0.56)).isZero();
    }

    @Test
    void errorsBySizeAreRootMeanSquaresInBinsOfAsManyPlates() {
        List<TargetErrors> targets = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            targets.add(target(10 + i, true, i < 12 ? 3 : 1, i < 12 ? 4 : 1));
        }
        targets.set(23, target(33, false, Double.POSITIVE_INFINITY));
        LineChart chart =
                ErrorCharts.bySize(List.of(new ErrorLine("x", targets, 0)), Against.LABELS);
        assertThat(chart.at()).containsExactly(16, 28);
        assertThat(chart.lines().getFirst().values()[0]).isCloseTo(Math.sqrt(12.5), within(1e-12));
        assertThat(chart.lines().getFirst().values()[1]).isEqualTo(1);
        assertThat(ErrorCharts.bySize(List.of(), Against.LABELS).at()).isEmpty();
    }

    @Test
    void earlierEpochsAreTheFainterTheOlderTheyAre() {
        List<ErrorLine> epochs =
                ErrorLine.fading(
                        Stream.of("1", "2", "3").map(n -> new ErrorLine(n, List.of(), 4)).toList());
        assertThat(epochs.get(0).strength()).isLessThan(epochs.get(1).strength());
        assertThat(epochs.get(1).strength()).isLessThan(1);
        assertThat(epochs.get(2).strength()).isEqualTo(1);
        assertThat(ErrorLine.fading(List.of())).isEmpty();
        assertThat(ErrorLine.fading(epochs.subList(2, 3)).getFirst().strength()).isEqualTo(1);
    }

    @Test
    void paceCountsTheTimeThatABatchWaited() {
        LineChart chart = StepCharts.pace(shown(HELIUM, 0));
        assertThat(chart.lines().get(0).values()[0]).isCloseTo(8, within(1e-12));
        assertThat(chart.lines().get(1).values()[0]).isCloseTo(8 / 0.9, within(1e-12));
    }

    @Test
    void aRunThatHasToldNothingHasEmptyCharts() {
        ShownRun nothing = new ShownRun("x", RunHistory.EMPTY, 0, false);
        assertThat(EpochCharts.losses(nothing, Scale.LINEAR).lines()).isEmpty();
        assertThat(EpochCharts.sigmas(nothing).lines()).isEmpty();
        assertThat(StepCharts.losses(nothing, Scale.LINEAR).at()).isEmpty();
        assertThat(EpochCharts.runs(List.of(nothing), EpochMeasure.RMSE, Against.LABELS).at())
                .isEmpty();
        for (Chart chart :
                List.of(
                        EpochCharts.losses(nothing, Scale.LOGARITHMIC),
                        StepCharts.memory(nothing),
                        ErrorCharts.cumulative(
                                List.of(), ErrorCharts.Unit.PIXELS, Against.LABELS))) {
            assertThat(ChartImage.of(chart, Skin.DARK, new Size(300, 200), 1).argb()).isNotEmpty();
        }
    }

    @Test
    void errorsAgainstTheTruthAreSmallerThanAgainstNoisyLabels() {
        PlateResult plate = HELIUM.plates(12).getFirst();
        assertThat(plate.errors(Against.TRUTH, List.of()).orElseThrow().points())
                .allSatisfy(p -> assertThat(p.along()).isNaN());
        TrainingEvent.Epoch last = RunHistory.of(HELIUM.events()).epochs().getLast();
        assertThat(EpochMeasure.RMSE.of(last.validation().orElseThrow(), Against.TRUTH))
                .isLessThan(EpochMeasure.RMSE.of(last.validation().orElseThrow(), Against.LABELS));
        assertThat(EpochMeasure.POSE_MAP.of(last.validation().orElseThrow(), Against.TRUTH))
                .isEqualTo(last.validation().orElseThrow().keypoints().map());
    }
}
