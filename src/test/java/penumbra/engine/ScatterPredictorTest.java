package penumbra.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import penumbra.engine.ScatterPredictor.Scattered;
import penumbra.engine.head.Detection;
import penumbra.engine.head.Detection.PredictedPoint;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;

class ScatterPredictorTest {

    private static Detection plate(int classIndex, double x, double y) {
        List<PredictedPoint> points =
                Stream.of(new Point(0, 0), new Point(0, 20), new Point(40, 20), new Point(40, 0))
                        .map(p -> new PredictedPoint(p.plus(new Point(x, y)), 1))
                        .toList();
        return new Detection(new Box(x, y, 40, 20), 0.9, classIndex, points);
    }

    @Test
    void theScatterOfTheSamePlateIsItsCovariance() {
        Detection found = plate(3, 100, 50);
        List<Scattered> scattered =
                ScatterPredictor.scattered(
                        List.of(found),
                        List.of(
                                List.of(plate(3, 103, 50)),
                                List.of(plate(3, 100, 53)),
                                List.of(plate(3, 103, 53))));
        assertThat(scattered).hasSize(1);
        assertThat(scattered.getFirst().detection()).isEqualTo(found);
        assertThat(scattered.getFirst().seen()).isEqualTo(1);
        // Four places at the corners of a square of 3 px: each variance is 4 * 1.5² / 3 = 3 px².
        for (int k = 0; k < 4; k++) {
            Covariance c = scattered.getFirst().covariances().get(k).orElseThrow();
            assertThat(c.xx()).isCloseTo(3, within(1e-12));
            assertThat(c.yy()).isCloseTo(3, within(1e-12));
            assertThat(c.xy()).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void anotherClassOrAnotherPlaceIsNotTheSamePlate() {
        List<Scattered> scattered =
                ScatterPredictor.scattered(
                        List.of(plate(3, 100, 50)),
                        List.of(List.of(plate(2, 100, 50)), List.of(plate(3, 160, 50)), List.of()));
        assertThat(scattered.getFirst().seen()).isEqualTo(0.25);
        assertThat(scattered.getFirst().covariances()).allMatch(c -> c.isEmpty());
    }

    @Test
    void eachOfACopyBelongsToOneAloneAndToTheOneItIsMostLike() {
        Detection left = plate(3, 100, 50);
        Detection right = plate(3, 108, 50);
        List<Scattered> scattered =
                ScatterPredictor.scattered(
                        List.of(left, right),
                        List.of(
                                List.of(plate(3, 101, 50), plate(3, 107, 50)),
                                List.of(plate(3, 107, 50), plate(3, 101, 50))));
        // Left at 100, 101, 101 and right at 108, 107, 107: both variances are 1/3 px².
        for (Scattered each : scattered) {
            assertThat(each.covariances().getFirst().orElseThrow().xx())
                    .isCloseTo(1.0 / 3, within(1e-12));
        }
    }
}
