package penumbra.snap;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import penumbra.data.DecodedImage;
import penumbra.data.scene.LabelNoise;
import penumbra.data.scene.RenderedScene;
import penumbra.data.scene.SyntheticScene;
import penumbra.geometry.Size;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;

/// Rendered plates, all four endpoints in sight, from labels that miss as a person does. The seed
/// took no part in the choice of the constants in [Calibration].
class SnapScenesTest {

    private static final Size SIZE = new Size(1280, 1024);
    private static final long SEED = 41;
    private static final int PLATES = 310;
    private static final double LONG = 10;

    /// Share of a bar's pixels that are saturated, above which it is a saturated bar of the test.
    private static final double SATURATED = 0.2;

    /// Ends on bars that were found, from labels with one kind of noise.
    private static final class Tally {

        private final SplittableRandom random = new SplittableRandom(17);
        private final EndErrors all = new EndErrors();
        private final EndErrors saturated = new EndErrors();
        private int ends;
    }

    private static final Map<LabelNoise, Tally> TALLIES = new EnumMap<>(LabelNoise.class);
    private static final List<Long> NANOS = new ArrayList<>();

    @BeforeAll
    static void measure() {
        List.of(LabelNoise.A, LabelNoise.B, LabelNoise.C).forEach(n -> TALLIES.put(n, new Tally()));
        int plates = 0;
        for (int scene = 0; plates < PLATES; scene++) {
            RenderedScene rendered = SyntheticScene.render(SEED, scene, SIZE);
            DecodedImage picture = new DecodedImage(SIZE, rendered.argb(), true);
            for (Target truth : rendered.truth()) {
                if (truth.keypoints().stream()
                        .allMatch(k -> k.visibility() == Visibility.VISIBLE)) {
                    plates++;
                    TALLIES.forEach((noise, tally) -> measure(picture, truth, noise, tally));
                }
            }
        }
        NANOS.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%d rendered plates, errors in px; ms of one core a plate: least %.2f, median "
                        + "%.2f, most %.2f%n",
                plates,
                NANOS.getFirst() / 1e6,
                NANOS.get(NANOS.size() / 2) / 1e6,
                NANOS.getLast() / 1e6);
        System.out.println(EndErrors.header());
        TALLIES.forEach(SnapScenesTest::print);
    }

    private static void print(LabelNoise noise, Tally tally) {
        double[] bins = {0, 10, 15, 20, 30, 100};
        for (int i = 0; i + 1 < bins.length; i++) {
            EndErrors bin = tally.all.ofLength(bins[i], bins[i + 1]);
            System.out.println(bin.row(noise + " " + (int) bins[i] + "-" + (int) bins[i + 1]));
        }
        System.out.println(tally.saturated.row(noise + " sat."));
        System.out.println(tally.all.row(noise + " all"));
    }

    private static void measure(DecodedImage picture, Target truth, LabelNoise noise, Tally tally) {
        Target label = noise.apply(truth, Schema.ARMOR_PLATE, tally.random);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        SnapResult result = BarSnap.snap(picture, Schema.ARMOR_PLATE, label);
        NANOS.add(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before);
        for (BarOutcome bar : result.bars()) {
            tally.ends += 2;
            if (bar instanceof BarOutcome.Fitted(var edge, var from, var to, var shape)) {
                add(tally.all, from, truth, label, edge.from(), edge.to());
                add(tally.all, to, truth, label, edge.to(), edge.from());
                if (shape.clipped() > SATURATED) {
                    add(tally.saturated, from, truth, label, edge.from(), edge.to());
                    add(tally.saturated, to, truth, label, edge.to(), edge.from());
                }
            }
        }
    }

    private static void add(
            EndErrors errors, BarOutcome.End end, Target truth, Target label, int own, int other) {
        if (end.kept().isEmpty()) {
            errors.add(
                    end,
                    truth.keypoints().get(own).at(),
                    truth.keypoints().get(other).at(),
                    label.keypoints().get(own).at());
        }
    }

    @Test
    void nearlyEveryLitBarIsSnapped() {
        Tally tally = TALLIES.get(LabelNoise.A);

        assertThat(tally.ends).isGreaterThanOrEqualTo(4 * PLATES);
        assertThat(tally.all.count()).isGreaterThan((int) (0.96 * tally.ends));
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C"})
    void theMedianErrorOfBarsOverTenPixelsIsBelowHalfAPixel(LabelNoise noise) {
        EndErrors longer = TALLIES.get(noise).all.ofLength(LONG, Double.POSITIVE_INFINITY);

        assertThat(longer.count()).isGreaterThan(800);
        assertThat(longer.quantile(0.5)).isLessThan(0.5);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C"})
    void theErrorIsAtLeastThirtyPercentLowerThanThatOfTheLabels(LabelNoise noise) {
        assertThat(TALLIES.get(noise).all.ratio()).isLessThan(0.7);
        assertThat(TALLIES.get(noise).all.ofLength(0, LONG).ratio()).isLessThan(0.7);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C"})
    void theTruthLiesWithinTwoReportedDeviations(LabelNoise noise) {
        EndErrors all = TALLIES.get(noise).all;
        EndErrors longer = all.ofLength(LONG, Double.POSITIVE_INFINITY);

        assertThat(all.coverageAlong()).isBetween(0.90, 0.98);
        assertThat(all.coverageAcross()).isBetween(0.90, 0.98);
        assertThat(longer.coverageAlong()).isBetween(0.90, 0.98);
        assertThat(longer.coverageAcross()).isBetween(0.90, 0.98);
    }

    @ParameterizedTest
    @EnumSource(names = {"A", "B", "C"})
    void saturatedBarsAreNoWorse(LabelNoise noise) {
        EndErrors saturated = TALLIES.get(noise).saturated;

        assertThat(saturated.count()).isGreaterThan(100);
        assertThat(saturated.quantile(0.5)).isLessThan(0.5);
        assertThat(saturated.ratio()).isLessThan(0.7);
        assertThat(saturated.coverageAlong()).isGreaterThan(0.90);
    }
}
