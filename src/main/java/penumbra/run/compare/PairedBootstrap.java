package penumbra.run.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import penumbra.run.Against;

/// The difference of two methods with 95 % intervals, by resampling.
///
/// Pairs: runs of equal seed (in the order of their seeds where none is equal), in each pair the
/// plates that both were asked about with the same labels. With measure `m` of the plates, `d_s =
/// m(A_s) - m(B_s)` of pair s of S, the estimate is `D = mean of d_s`.
///
/// **Networks**: pictures are drawn with replacement, as many as there are, each with all its
/// plates, since plates of one picture are alike; the same draw for both methods and all seeds, so
/// that what makes a picture hard falls out of the difference. `D*` of each draw; the interval is
/// the middle 95 % of them (percentile method).
///
/// **Method**: another training would have given other networks. Each draw becomes `D* + t sd(d_s)
/// / sqrt(S)`, `t` drawn from Student's distribution with `S - 1` degrees of freedom; where
/// pictures do not matter that is the t interval of the seeds, where seeds do not matter it is the
/// interval of the networks. Resampling three seeds instead would cover about three quarters of the
/// truth, not 95 %.
///
/// In 400 simulated experiments each, with 40 pictures, the method's interval held the true
/// difference in 95 % (one seed, no scatter of seeds), 93 % (three seeds, none), 96 % (three seeds
/// that scatter five times as much as pictures, where that of the networks held it in 8 %) and 96 %
/// (both matter) of them.
///
/// A single picture has no interval.
///
/// Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 8 and 13
/// (paired, clustered, percentile). Departure: the seeds' share by Student's t.
///
/// @param resamples at least 1
/// @param seed of the draws; the same gives the same
public record PairedBootstrap(int resamples, long seed) {

    /// 10,000 draws.
    public static final PairedBootstrap USUAL = new PairedBootstrap(10_000, 1);

    /// @return empty when the two share no plate that counts
    public Optional<Difference> difference(
            RunGroup a, RunGroup b, Measure measure, Against against) {
        List<PairedPlates> pairs = new ArrayList<>();
        List<ComparedRun> first = new ArrayList<>();
        List<ComparedRun> second = new ArrayList<>();
        boolean sameSeeds = bySeed(a, b, first, second);
        for (int s = 0; s < first.size(); s++) {
            pairs.add(PairedPlates.of(first.get(s), second.get(s), measure, against));
        }
        List<String> pictures = PairedPlates.all(pairs);
        if (pictures.isEmpty()) {
            return Optional.empty();
        }
        double[][][] sums = pairs.stream().map(p -> p.sums(pictures)).toArray(double[][][]::new);
        int[] once = new int[pictures.size()];
        Arrays.fill(once, 1);
        double[] ofFirst = new double[sums.length];
        double[] ofSecond = new double[sums.length];
        double[] differences = new double[sums.length];
        for (int s = 0; s < sums.length; s++) {
            double[] both = both(sums[s], once, measure);
            ofFirst[s] = both[0];
            ofSecond[s] = both[1];
            differences[s] = both[0] - both[1];
        }
        Spread spread = Spread.of(differences);
        double[] draws = draws(sums, measure);
        Interval networks = Interval.of(draws);
        Optional<Interval> method =
                sums.length < 2 ? Optional.empty() : Optional.of(method(draws, spread));
        return Optional.of(
                new Difference(
                        a.name(),
                        b.name(),
                        measure,
                        against,
                        Spread.of(ofFirst).mean(),
                        Spread.of(ofSecond).mean(),
                        spread.mean(),
                        networks,
                        method,
                        sums.length,
                        sameSeeds,
                        pictures.size(),
                        pairs.stream().mapToInt(PairedPlates::plates).sum()));
    }

    private double[] draws(double[][][] sums, Measure measure) {
        RandomGenerator random = new SplittableRandom(seed);
        int pictures = sums[0].length;
        double[] draws = new double[resamples];
        if (pictures == 1) {
            // Drawn again it is the same, which says nothing of others.
            Arrays.fill(draws, Double.NaN);
            return draws;
        }
        int[] times = new int[pictures];
        for (int r = 0; r < resamples; r++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < pictures; i++) {
                times[random.nextInt(pictures)]++;
            }
            double sum = 0;
            for (double[][] pair : sums) {
                double[] both = both(pair, times, measure);
                sum += both[0] - both[1];
            }
            draws[r] = sum / sums.length;
        }
        return draws;
    }

    private Interval method(double[] draws, Spread seeds) {
        RandomGenerator random = new SplittableRandom(seed + 1);
        double[] wider = new double[draws.length];
        for (int r = 0; r < draws.length; r++) {
            wider[r] = draws[r] + student(random, seeds.count() - 1) * seeds.standardError();
        }
        return Interval.of(wider);
    }

    private static double student(RandomGenerator random, int freedom) {
        double squares = 0;
        for (int i = 0; i < freedom; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / freedom);
    }

    /// The measure of the first and the second run over pictures drawn so many times each.
    private static double[] both(double[][] sums, int[] times, Measure measure) {
        double first = 0;
        double second = 0;
        double count = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                first += times[i] * sums[i][0];
                second += times[i] * sums[i][1];
                count += times[i] * sums[i][2];
            }
        }
        return new double[] {measure.ratio(first, count), measure.ratio(second, count)};
    }

    /// Fills both lists so that runs at the same place belong together.
    ///
    /// @return whether they have the same seeds
    private static boolean bySeed(
            RunGroup a, RunGroup b, List<ComparedRun> first, List<ComparedRun> second) {
        List<ComparedRun> ones = inOrder(a);
        List<ComparedRun> others = new ArrayList<>(inOrder(b));
        for (ComparedRun one : ones) {
            others.stream()
                    .filter(o -> o.record().seed().isPresent())
                    .filter(o -> o.record().seed().equals(one.record().seed()))
                    .findFirst()
                    .ifPresent(o -> {
                        first.add(one);
                        second.add(o);
                        others.remove(o);
                    });
        }
        if (!first.isEmpty()) {
            return true;
        }
        int pairs = Math.min(ones.size(), others.size());
        first.addAll(ones.subList(0, pairs));
        second.addAll(others.subList(0, pairs));
        return false;
    }

    private static List<ComparedRun> inOrder(RunGroup group) {
        return group.runs().stream()
                .filter(r -> !r.plates().isEmpty())
                .sorted(Comparator.comparingInt(r -> r.record().seed().orElse(-1)))
                .toList();
    }
}
