package penumbra.uncertainty.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class HeatmapTest {

    /// sigma 1: exp(-1/2), exp(-1), exp(-2), exp(-4.5).
    @Test
    void aGaussianFallsWithTheSquareOfTheDistance() {
        Heatmap map = Heatmap.of(7, 7, List.of(new Heatmap.Spot(3, 3, 3, 1)));
        assertThat(map.at(3, 3)).isEqualTo(1);
        assertThat(map.at(4, 3)).isCloseTo(0.606531, within(5e-7));
        assertThat(map.at(4, 4)).isCloseTo(0.367879, within(5e-7));
        assertThat(map.at(3, 5)).isCloseTo(0.135335, within(5e-7));
        assertThat(map.at(0, 3)).isCloseTo(0.011109, within(5e-7));
    }

    @Test
    void overlapsTakeTheLargerValueWhateverTheOrder() {
        Heatmap.Spot a = Heatmap.Spot.of(3, 3, 3);
        Heatmap.Spot b = Heatmap.Spot.of(5, 4, 2);
        Heatmap both = Heatmap.of(9, 9, List.of(a, b));
        Heatmap only = Heatmap.of(9, 9, List.of(a));
        Heatmap other = Heatmap.of(9, 9, List.of(b));
        for (int i = 0; i < 81; i++) {
            assertThat(both.values()[i]).isEqualTo(Math.max(only.values()[i], other.values()[i]));
        }
        assertThat(Heatmap.of(9, 9, List.of(b, a)).values()).isEqualTo(both.values());
        assertThat(both.at(5, 4)).isEqualTo(1);
    }

    @Test
    void spotsOutsideAreLeftOutAndSharedCellsCounted() {
        assertThat(Heatmap.of(4, 4, List.of(Heatmap.Spot.of(-1, 2, 3))).values()).containsOnly(0);
        Heatmap.Spot spot = Heatmap.Spot.of(1, 1, 1);
        Heatmap.Spot same = Heatmap.Spot.of(1, 1, 2);
        assertThat(Heatmap.collisions(List.of(spot, same, Heatmap.Spot.of(2, 1, 1)))).isEqualTo(1);
        assertThatThrownBy(() -> Heatmap.of(0, 4, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Heatmap.of(1 << 20, 1 << 20, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFocalLossOfACellIsTheOneByHand() {
        FocalLoss loss = FocalLoss.DEFAULT;
        double half = 0;
        double ninety = Math.log(9);
        assertThat(loss.cell(half, 1).value()).isCloseTo(Math.log(2) / 4, within(1e-15));
        assertThat(loss.cell(ninety, 1).value()).isCloseTo(0.00105361, within(5e-9));
        assertThat(loss.cell(half, 0).value()).isCloseTo(0.173287, within(5e-7));
        assertThat(loss.cell(half, 0.5).value()).isCloseTo(0.0108304, within(5e-8));
    }

    @Test
    void focalGradientsAreDifferenceQuotients() {
        double h = 1e-5;
        for (double y : List.of(0.0, 0.3, 0.9, 1.0)) {
            for (double z = -6; z <= 6; z += 0.37) {
                double difference =
                        FocalLoss.DEFAULT.cell(z + h, y).value()
                                - FocalLoss.DEFAULT.cell(z - h, y).value();
                assertThat(FocalLoss.DEFAULT.cell(z, y).slope())
                        .isCloseTo(difference / (2 * h), within(1e-8));
            }
        }
        assertThat(FocalLoss.DEFAULT.cell(-800, 1).value()).isCloseTo(800, within(1e-9));
        assertThat(FocalLoss.DEFAULT.cell(800, 0).slope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void aMapsFocalLossIsTheMeanOverItsCentres() {
        Heatmap target =
                Heatmap.of(5, 4, List.of(Heatmap.Spot.of(1, 1, 1), Heatmap.Spot.of(3, 2, 1)));
        SplittableRandom random = new SplittableRandom(3);
        double[] p = random.doubles(20, 0.01, 0.99).toArray();
        FocalLoss.MapValue map = FocalLoss.DEFAULT.map(p, target);
        assertThat(map.positives()).isEqualTo(2);
        double sum = 0;
        for (int i = 0; i < 20; i++) {
            FocalLoss.Cell cell =
                    FocalLoss.DEFAULT.cell(Math.log(p[i] / (1 - p[i])), target.values()[i]);
            sum += cell.value();
            assertThat(map.slopes()[i]).isCloseTo(cell.slope() / 2, within(1e-14));
        }
        assertThat(map.value()).isCloseTo(sum / 2, within(1e-13));
    }

    @Test
    void sizeAndOffsetGradientsAreDifferenceQuotients() {
        List<Point> truth = List.of(new Point(12, 5), new Point(19.5, 9));
        List<Point> predicted = List.of(new Point(10.3, 4.6), new Point(19.9, 12));
        double h = 1e-6;
        for (CentreLoss.Error error : CentreLoss.Error.values()) {
            for (CentreLoss.Divisor divisor : CentreLoss.Divisor.values()) {
                Point gradient =
                        CentreLoss.of(predicted, truth, error, divisor).gradients().getLast();
                double up = shifted(predicted, truth, error, divisor, h);
                double down = shifted(predicted, truth, error, divisor, -h);
                assertThat(gradient.x()).isCloseTo((up - down) / (2 * h), within(1e-8));
            }
        }
        assertThat(
                        CentreLoss.of(
                                        List.of(),
                                        List.of(),
                                        CentreLoss.Error.L1,
                                        CentreLoss.Divisor.PAPER)
                                .value())
                .isZero();
        assertThat(CentreLoss.total(1.2, 10, 0.5)).isCloseTo(2.7, within(1e-15));
    }

    private static double shifted(
            List<Point> predicted,
            List<Point> truth,
            CentreLoss.Error error,
            CentreLoss.Divisor divisor,
            double h) {
        List<Point> moved =
                List.of(predicted.getFirst(), predicted.getLast().plus(new Point(h, 0)));
        return CentreLoss.of(moved, truth, error, divisor).value();
    }

    @Test
    void offsetsFindTheWayBack() {
        Point p = new Point(101.3, 7.9);
        CellOffset floor = CellOffset.of(p, 4, CellOffset.Rounding.FLOOR);
        CellOffset nearest = CellOffset.of(p, 4, CellOffset.Rounding.NEAREST);
        assertThat(List.of(floor.x(), floor.y(), nearest.x(), nearest.y()))
                .containsExactly(25, 1, 25, 2);
        assertThat(nearest.offset().y()).isCloseTo(-0.025, within(1e-14));
        assertThat(floor.point(4).distance(p)).isLessThan(1e-12);
        assertThat(nearest.point(4).distance(p)).isLessThan(1e-12);
        assertThat(CellOffset.of(new Point(-1, -5), 4, CellOffset.Rounding.FLOOR).y())
                .isEqualTo(-2);
    }

    @Test
    void peaksAreHighestFirstAndPlateausMayBeMerged() {
        double[] values = {
            0.1, 0.2, 0.1, 0.5, 0.5,
            0.2, 0.9, 0.3, 0.0, 0.1,
            0.1, 0.3, 0.2, 0.1, 0.2
        };
        Heatmap map = new Heatmap(5, 3, values);
        assertThat(Peak.of(map, 0, 100, Peak.Plateau.KEEP))
                .containsExactly(
                        new Peak(1, 1, 0.9),
                        new Peak(3, 0, 0.5),
                        new Peak(4, 0, 0.5),
                        new Peak(4, 2, 0.2));
        assertThat(Peak.of(map, 0, 100, Peak.Plateau.FIRST))
                .containsExactly(new Peak(1, 1, 0.9), new Peak(3, 0, 0.5), new Peak(4, 2, 0.2));
        assertThat(Peak.of(map, 0.4, 1, Peak.Plateau.KEEP)).containsExactly(new Peak(1, 1, 0.9));
        assertThat(Peak.of(new Heatmap(2, 2, new double[4]), 0, 9, Peak.Plateau.KEEP)).isEmpty();
        assertThat(new Peak(4, 5, 1).box(new Point(0.5, 0.5), new Point(15, 7.5), 4))
                .isEqualTo(new Box(-12, 7, 60, 30));
    }

    @Test
    void theTaylorStepIsExactForASampledGaussian() {
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 100; i++) {
            Point centre = new Point(random.nextDouble(2, 6), random.nextDouble(2, 5));
            Heatmap map = Heatmap.gaussian(9, 8, centre, random.nextDouble(0.7, 3));
            Peak top = Peak.of(map, 0, 1, Peak.Plateau.FIRST).getFirst();
            assertThat(SubCell.taylor(map, top.x(), top.y()).orElseThrow().distance(centre))
                    .isLessThan(1e-9);
            Point quarter = SubCell.quarter(map, top.x(), top.y());
            assertThat(Math.abs(quarter.x() - centre.x())).isLessThanOrEqualTo(0.25 + 1e-12);
        }
    }

    @Test
    void whereNoStepCanBeTrustedNoneIsMade() {
        Heatmap map = Heatmap.gaussian(5, 5, new Point(0, 2), 1);
        assertThat(SubCell.taylor(map, 0, 2)).isEmpty();
        assertThat(SubCell.quarter(map, 0, 2)).isEqualTo(new Point(0, 2));
        assertThat(SubCell.taylor(Heatmap.of(5, 5, List.of(Heatmap.Spot.of(2, 2, 0))), 2, 2))
                .isEmpty();
        double[] flat = new double[25];
        Arrays.fill(flat, 0.5);
        assertThat(SubCell.taylor(new Heatmap(5, 5, flat), 2, 2)).isEmpty();
    }
}
