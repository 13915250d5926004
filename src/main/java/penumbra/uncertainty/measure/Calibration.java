package penumbra.uncertainty.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import penumbra.geometry.Point;
import penumbra.model.AxisLaw;
import penumbra.model.Estimate;
import penumbra.model.SizeLaw;
import penumbra.uncertainty.EndNoise;

/// The label noise that pairs of annotations show: along and across the bar, by size, with
/// intervals, outliers told apart and the people's relative bias removed.
///
/// Method: maximum likelihood of a contaminated normal law (`NoiseFit`), intervals from its
/// sandwich covariance (`ModelUncertainty`). Both annotators count as equally good. Pairs count as
/// independent: if a person errs alike at all ends of a plate, intervals are too short.
public final class Calibration {

    /// Fewest pairs that a fit is made of.
    public static final int FEWEST = 20;

    private static final double NORMAL_95 = 1.959963984540054;
    private static final double OUTLIER = 0.5;

    private final List<NoisePair> pairs;
    private final NoiseModel model;
    private final ModelUncertainty uncertainty;

    private Calibration(List<NoisePair> pairs, NoiseModel model) {
        this.pairs = pairs;
        this.model = model;
        this.uncertainty = new ModelUncertainty(model, pairs);
    }

    /// @throws IllegalArgumentException with fewer than [#FEWEST] pairs
    public static Calibration of(List<NoisePair> pairs, SizeLaw law) {
        if (pairs.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "a calibration needs " + FEWEST + " pairs, not " + pairs.size());
        }
        List<NoisePair> kept = List.copyOf(pairs);
        return new Calibration(kept, NoiseFit.of(kept, law));
    }

    /// The law that foretells pairs best that it was not fitted to. Laws within rounding of each
    /// other go to the simpler one.
    ///
    /// @param folds parts of which each is foretold from the others; pair i belongs to part i
    ///   modulo folds
    public static SizeLaw likeliest(List<NoisePair> pairs, int folds) {
        return likeliest(heldOut(pairs, folds));
    }

    /// @param heldOut of every law, see [#heldOut(List, int)]
    static SizeLaw likeliest(Map<SizeLaw, Double> heldOut) {
        SizeLaw best = SizeLaw.CONSTANT;
        for (SizeLaw law : SizeLaw.values()) {
            if (heldOut.get(law) > heldOut.get(best) + 1e-9) {
                best = law;
            }
        }
        return best;
    }

    /// How well each law foretells pairs that it was not fitted to: see [#heldOut(List, SizeLaw,
    /// int)].
    public static Map<SizeLaw, Double> heldOut(List<NoisePair> pairs, int folds) {
        Map<SizeLaw, Double> all = new EnumMap<>(SizeLaw.class);
        for (SizeLaw law : SizeLaw.values()) {
            all.put(law, heldOut(pairs, law, folds));
        }
        return all;
    }

    /// Mean log-likelihood of pairs under the law fitted to the other folds.
    public static double heldOut(List<NoisePair> pairs, SizeLaw law, int folds) {
        double sum = 0;
        for (int fold = 0; fold < folds; fold++) {
            int part = fold;
            List<NoisePair> others =
                    IntStream.range(0, pairs.size())
                            .filter(i -> i % folds != part)
                            .mapToObj(pairs::get)
                            .toList();
            NoiseModel model = NoiseFit.of(others, law);
            for (int i = fold; i < pairs.size(); i += folds) {
                sum += model.logDensity(pairs.get(i));
            }
        }
        return sum / pairs.size();
    }

    /// Deviation of one label along its bar for targets with that gap, px.
    public Estimate along(double gap) {
        return interval(model.along().sigma(gap), uncertainty.along(gap));
    }

    /// Deviation of one label across its bar for targets with that gap, px.
    public Estimate across(double gap) {
        return interval(model.across().sigma(gap), uncertainty.across(gap));
    }

    /// What losses, rings and overlays use for a label.
    ///
    /// @param direction of the bar, outwards, unit length
    public EndNoise noise(Point direction, double gap) {
        return new EndNoise(model.along().sigma(gap), model.across().sigma(gap), direction);
    }

    /// The fitted law along the bar, for its parameters.
    public AxisLaw lawAlong() {
        return model.along();
    }

    /// The fitted law across the bar.
    public AxisLaw lawAcross() {
        return model.across();
    }

    /// How much further out the second annotator clicks than the first, px.
    public Estimate biasAlong() {
        return around(model.biasAlong(), uncertainty.biasAlongDeviation());
    }

    /// How much further to the side, px.
    public Estimate biasAcross() {
        return around(model.biasAcross(), uncertainty.biasAcrossDeviation());
    }

    /// Share of pairs that do not belong to the core, 0 when the data show none.
    public double outlierShare() {
        return model.outlierShare();
    }

    /// Indices of the pairs that are outliers more likely than not: those to look at again.
    public List<Integer> outliers() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (model.outlierProbability(pairs.get(i)) > OUTLIER) {
                found.add(i);
            }
        }
        return found;
    }

    /// Median gap of the pairs, px: where the fit is surest.
    public double usualGap() {
        return NoiseFit.median(pairs, NoisePair::gap);
    }

    /// The gaps of the pairs, px, ascending.
    public List<Double> gaps() {
        return pairs.stream().map(NoisePair::gap).sorted().toList();
    }

    public int count() {
        return pairs.size();
    }

    /// OKS sigma of a keypoint whose labels scatter so: `sqrt(along² + across²) / side`. Source:
    /// COCO's `sigma² = E[d² / s²]` over repeated annotations, d in the plane.
    ///
    /// @param side s, square root of the box's area, px
    public double oksSigma(double side) {
        double gap = usualGap();
        return Math.sqrt(model.along().variance(gap) + model.across().variance(gap)) / side;
    }

    private static Estimate interval(double sigma, double logDeviation) {
        double factor = Math.exp(NORMAL_95 * logDeviation);
        return new Estimate(sigma, sigma / factor, sigma * factor);
    }

    private static Estimate around(double value, double deviation) {
        double half = NORMAL_95 * deviation;
        return new Estimate(value, value - half, value + half);
    }
}
