package penumbra.run.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import penumbra.geometry.Point;
import penumbra.run.Against;
import penumbra.run.PlateResult;
import penumbra.run.RunFolder;
import penumbra.run.RunHistory;
import penumbra.run.RunRecord;

class PairedBootstrapTest {

    private static final PairedBootstrap FEW = new PairedBootstrap(2000, 1);

    private static ComparedRun run(int seed, List<PlateResult> plates) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        config.put("seed", Integer.toString(seed));
        RunRecord record =
                new RunRecord(
                        new RunFolder(Path.of("run" + seed)),
                        config,
                        RunHistory.EMPTY,
                        "",
                        List.of());
        return new ComparedRun(record, Optional.empty(), plates, List.of());
    }

    private static RunGroup group(String name, ComparedRun... runs) {
        return new RunGroup(name, new LinkedHashMap<>(), List.of(runs));
    }

    /// A plate with one keypoint, found so far off; NaN: missed.
    private static PlateResult plate(String picture, int target, double off) {
        Point at = new Point(10, 10);
        return new PlateResult(
                picture,
                target,
                0,
                List.of(at),
                List.of(true),
                Optional.of(List.of(at)),
                Double.isNaN(off)
                        ? Optional.empty()
                        : Optional.of(List.of(at.plus(new Point(off, 0)))),
                List.of(),
                1,
                20,
                1);
    }

    private static final List<PlateResult> ONE =
            List.of(
                    plate("a", 0, 3),
                    plate("a", 1, 4),
                    plate("b", 0, Double.NaN),
                    plate("b", 1, 0));
    private static final List<PlateResult> OTHER =
            List.of(plate("a", 0, 1), plate("a", 1, 1), plate("b", 0, 2), plate("b", 1, 10));

    private static Difference difference(Measure measure) {
        return FEW.difference(
                        group("one", run(0, ONE)),
                        group("other", run(0, OTHER)),
                        measure,
                        Against.LABELS)
                .orElseThrow();
    }

    @Test
    void measuresArePairedByPlateAndMissedOnesAreFailures() {
        Difference rmse = difference(Measure.RMSE);
        assertThat(rmse.ofFirst()).isCloseTo(Math.sqrt(25 / 3.0), within(1e-12));
        assertThat(rmse.ofSecond()).isCloseTo(Math.sqrt(102 / 3.0), within(1e-12));
        assertThat(rmse.estimate()).isEqualTo(rmse.ofFirst() - rmse.ofSecond());
        assertThat(rmse.plates()).as("both found").isEqualTo(3);
        assertThat(rmse.pictures()).isEqualTo(2);
        Difference auc = difference(Measure.AUC);
        // (5/8 + 4/8 + 0 + 1) / 4 and (7/8 + 7/8 + 6/8 + 0) / 4
        assertThat(auc.ofFirst()).isCloseTo(2.125 / 4, within(1e-12));
        assertThat(auc.ofSecond()).isCloseTo(2.5 / 4, within(1e-12));
        assertThat(difference(Measure.FAILURES).ofFirst()).isEqualTo(0.25);
        assertThat(difference(Measure.FAILURES).ofSecond()).isEqualTo(0.25);
        assertThat(difference(Measure.FOUND).estimate()).isEqualTo(-0.25);
    }

    @Test
    void picturesAreDrawnWithAllTheirPlates() {
        // Of two pictures a draw is aa, ab, ba or bb: three values, the ends each a quarter.
        Difference auc = difference(Measure.AUC);
        double a = (5 / 8.0 + 4 / 8.0) / 2 - 7 / 8.0;
        double b = 1 / 2.0 - 6 / 16.0;
        assertThat(auc.networks().low()).isCloseTo(Math.min(a, b), within(1e-12));
        assertThat(auc.networks().high()).isCloseTo(Math.max(a, b), within(1e-12));
        assertThat(auc.method()).as("one pair says nothing of other seeds").isEmpty();
        assertThat(auc.isDistinguishable()).isFalse();
        assertThat(auc.verdict()).contains("one and other are not distinguishable");
    }

    @Test
    void oneSharedPictureSaysNothingOfOthers() {
        List<PlateResult> one = ONE.subList(0, 2);
        List<PlateResult> other = OTHER.subList(0, 2);
        for (int seeds = 1; seeds <= 2; seeds++) {
            ComparedRun[] first = {run(0, one), run(1, other)};
            ComparedRun[] second = {run(0, other), run(1, other)};
            Difference d =
                    FEW.difference(
                                    group("one", Arrays.copyOf(first, seeds)),
                                    group("other", Arrays.copyOf(second, seeds)),
                                    Measure.AUC,
                                    Against.LABELS)
                            .orElseThrow();
            assertThat(d.pictures()).isEqualTo(1);
            assertThat(d.estimate()).isNegative();
            assertThat(d.networks().low()).isNaN();
            assertThat(d.interval().high()).isNaN();
            assertThat(d.isDistinguishable()).isFalse();
        }
    }

    @Test
    void theSameDrawsGiveTheSame() {
        assertThat(difference(Measure.RMSE)).isEqualTo(difference(Measure.RMSE));
    }

    @Test
    void aMethodAgainstItselfDiffersByNothing() {
        RunGroup group = group("same", run(0, ONE), run(1, OTHER));
        Difference d = FEW.difference(group, group, Measure.AUC, Against.TRUTH).orElseThrow();
        assertThat(d.estimate()).isZero();
        assertThat(d.interval()).isEqualTo(new Interval(0, 0));
        assertThat(d.isDistinguishable()).isFalse();
    }

    @Test
    void runsArePairedBySeedAndElseInTheirOrder() {
        RunGroup ab = group("x", run(5, ONE), run(7, OTHER));
        RunGroup ba = group("y", run(7, OTHER), run(5, ONE), run(9, ONE));
        Difference same = FEW.difference(ab, ba, Measure.AUC, Against.LABELS).orElseThrow();
        assertThat(same.pairs()).isEqualTo(2);
        assertThat(same.sameSeeds()).isTrue();
        assertThat(same.estimate()).isZero();
        RunGroup others = group("z", run(1, ONE), run(2, OTHER));
        Difference unlike = FEW.difference(ab, others, Measure.AUC, Against.LABELS).orElseThrow();
        assertThat(unlike.pairs()).isEqualTo(2);
        assertThat(unlike.sameSeeds()).isFalse();
    }

    @Test
    void platesWithOtherLabelsAreNotCompared() {
        List<PlateResult> moved = new ArrayList<>(OTHER);
        PlateResult first = moved.getFirst();
        moved.set(
                0,
                new PlateResult(
                        first.picture(),
                        first.target(),
                        0,
                        List.of(new Point(11, 10)),
                        first.labelled(),
                        first.truth(),
                        first.found(),
                        List.of(),
                        1,
                        20,
                        1));
        RunGroup one = group("one", run(0, ONE));
        RunGroup other = group("other", run(0, moved));
        assertThat(FEW.difference(one, other, Measure.FOUND, Against.LABELS).orElseThrow().plates())
                .isEqualTo(3);
        assertThat(FEW.difference(one, other, Measure.FOUND, Against.TRUTH).orElseThrow().plates())
                .as("the truth is the same")
                .isEqualTo(4);
        RunGroup elsewhere = group("other", run(0, List.of(plate("c", 0, 1))));
        assertThat(FEW.difference(one, elsewhere, Measure.FOUND, Against.LABELS)).isEmpty();
        assertThat(
                        FEW.difference(
                                one, group("none", run(0, List.of())), Measure.AUC, Against.LABELS))
                .isEmpty();
    }

    /// How often intervals hold the true difference, in simulated experiments: methods differ by
    /// `TRUE` in the mean of `1 - d / 8`; pictures and seeds each add their own scatter.
    private record Coverage(double networks, double method) {

        private static final double TRUE = 0.02;
        private static final int EXPERIMENTS = 400;
        private static final int PICTURES = 40;

        static Coverage of(int seeds, double ofPictures, double ofSeeds) {
            Random random = new Random(11);
            PairedBootstrap bootstrap = new PairedBootstrap(400, 5);
            int networks = 0;
            int method = 0;
            for (int e = 0; e < EXPERIMENTS; e++) {
                double[] pictures =
                        random.doubles(PICTURES).map(_ -> random.nextGaussian()).toArray();
                List<ComparedRun> a = new ArrayList<>();
                List<ComparedRun> b = new ArrayList<>();
                for (int s = 0; s < seeds; s++) {
                    double own = ofSeeds * random.nextGaussian();
                    List<PlateResult> ones = new ArrayList<>();
                    List<PlateResult> others = new ArrayList<>();
                    for (int p = 0; p < PICTURES; p++) {
                        double hard = 0.2 * random.nextDouble();
                        double gain = TRUE + ofPictures * pictures[p] + own;
                        ones.add(plate("p" + p, 0, 8 * (0.5 + hard - gain / 2)));
                        others.add(plate("p" + p, 0, 8 * (0.5 + hard + gain / 2)));
                    }
                    a.add(run(s, ones));
                    b.add(run(s, others));
                }
                Difference d =
                        bootstrap
                                .difference(
                                        new RunGroup("a", new LinkedHashMap<>(), a),
                                        new RunGroup("b", new LinkedHashMap<>(), b),
                                        Measure.AUC,
                                        Against.LABELS)
                                .orElseThrow();
                networks += d.networks().contains(TRUE) ? 1 : 0;
                method += d.interval().contains(TRUE) ? 1 : 0;
            }
            return new Coverage(networks / (double) EXPERIMENTS, method / (double) EXPERIMENTS);
        }
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        // Three standard deviations of 400 trials at 95 % are 3.3 %.
        assertThat(Coverage.of(1, 0.05, 0).method()).isBetween(0.91, 0.99);
        assertThat(Coverage.of(3, 0.05, 0).method()).isBetween(0.91, 0.99);
        Coverage seeds = Coverage.of(3, 0.01, 0.05);
        assertThat(seeds.method()).isBetween(0.91, 0.99);
        assertThat(seeds.networks()).as("of these networks only").isLessThan(0.5);
        assertThat(Coverage.of(3, 0.1, 0.015).method()).isBetween(0.91, 1.0);
    }
}
