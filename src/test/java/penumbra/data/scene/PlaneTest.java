package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlaneTest {

    @Test
    void halvingTakesTheMeansOfBlocksAndOfWhatIsLeftAtTheBorder() {
        Plane plane = new Plane(3, 3, new float[] {1, 3, 5, 5, 7, 9, 2, 4, 8});
        Plane half = plane.half();
        assertThat(half.width()).isEqualTo(2);
        assertThat(half.height()).isEqualTo(2);
        assertThat(half.values()).containsExactly(4, 7, 3, 8);
    }

    /// Between centres of small pixels at 1 and 3 (and 5) the value runs in a straight line.
    @Test
    void mixingInterpolatesBetweenTheCentresOfTheSmallPixels() {
        Plane plane = new Plane(4, 1, new float[] {10, 10, 10, 10});
        plane.mix(new Plane(2, 1, new float[] {0, 4}), 2, 0.5f, 2);
        assertThat(plane.values()).containsExactly(new float[] {5, 7, 11, 13}, within(1e-5f));
    }
}
