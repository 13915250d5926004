package penumbra.engine.head;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

class SuppressionTest {

    private static final HeadLayout LAYOUT = new HeadLayout(2, 1, 2);

    /// Anchors as rows: centre x, centre y, width, height, two scores, a point.
    private static Decoded decoded(float[]... rows) {
        float[] values = new float[8 * rows.length];
        for (int a = 0; a < rows.length; a++) {
            for (int c = 0; c < 8; c++) {
                values[c * rows.length + a] = rows[a][c];
            }
        }
        return new Decoded(LAYOUT, 1, rows.length, values);
    }

    private static final float[] BEST = {50, 50, 20, 20, 0.9f, 0.3f, 48, 49};
    private static final float[] NEAR = {51, 50, 20, 20, 0.8f, 0.1f, 49, 49};
    private static final float[] OTHER_CLASS = {50, 50, 20, 20, 0.1f, 0.7f, 47, 49};
    private static final float[] FAR = {90, 90, 20, 20, 0.26f, 0.1f, 90, 90};
    private static final float[] WEAK = {10, 10, 20, 20, 0.25f, 0.1f, 90, 90};

    @Test
    void theBestOfOverlappingBoxesOfAClassIsKept() {
        List<Detection> kept =
                Suppression.PREDICTION.detections(decoded(WEAK, NEAR, BEST, OTHER_CLASS, FAR), 0);

        assertThat(kept).extracting(Detection::classIndex).containsExactly(0, 1, 0);
        assertThat(kept.getFirst().box()).isEqualTo(new Box(40, 40, 20, 20));
        assertThat(kept.getFirst().score()).isEqualTo(0.9f);
        assertThat(kept.getFirst().keypoints())
                .containsExactly(new Detection.PredictedPoint(new Point(48, 49), 1));
        assertThat(kept.getLast().box()).isEqualTo(new Box(80, 80, 20, 20));
    }

    @Test
    void ofOtherClassesAtTheSamePlaceNoneIsKeptWhereAThingIsOfOneClass() {
        Suppression across = new Suppression(0.25, 0.7, false, 300, true);

        assertThat(across.detections(decoded(NEAR, BEST, OTHER_CLASS, FAR), 0))
                .extracting(Detection::score)
                .containsExactly((double) 0.9f, (double) 0.26f);
    }

    @Test
    void anAnchorCanStandForSeveralClassesOnRequest() {
        Suppression several = new Suppression(0.25, 0.7, true, 300);

        assertThat(several.detections(decoded(BEST), 0))
                .extracting(Detection::classIndex)
                .containsExactly(0, 1);
    }

    @Test
    void atMostAsManyAreKept() {
        assertThat(new Suppression(0.01, 0.7, false, 2).detections(decoded(FAR, BEST, WEAK), 0))
                .extracting(Detection::score)
                .containsExactly((double) 0.9f, (double) 0.26f);
    }

    @Test
    void equalScoresKeepTheirOrderAndWhatIsNotFiniteIsNoCandidate() {
        float[] same = {90, 10, 20, 20, 0.9f, 0, 1, 1};
        float[] broken = {Float.NaN, 50, 20, 20, 0.95f, 0, 1, 1};
        float[] lost = {20, 90, 20, 20, 0.95f, 0, Float.POSITIVE_INFINITY, 1};

        assertThat(Suppression.PREDICTION.detections(decoded(broken, BEST, lost, same), 0))
                .extracting(d -> d.box().x())
                .containsExactly(40.0, 80.0);
    }
}
