package penumbra.cli.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import penumbra.geometry.Point;
import penumbra.geometry.Quad;
import penumbra.uncertainty.measure.Annotators;
import penumbra.uncertainty.measure.ExponentialFit;
import penumbra.uncertainty.measure.NoisePair;
import penumbra.uncertainty.measure.PairSigma;
import penumbra.uncertainty.measure.Parallelogram;

/// Label noise from annotations.
final class CalibrationFormulas {

    static final Map<String, Formula> ALL =
            Map.of(
                    "calibrate.sigma_pair_mad", CalibrationFormulas::robust,
                    "calibrate.fit_alpha_beta", CalibrationFormulas::law,
                    "calibrate.anisotropic_pairs", CalibrationFormulas::anisotropic,
                    "calibrate.grubbs", CalibrationFormulas::grubbs,
                    "calibrate.noise_floor", CalibrationFormulas::floor,
                    "calibrate.parallelogram", CalibrationFormulas::parallelogram);

    private static final double QUANTUM = 0.1;

    private CalibrationFormulas() {}

    private static Map<String, Object> robust(Inputs in) throws CaseException {
        double[] differences = in.array("D");
        if (differences.length == 0) {
            throw in.wrong("D");
        }
        return Values.of("sigma_mad", PairSigma.robust(differences))
                .and("sigma_sd", PairSigma.plain(differences))
                .map();
    }

    private static Map<String, Object> law(Inputs in) throws CaseException {
        List<Double> gaps = in.numbers("dmin");
        List<Double> values = in.numbers("D");
        if (gaps.size() != values.size()) {
            throw in.wrong("D");
        }
        List<ExponentialFit.Difference> differences = new ArrayList<>();
        for (int i = 0; i < gaps.size(); i++) {
            differences.add(new ExponentialFit.Difference(gaps.get(i), values.get(i)));
        }
        ExponentialFit fit = ExponentialFit.of(differences, in.number("quantum", QUANTUM));
        return Values.of("alpha", fit.alpha()).and("beta", fit.beta()).map();
    }

    private static Map<String, Object> anisotropic(Inputs in) throws CaseException {
        List<List<Point>> clicks = in.pointRows("pairs");
        List<Double> theta = in.numbers("theta");
        List<NoisePair> pairs = new ArrayList<>();
        for (int i = 0; i < clicks.size(); i++) {
            if (i >= theta.size() || clicks.get(i).size() != 2) {
                throw in.wrong("pairs");
            }
            Point outwards = new Point(Math.cos(theta.get(i)), Math.sin(theta.get(i)));
            pairs.add(NoisePair.of(clicks.get(i).get(0), clicks.get(i).get(1), outwards, 0));
        }
        return Values.of("sigma_par", PairSigma.along(pairs))
                .and("sigma_perp", PairSigma.across(pairs))
                .map();
    }

    private static Map<String, Object> grubbs(Inputs in) throws CaseException {
        List<Double> variances =
                Annotators.variances(in.number("V12"), in.number("V13"), in.number("V23"));
        return Values.of("var", variances).map();
    }

    private static Map<String, Object> floor(Inputs in) throws CaseException {
        return Values.of(
                        "clean",
                        Annotators.cleanError(in.number("noisy_rmse"), in.number("label_noise")))
                .map();
    }

    private static Map<String, Object> parallelogram(Inputs in) throws CaseException {
        List<Quad> quads = new ArrayList<>();
        for (List<Point> corners : in.pointRows("quads")) {
            if (corners.size() != 4) {
                throw in.wrong("quads");
            }
            quads.add(Quad.of(corners));
        }
        return Values.of(
                        "r", quads.stream().map(q -> Values.xy(Parallelogram.residual(q))).toList())
                .and("sigma", Parallelogram.sigma(quads))
                .map();
    }
}
