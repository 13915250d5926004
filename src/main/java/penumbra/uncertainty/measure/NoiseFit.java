package penumbra.uncertainty.measure;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import penumbra.model.AxisLaw;
import penumbra.model.SizeLaw;

/// Fits a [NoiseModel] by maximum likelihood.
///
/// Method: expectation and maximisation, \[C3\]. Given how likely each pair is an outlier, every
/// parameter but the size laws has a closed form; a size law takes one step of Fisher scoring, the
/// squares being gamma distributed with a mean that is linear in the law's parameters (its
/// logarithm for the exponential law). Steps go on until the likelihood stands still.
final class NoiseFit {

    private static final int MOST_STEPS = 500;
    private static final double STILL = 1e-10;
    private static final double LEAST_SCALE = 2;
    private static final double MOST_SCALE = 100;
    private static final double MOST_OUTLIERS = 0.4;
    private static final double LEAST_FIRST = 1e-6;

    private final List<NoisePair> pairs;
    private NoiseModel model;

    private NoiseFit(List<NoisePair> pairs, NoiseModel start) {
        this.pairs = pairs;
        this.model = start;
    }

    /// The better of the models with and without outliers, by Schwarz's criterion: outliers must
    /// earn their two parameters.
    static NoiseModel of(List<NoisePair> pairs, SizeLaw law) {
        double gap = Math.max(1e-3, median(pairs, NoisePair::gap));
        NoiseModel start =
                new NoiseModel(
                        axis(law, gap, pairs, NoisePair::along),
                        axis(law, gap, pairs, NoisePair::across),
                        median(pairs, NoisePair::along),
                        median(pairs, NoisePair::across),
                        0,
                        1);
        NoiseModel plain = new NoiseFit(pairs, start).fitted();
        NoiseModel mixed =
                new NoiseFit(
                                pairs,
                                new NoiseModel(
                                        start.along(),
                                        start.across(),
                                        start.biasAlong(),
                                        start.biasAcross(),
                                        0.1,
                                        4))
                        .fitted();
        double gain = logLikelihood(mixed, pairs) - logLikelihood(plain, pairs);
        return gain > Math.log(pairs.size()) ? mixed : plain;
    }

    static double logLikelihood(NoiseModel model, List<NoisePair> pairs) {
        return pairs.stream().mapToDouble(model::logDensity).sum();
    }

    private NoiseModel fitted() {
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < MOST_STEPS; i++) {
            step();
            double now = logLikelihood(model, pairs);
            if (Math.abs(now - before) < STILL * Math.abs(now)) {
                break;
            }
            before = now;
        }
        return model;
    }

    private void step() {
        int n = pairs.size();
        double[] out = new double[n];
        double[] weight = new double[n];
        double sum = 0;
        double squares = 0;
        double s2 = model.outlierScale() * model.outlierScale();
        for (int i = 0; i < n; i++) {
            out[i] = model.outlierProbability(pairs.get(i));
            weight[i] = 1 - out[i] + out[i] / s2;
            sum += out[i];
            squares += out[i] * model.distance(pairs.get(i));
        }
        boolean mixed = model.outlierShare() > 0;
        double biasAlong = bias(NoisePair::along, model.along(), weight);
        double biasAcross = bias(NoisePair::across, model.across(), weight);
        double scale = sum > 0 ? Math.sqrt(squares / (2 * sum)) : LEAST_SCALE;
        model =
                new NoiseModel(
                        scored(NoisePair::along, model.along(), biasAlong, weight),
                        scored(NoisePair::across, model.across(), biasAcross, weight),
                        biasAlong,
                        biasAcross,
                        mixed ? Math.clamp(sum / n, 1e-6, MOST_OUTLIERS) : 0,
                        mixed ? Math.clamp(scale, LEAST_SCALE, MOST_SCALE) : 1);
    }

    private double bias(ToDoubleFunction<NoisePair> axis, AxisLaw law, double[] weight) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < weight.length; i++) {
            NoisePair pair = pairs.get(i);
            double w = weight[i] / law.variance(pair.gap());
            sum += w * axis.applyAsDouble(pair);
            weights += w;
        }
        return sum / weights;
    }

    /// One step of Fisher scoring for the law of an axis, in units of its references.
    private AxisLaw scored(
            ToDoubleFunction<NoisePair> axis, AxisLaw law, double bias, double[] weight) {
        boolean log = law.law() == SizeLaw.EXPONENTIAL;
        WeightedLine line = new WeightedLine();
        for (int i = 0; i < weight.length; i++) {
            NoisePair pair = pairs.get(i);
            double d = axis.applyAsDouble(pair) - bias;
            double u = weight[i] * d * d / (2 * law.variance());
            double t = pair.gap() / law.gap();
            double v = law.law().variance(law.first(), law.second(), t);
            switch (law.law()) {
                case CONSTANT -> line.add(0, u, 1);
                case EXPONENTIAL ->
                        line.add(t - 1, Math.log(v) + Math.clamp((u - v) / v, -1, 3), 1);
                case GROWING -> line.add(t * t, u, 1 / (v * v));
            }
        }
        if (law.law() == SizeLaw.CONSTANT || !line.hasSlope()) {
            double first = log ? Math.exp(line.mean()) : line.mean();
            return law.with(Math.max(LEAST_FIRST, first), 0);
        }
        if (log) {
            return law.with(Math.exp(line.intercept()), line.slope());
        }
        if (line.slope() < 0) {
            return law.with(Math.max(LEAST_FIRST, line.mean()), 0);
        }
        return law.with(Math.max(LEAST_FIRST, line.intercept()), Math.max(0, line.slope()));
    }

    private static AxisLaw axis(
            SizeLaw law, double gap, List<NoisePair> pairs, ToDoubleFunction<NoisePair> axis) {
        double sigma = PairSigma.robust(pairs.stream().mapToDouble(axis).toArray());
        return new AxisLaw(law, 1, 0, gap, Math.max(sigma * sigma, 1e-8));
    }

    static double median(List<NoisePair> pairs, ToDoubleFunction<NoisePair> of) {
        double[] values = pairs.stream().mapToDouble(of).toArray();
        Arrays.sort(values);
        int n = values.length;
        return (values[(n - 1) / 2] + values[n / 2]) / 2;
    }
}
