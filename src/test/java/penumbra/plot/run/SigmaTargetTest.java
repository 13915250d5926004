package penumbra.plot.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.plot.ContourChart;
import penumbra.run.RunHistory;
import penumbra.run.TrainingEvent.KeypointSigma;
import penumbra.run.TrainingEvent.Sigmas;

class SigmaTargetTest {

    private static Sigmas sigmas(int epoch, double sigma) {
        return new Sigmas(epoch, epoch, "adaloss", "cells", List.of(new KeypointSigma(sigma, 0.1)));
    }

    @Test
    void theTargetIsThatOfTheNewestSigmaOnTheSquareOfTheWidest() {
        ContourChart chart =
                SigmaTarget.of(RunHistory.of(List.of(sigmas(1, 3), sigmas(2, 1.5))), 0)
                        .orElseThrow();
        double[] xs = chart.grid().xs();
        assertThat(xs[xs.length - 1]).isEqualTo(12);
        int middle = xs.length / 2;
        assertThat(chart.grid().value(middle, middle)).isEqualTo(1);
        // A quarter of 48 steps of 0.25 cells to the right: 3 cells, two sigmas.
        assertThat(chart.grid().value(middle, middle + 12)).isCloseTo(Math.exp(-2), within(1e-12));
        assertThat(chart.title()).contains("1.5", "cells", "epoch 2");
    }

    @Test
    void withoutAScheduleThereIsNone() {
        assertThat(SigmaTarget.of(RunHistory.EMPTY, 0)).isEmpty();
        assertThat(SigmaTarget.of(RunHistory.of(List.of(sigmas(1, 3))), 1)).isEmpty();
    }
}
