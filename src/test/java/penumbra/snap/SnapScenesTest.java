package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import penumbra.data.DecodedImage;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Rendered plates, all four endpoints in sight, from labels that miss as a person does.
class SnapScenesTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final int PLATES = 310;
    private static final double LONG = 10;

    private static final EndErrors ERRORS = new EndErrors();
    private static int ends;
    private static long nanos;

    @BeforeAll
    static void measure() {
        SplittableRandom random = new SplittableRandom(17);
        int plates = 0;
        for (int scene = 0; plates < PLATES; scene++) {
            RenderedScene rendered = SyntheticScene.render(31, scene, SIZE);
            DecodedImage picture = new DecodedImage(SIZE, rendered.argb(), true);
            for (Target truth : rendered.truth()) {
                if (truth.keypoints().stream()
                        .allMatch(k -> k.visibility() == Visibility.VISIBLE)) {
                    plates++;
                    measure(picture, truth, random);
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d rendered plates, noise A, errors in px; %.2f ms of one core a plate%n",
                plates,
                nanos / 1e6 / plates);
        System.out.println(EndErrors.header());
        double[] bins = {0, 10, 15, 20, 30, 100};
        for (int i = 0; i + 1 < bins.length; i++) {
            EndErrors bin = ERRORS.ofLength(bins[i], bins[i + 1]);
            System.out.println(bin.row((int) bins[i] + "-" + (int) bins[i + 1]));
        }
        System.out.println(ERRORS.row("all"));
    }

    private static void measure(DecodedImage picture, Target truth, SplittableRandom random) {
        Target label = LabelNoise.A.apply(truth, Schema.ARMOR_PLATE, random);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SnapResult result = BarSnap.snap(picture, Schema.ARMOR_PLATE, label);
        nanos += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        for (BarOutcome bar : result.bars()) {
            ends += 2;
            if (bar instanceof BarOutcome.Fitted(var edge, var from, var to, var shape)) {
                add(from, truth, label, edge.from(), edge.to());
                add(to, truth, label, edge.to(), edge.from());
            }
        }
    }

    private static void add(BarOutcome.End end, Target truth, Target label, int own, int other) {
        if (end.kept().isEmpty()) {
            ERRORS.add(
                    end,
                    truth.keypoints().get(own).at(),
                    truth.keypoints().get(other).at(),
                    label.keypoints().get(own).at());
        }
    }

    @Test
    void nearlyEveryLitBarIsSnapped() {
        assertThat(ends).isGreaterThanOrEqualTo(4 * PLATES);
        assertThat(ERRORS.count()).isGreaterThan((int) (0.96 * ends));
    }

    @Test
    void theMedianErrorOfBarsOverTenPixelsIsBelowHalfAPixel() {
        EndErrors longer = ERRORS.ofLength(LONG, Double.POSITIVE_INFINITY);

        assertThat(longer.count()).isGreaterThan(800);
        assertThat(longer.quantile(0.5)).isLessThan(0.5);
    }

    @Test
    void theErrorIsAtLeastThirtyPercentLowerThanThatOfTheLabels() {
        assertThat(ERRORS.ratio()).isLessThan(0.7);
        assertThat(ERRORS.ofLength(0, LONG).ratio()).isLessThan(0.7);
    }

    @Test
    void theTruthLiesWithinTwoReportedDeviations() {
        assertThat(ERRORS.coverageAlong()).isBetween(0.90, 0.98);
        assertThat(ERRORS.coverageAcross()).isBetween(0.90, 0.98);
    }
}
