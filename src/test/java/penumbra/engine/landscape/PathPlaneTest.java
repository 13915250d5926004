package penumbra.engine.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Point;

class PathPlaneTest {

    private static Weights weights(float... values) {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("a", Tensor.of(new float[] {values[0], values[1]}, 2, 1));
        float[] rest = new float[values.length - 2];
        System.arraycopy(values, 2, rest, 0, rest.length);
        tensors.put("b", Tensor.of(rest, rest.length, 1));
        return new Weights(tensors, Map.of());
    }

    private static double[] all(Weights weights) {
        return weights.tensors().values().stream()
                .flatMapToDouble(t -> Arrays.stream(t.doubles()))
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] * b[i]).sum();
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }

    @Test
    void aPathByHand() {
        // About their mean (1, 1/3, 2, 2) the points lie at (-1,-1/3), (1,-1/3) and (0,2/3): along
        // the first number with a sum of squares of 2, along the second with 2/3.
        PathPlane plane =
                PathPlane.of(List.of(weights(0, 0, 2, 2), weights(1, 1, 2, 2), weights(2, 0, 2, 2)))
                        .orElseThrow();
        assertThat(plane.shares().get(0)).isCloseTo(0.75, within(1e-12));
        assertThat(plane.shares().get(1)).isCloseTo(0.25, within(1e-12));
        assertThat(all(plane.x())).containsExactly(new double[] {1, 0, 0, 0}, within(1e-6));
        assertThat(Math.abs(all(plane.y())[1])).isCloseTo(1, within(1e-6));
        assertPoint(plane.path().get(0), -2, 0);
        assertThat(plane.path().get(1).x()).isCloseTo(-1, within(1e-9));
        assertThat(Math.abs(plane.path().get(1).y())).isCloseTo(1, within(1e-9));
        assertPoint(plane.path().get(2), 0, 0);
    }

    private static void assertPoint(Point point, double x, double y) {
        assertThat(point.x()).isCloseTo(x, within(1e-9));
        assertThat(point.y()).isCloseTo(y, within(1e-9));
    }

    @Test
    void axesAreUnitsAtRightAnglesAndCoordinatesTheirProductsWithTheDifferences() {
        SplittableRandom random = new SplittableRandom(4);
        for (int n = 3; n <= 12; n++) {
            List<Weights> path =
                    random.doubles(n)
                            .mapToObj(_ -> {
                                float[] values = new float[40];
                                for (int i = 0; i < values.length; i++) {
                                    values[i] = (float) (random.nextGaussian() / (1 + i));
                                }
                                return weights(values);
                            })
                            .toList();
            PathPlane plane = PathPlane.of(path).orElseThrow();
            double[] x = all(plane.x());
            double[] y = all(plane.y());
            assertThat(dot(x, x)).isCloseTo(1, within(1e-6));
            assertThat(dot(y, y)).isCloseTo(1, within(1e-6));
            assertThat(dot(x, y)).isCloseTo(0, within(1e-6));
            double[] newest = all(path.getLast());
            for (int i = 0; i < n; i++) {
                double[] difference = minus(all(path.get(i)), newest);
                assertThat(plane.path().get(i).x()).isCloseTo(dot(difference, x), within(1e-6));
                assertThat(plane.path().get(i).y()).isCloseTo(dot(difference, y), within(1e-6));
            }
            assertThat(plane.path().getFirst().x()).isNotPositive();
            assertThat(plane.shares().get(0))
                    .isGreaterThanOrEqualTo(plane.shares().get(1))
                    .isCloseTo(variance(path, x) / total(path), within(1e-6));
        }
    }

    private static double variance(List<Weights> path, double[] axis) {
        double[] along = path.stream().mapToDouble(w -> dot(all(w), axis)).toArray();
        double mean = Arrays.stream(along).average().orElseThrow();
        return Arrays.stream(along).map(a -> (a - mean) * (a - mean)).sum();
    }

    private static double total(List<Weights> path) {
        double sum = 0;
        for (int i = 0; i < all(path.getFirst()).length; i++) {
            double[] axis = new double[all(path.getFirst()).length];
            axis[i] = 1;
            sum += variance(path, axis);
        }
        return sum;
    }

    @Test
    void noOtherPlaneHasMoreOfThePathThanThatOfTheShares() {
        List<Weights> path =
                List.of(
                        weights(0, 0, 0, 1),
                        weights(3, 1, 0, 0),
                        weights(5, 1, 1, 0),
                        weights(6, 0, 1, 1));
        PathPlane plane = PathPlane.of(path).orElseThrow();
        double share = plane.shares().get(0) + plane.shares().get(1);
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                double[] a = new double[4];
                double[] b = new double[4];
                a[i] = 1;
                b[j] = 1;
                assertThat((variance(path, a) + variance(path, b)) / total(path))
                        .isLessThanOrEqualTo(share);
            }
        }
    }

    @Test
    void twoWeightsAndALineHaveNoPlane() {
        assertThat(PathPlane.of(List.of(weights(0, 0, 0), weights(1, 1, 1)))).isEmpty();
        assertThat(PathPlane.of(List.of(weights(0, 0, 0), weights(1, 1, 1), weights(2, 2, 2))))
                .isEmpty();
        Weights same = weights(1, 2, 3);
        assertThat(PathPlane.of(List.of(same, same, same))).isEmpty();
    }
}
