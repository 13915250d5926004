package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Size;

class CanvasTest {

    private static final Light WHITE = Light.grey(1);

    private static double sum(Canvas canvas) {
        double sum = 0;
        for (float v : canvas.green) {
            sum += v;
        }
        return sum;
    }

    @Test
    void aRectangleCoversPixelsByItsArea() {
        Canvas canvas = new Canvas(new Size(4, 3));
        canvas.fill(List.of(new double[] {0.5, 0.75, 2.25, 0.75, 2.25, 2, 0.5, 2}), WHITE);
        float[] expected = {0.125f, 0.25f, 0.0625f, 0, 0.5f, 1, 0.25f, 0, 0, 0, 0, 0};
        assertThat(canvas.green).containsExactly(expected, within(1e-6f));
    }

    @Test
    void aTriangleCoversHalfOfTheSquareItHalves() {
        Canvas canvas = new Canvas(new Size(2, 2));
        canvas.fill(List.of(new double[] {0, 0, 2, 2, 0, 2}), WHITE);
        assertThat(canvas.green).containsExactly(new float[] {0.5f, 0, 1, 0.5f}, within(1e-6f));
    }

    @Test
    void contoursOfOppositeDirectionCutAHole() {
        Canvas canvas = new Canvas(new Size(3, 3));
        double[] outer = {0, 0, 3, 0, 3, 3, 0, 3};
        double[] inner = {1, 1, 1, 2, 2, 2, 2, 1};
        canvas.fill(List.of(outer, inner), WHITE);
        assertThat(canvas.green[4]).isCloseTo(0, within(1e-6f));
        assertThat(sum(canvas)).isCloseTo(8, within(1e-5));
    }

    @Test
    void theCoveredAreaOfAnyTriangleIsItsArea() {
        var random = new SplittableRandom(3);
        for (int i = 0; i < 300; i++) {
            Canvas canvas = new Canvas(new Size(20, 16));
            double[] t = new double[6];
            for (int k = 0; k < 6; k++) {
                t[k] = random.nextDouble() * (k % 2 == 0 ? 20 : 16);
            }
            double area =
                    Math.abs((t[2] - t[0]) * (t[5] - t[1]) - (t[4] - t[0]) * (t[3] - t[1])) / 2;
            canvas.add(List.of(t), WHITE);
            assertThat(sum(canvas)).isCloseTo(area, within(1e-4 * Math.max(1, area)));
        }
    }

    @Test
    void whatReachesBeyondTheBorderIsCutThere() {
        Canvas canvas = new Canvas(new Size(4, 4));
        canvas.fill(List.of(new double[] {-5, -3, 2.5, -3, 2.5, 9, -5, 9}), WHITE);
        assertThat(sum(canvas)).isCloseTo(10, within(1e-5));
        canvas.fill(List.of(new double[] {-9, 1, -2, 1, -2, 3, -9, 3}), Light.grey(7));
        canvas.fill(List.of(new double[] {6, 1, 9, 1, 9, 3, 6, 3}), Light.grey(7));
        canvas.fill(List.of(new double[] {-40, 2, 44, 2, 2, 60}), Light.NONE);
        assertThat(sum(canvas)).isCloseTo(5, within(0.5));
    }

    @Test
    void fillHidesAddKeepsAndDimDarkens() {
        Canvas canvas = new Canvas(new Size(1, 1));
        List<double[]> left = List.of(new double[] {0, 0, 0.5, 0, 0.5, 1, 0, 1});
        canvas.fill(left, Light.of(4, 4, 4));
        assertThat(canvas.red[0]).isEqualTo(2);
        canvas.add(left, Light.of(1, 1, 1));
        assertThat(canvas.red[0]).isEqualTo(2.5f);
        canvas.dim(left, 0.5f);
        assertThat(canvas.red[0]).isEqualTo(1.875f);
    }

    @Test
    void addedLightIsShadedByPixelCentres() {
        Canvas canvas = new Canvas(new Size(3, 1));
        canvas.fill(List.of(new double[] {0, 0, 3, 0, 3, 1, 0, 1}), WHITE);
        canvas.add(List.of(new double[] {0.5, 0, 3, 0, 3, 1, 0.5, 1}), WHITE, (x, y) -> x * y);
        assertThat(canvas.green).containsExactly(new float[] {1.125f, 1.75f, 2.25f}, within(1e-6f));
    }

    @Test
    void aGlowIsCentredWhereItIsPut() {
        Canvas canvas = new Canvas(new Size(41, 31));
        canvas.glow(20.3, 14.8, 3, 2, WHITE);
        double x = 0;
        double y = 0;
        for (int i = 0; i < canvas.green.length; i++) {
            x += canvas.green[i] * (i % 41 + 0.5);
            y += canvas.green[i] * (i / 41 + 0.5);
        }
        assertThat(x / sum(canvas)).isCloseTo(20.3, within(0.01));
        assertThat(y / sum(canvas)).isCloseTo(14.8, within(0.01));
    }
}
