package penumbra.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ThinnedTest {

    private static LineChart chart(double... values) {
        double[] at = new double[values.length];
        Arrays.setAll(at, i -> i + 1);
        return new LineChart(
                "t",
                Axis.of("x", "1"),
                at,
                Axis.of("y", "1"),
                List.of(new LineChart.Line("a", values, 0)),
                List.of());
    }

    @Test
    void ofEveryStretchTheLeastAndTheGreatestValueStayInTheirOrder() {
        LineChart thin = chart(5, 1, 9, 3, 2, 7, 4, 6).thinned(2);
        assertThat(thin.at()).containsExactly(1, 4, 5, 8);
        assertThat(thin.lines().getFirst().values()).containsExactly(1, 9, 2, 7);
    }

    @Test
    void gapsStayGapsAndDoNotHideValues() {
        double gap = Double.NaN;
        LineChart thin = chart(gap, 3, 1, gap, gap, gap, gap, gap).thinned(2);
        assertThat(thin.lines().getFirst().values()).containsExactly(3, 1, gap, gap);
    }

    @Test
    void whatHasFewPlacesStaysAsItIs() {
        LineChart few = chart(5, 1, 9, 3);
        assertThat(few.thinned(2)).isSameAs(few);
    }

    @Test
    void theRangeOfTenThousandValuesIsKept() {
        Random random = new Random(3);
        double[] values = random.doubles(10_007).toArray();
        LineChart thin = chart(values).thinned(400);
        assertThat(thin.at()).hasSize(800).isSorted();
        double[] kept = thin.lines().getFirst().values();
        assertThat(Arrays.stream(kept).max()).isEqualTo(Arrays.stream(values).max());
        assertThat(Arrays.stream(kept).min()).isEqualTo(Arrays.stream(values).min());
    }
}
