package penumbra.data.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;

class SilhouettesTest {

    @Test
    void onlyWhatWasPaintedLaterCovers() {
        Silhouettes silhouettes = new Silhouettes();
        silhouettes.add(new double[] {0, 0, 10, 0, 10, 10, 0, 10});
        int mark = silhouettes.mark();
        assertThat(silhouettes.covers(new Point(5, 5), mark)).isFalse();
        silhouettes.add(new double[] {4, 4, 8, 4, 4, 8});
        assertThat(silhouettes.covers(new Point(5, 5), mark)).isTrue();
        assertThat(silhouettes.covers(new Point(7, 7), mark)).isFalse();
        assertThat(silhouettes.covers(new Point(1, 1), 0)).isTrue();
    }
}
