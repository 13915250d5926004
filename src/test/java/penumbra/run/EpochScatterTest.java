package penumbra.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

class EpochScatterTest {

    private static final List<Point> LABEL =
            List.of(new Point(0, 0), new Point(0, 10), new Point(20, 10), new Point(20, 0));

    private static PlateResult plate(int target, Optional<Point> by) {
        return new PlateResult(
                "images/a.png",
                target,
                5,
                LABEL,
                List.of(true, true, true, true),
                Optional.empty(),
                by.map(b -> LABEL.stream().map(p -> p.plus(b)).toList()),
                List.of(),
                by.isPresent() ? 0.8 : 0,
                14,
                0.5);
    }

    private static PlateResult at(int target, double x, double y) {
        return plate(target, Optional.of(new Point(x, y)));
    }

    private static PlateResult missed(int target) {
        return plate(target, Optional.empty());
    }

    @Test
    void threePlacesGiveTheirCovarianceAndStayWhereTheNewestIs() {
        PlateResult newest =
                EpochScatter.of(
                                List.of(
                                        List.of(at(0, 1, 0)),
                                        List.of(at(0, 3, 0)),
                                        List.of(at(0, 5, 3))))
                        .getFirst();

        assertThat(newest.found().orElseThrow().getFirst()).isEqualTo(new Point(5, 3));
        assertThat(newest.covariances()).hasSize(4);
        // Deviations (-2, -1), (0, -1), (2, 2), the same for each keypoint.
        for (Covariance c : newest.covariances()) {
            assertThat(c.xx()).isCloseTo(4, within(1e-12));
            assertThat(c.xy()).isCloseTo(3, within(1e-12));
            assertThat(c.yy()).isCloseTo(3, within(1e-12));
        }
    }

    @Test
    void whatWasFoundTooSeldomOrNotNowAndWhatTheNetworkSaysItselfStays() {
        PlateResult own = at(2, 0, 0).scattered(List.of(new Covariance(1, 0, 1)));
        List<PlateResult> newest =
                EpochScatter.of(
                        List.of(
                                List.of(missed(0), at(1, 1, 0), at(2, 5, 5)),
                                List.of(at(0, 1, 0), at(1, 1, 0), at(2, 6, 6)),
                                List.of(at(0, 2, 0), at(1, 1, 0), at(2, 7, 7)),
                                List.of(missed(1), own, at(3, 0, 0))));

        assertThat(newest).containsExactly(missed(1), own, at(3, 0, 0));
    }
}
