package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.loss.KeypointLoss;
import penumbra.loss.Losses;
import penumbra.model.Schema;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.LineChart;
import penumbra.run.PlateResult;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent.KeypointSigma;
import penumbra.run.TrainingEvent.Sigmas;

class SigmaDistributionTest {

    private static final Optional<KeypointLoss> HELIUM = Losses.byId("helium");

    /// Upright, its bars so long and twice as far apart, in a picture of twice the input's px.
    private static PlateResult plate(double bar, List<Covariance> covariances) {
        List<Point> label =
                List.of(
                        new Point(100, 100),
                        new Point(100, 100 + bar),
                        new Point(100 + 2 * bar, 100 + bar),
                        new Point(100 + 2 * bar, 100));
        return new PlateResult(
                "a.png",
                0,
                3,
                label,
                List.of(true, true, true, true),
                Optional.empty(),
                Optional.of(label.stream().map(p -> p.plus(new Point(2, 0))).toList()),
                covariances,
                0.9,
                bar * Math.sqrt(2),
                0.5);
    }

    private static LineChart chart(PlateResult... plates) {
        return SigmaDistribution.of(List.of(plates), Schema.ARMOR_PLATE, HELIUM, 640);
    }

    /// Where a distribution reaches a share.
    private static double reaches(LineChart chart, int line, double share) {
        double[] values = chart.lines().get(line).values();
        for (int i = 0; i < values.length; i++) {
            if (values[i] >= share) {
                return chart.at()[i];
            }
        }
        return Double.NaN;
    }

    @Test
    void theSigmaOfTheLossIsThatOfItsLawInPicturePx() {
        // 40 px of the picture are 20 of the input: 8 cells' px x 0.05 exp(-0.1 x 20 / 8), twice.
        double expected = 2 * 8 * 0.05 * Math.exp(-0.25);
        LineChart chart = chart(plate(40, List.of()));
        double step = chart.at()[1];
        assertThat(reaches(chart, 0, 1)).isBetween(expected, expected + step);
        assertThat(chart.lines().getFirst().label()).contains("0.623");
    }

    @Test
    void labelsScatterAsIsAssumedBeforeAnybodyMeasured() {
        LineChart chart = chart(plate(40, List.of()));
        assertThat(chart.lines()).hasSize(2);
        // sqrt(1.5 x 0.7), no clamp binds: 40 / 6 is more.
        assertThat(chart.lines().get(1).label()).contains("assumed", "1.02");
        double expected = Math.sqrt(1.05);
        assertThat(reaches(chart, 1, 1)).isBetween(expected, expected + chart.at()[1]);
    }

    @Test
    void whatTheNetworkSaysIsTheRootMeanVarianceOfACoordinate() {
        List<Covariance> each =
                List.of(
                        new Covariance(1, 0, 3),
                        new Covariance(2, 0, 2),
                        new Covariance(2, 0.5, 2),
                        new Covariance(3, 0, 1));
        LineChart chart = chart(plate(40, each), plate(40, List.of()), plate(30, List.of()));
        assertThat(chart.lines()).hasSize(3);
        assertThat(chart.lines().get(1).label()).startsWith("network").contains("1.41");
    }

    @Test
    void ofPlatesOfDifferentSizesEachCountsOnce() {
        LineChart chart = chart(plate(10, List.of()), plate(40, List.of()));
        // The smaller plate has the larger sigma.
        double less = 2 * 8 * 0.05 * Math.exp(-0.25);
        double more = 2 * 8 * 0.05 * Math.exp(-0.0625);
        double step = chart.at()[1];
        assertThat(reaches(chart, 0, 0.5)).isBetween(less, less + step);
        assertThat(reaches(chart, 0, 1)).isBetween(more, more + step);
    }

    @Test
    void withoutPlatesThereIsNoLine() {
        assertThat(chart().lines()).isEmpty();
    }

    private static PlatePath path() {
        return new PlatePath(Schema.ARMOR_PLATE, 640, List.of(plate(40, List.of())));
    }

    @Test
    void theTargetOnAPlateHasTheSigmaOfTheScheduleInTheRunsCells() {
        Sigmas told =
                new Sigmas(
                        1,
                        1,
                        "adaloss",
                        "cells",
                        List.of(
                                new KeypointSigma(2, 0),
                                new KeypointSigma(1, 0),
                                new KeypointSigma(1, 0),
                                new KeypointSigma(1, 0)));
        ContourChart chart =
                PlateTarget.of(RunHistory.of(List.of(told)), path(), Optional.empty(), 8, 0)
                        .orElseThrow();
        double[] xs = chart.grid().xs();
        int middle = xs.length / 2;
        assertThat(xs[xs.length - 1]).isEqualTo(64);
        // A quarter of the way: 16 px, one sigma, to the left, where no other keypoint is near.
        assertThat(chart.grid().value(middle, middle - 12))
                .isCloseTo(Math.exp(-0.5), within(1e-12));
        // The other end of the bar, 20 px below, is in the map, too.
        assertThat(chart.grid().value(middle + 15, middle)).isCloseTo(1, within(1e-12));
        Figure found = chart.figures().getLast();
        assertThat(found.points().getFirst().x()).isCloseTo(1, within(1e-9));
        assertThat(chart.title()).contains("sigma 16.0 input px");
        assertThat(chart.x().unit()).isEqualTo("input px");
    }

    @Test
    void withoutAScheduleTheTargetHasTheSigmaOfTheLossAndWithoutBothThereIsNone() {
        double expected = 8 * 0.05 * Math.exp(-0.25);
        ContourChart chart = PlateTarget.of(RunHistory.EMPTY, path(), HELIUM, 4, 2).orElseThrow();
        double[] xs = chart.grid().xs();
        assertThat(xs[xs.length - 1]).isCloseTo(4 * expected, within(1e-9));
        assertThat(PlateTarget.of(RunHistory.EMPTY, path(), Losses.byId("l1"), 4, 2)).isEmpty();
    }
}
