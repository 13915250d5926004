package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class GridTest {

    private static final double[] THREE = {0, 1, 2};
    private static final double[] NINE = {8, 1, 6, 3, 5, 7, 4, 9, 2};

    @Test
    void quantilesPartTheNodesIntoEqualShares() {
        Grid grid = new Grid(THREE, THREE, NINE, NINE, NINE);
        assertThat(grid.quantiles(3)).containsExactly(3.0, 5.0, 7.0);
        assertThat(grid.quantiles(1)).containsExactly(5.0);
        assertThat(grid.least()).isEqualTo(1);
        assertThat(grid.most()).isEqualTo(9);
    }

    @Test
    void everySecondNodeKeepsTheOutermost() {
        Grid coarse = new Grid(THREE, THREE, NINE, NINE, NINE).every(2);
        assertThat(coarse.xs()).containsExactly(0, 2);
        assertThat(coarse.values()).containsExactly(8, 6, 4, 2);
        assertThat(coarse.dy()).containsExactly(8, 6, 4, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(THREE, THREE, NINE, NINE, NINE).every(3));
    }

    @Test
    void whatDoesNotFillAGridIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(THREE, THREE, THREE, NINE, NINE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Grid(THREE, THREE, NINE, NINE, THREE));
    }

    @Test
    void betweenNodesValuesAreLinearAndOutsideThoseOfTheBorder() {
        Grid grid =
                new Grid(
                        new double[] {0, 1},
                        new double[] {0, 10},
                        new double[] {0, 1, 2, 7},
                        new double[4],
                        new double[4]);
        assertThat(grid.at(1, 10)).isEqualTo(7);
        assertThat(grid.at(0.5, 0)).isEqualTo(0.5);
        assertThat(grid.at(0.25, 5)).isEqualTo(0.75 * 1 + 0.25 * 4);
        assertThat(grid.at(-3, 20)).isEqualTo(2);
    }
}
