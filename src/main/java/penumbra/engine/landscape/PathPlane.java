package penumbra.engine.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import penumbra.engine.weights.Tensor;
import penumbra.engine.weights.Weights;
import penumbra.geometry.Point;

/// The plane through the newest weights of a path along the path's two principal axes.
///
/// With the differences D_i of the n weights from the newest and their Gram matrix G_ij = D_i .
/// D_j, centred K = (I - 1/n) G (I - 1/n), an eigenvector w of K with eigenvalue l gives the axis
/// sum_i w_i D_i / sqrt(l), which has length 1 (the w_i sum up to 0, so that it does not matter
/// what differences are taken from), and the coordinates sum_j w_j G_ij / sqrt(l). Sums over
/// weights are in double precision, none is left out.
///
/// Source: Li et al. 2018, section 7; there the axes go through the newest weights as well.
///
/// @param x the axis of the larger variance, of length 1, pointing away from the beginning
/// @param y the axis of the second largest
/// @param shares of the path's variance along each
/// @param path where the weights lie, from old to new; the newest at the origin
public record PathPlane(Weights x, Weights y, List<Double> shares, List<Point> path) {

    private static final int FEWEST = 3;

    /// A second axis with less of the variance than this is noise of half precision.
    private static final double LEAST_SHARE = 1e-9;

    public PathPlane {
        shares = List.copyOf(shares);
        path = List.copyOf(path);
    }

    /// @param weights kernels of the same network, from old to new
    /// @return empty for fewer than three, and where they lie on one line
    public static Optional<PathPlane> of(List<Weights> weights) {
        int n = weights.size();
        if (n < FEWEST) {
            return Optional.empty();
        }
        double[][] gram = gram(weights);
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(centred(gram)));
        double[] values = eigen.getEigenvalues();
        double all = Arrays.stream(values).map(v -> Math.max(0, v)).sum();
        if (!(values[1] > LEAST_SHARE * all)) {
            return Optional.empty();
        }
        RealMatrix differences = new Array2DRowRealMatrix(gram);
        double[][] mixes = new double[2][];
        double[][] places = new double[2][];
        for (int k = 0; k < 2; k++) {
            double[] mix = eigen.getEigenvector(k).mapDivide(Math.sqrt(values[k])).toArray();
            double[] at = differences.operate(mix);
            // Of the two ways that an eigenvector points, that from the beginning to the newest.
            double sign = at[0] > 0 ? -1 : 1;
            mixes[k] = Arrays.stream(mix).map(m -> sign * m).toArray();
            places[k] = Arrays.stream(at).map(a -> sign * a).toArray();
        }
        List<Point> path = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            path.add(new Point(places[0][i], places[1][i]));
        }
        return Optional.of(
                new PathPlane(
                        mixed(weights, mixes[0]),
                        mixed(weights, mixes[1]),
                        List.of(values[0] / all, values[1] / all),
                        path));
    }

    /// Products of the differences from the newest.
    private static double[][] gram(List<Weights> weights) {
        int n = weights.size();
        double[][] gram = new double[n][n];
        for (String name : weights.getLast().tensors().keySet()) {
            float[][] values = values(weights, name);
            float[] newest = values[n - 1];
            for (int i = 0; i < n - 1; i++) {
                for (int j = 0; j <= i; j++) {
                    double sum = 0;
                    for (int k = 0; k < newest.length; k++) {
                        sum +=
                                ((double) values[i][k] - newest[k])
                                        * ((double) values[j][k] - newest[k]);
                    }
                    gram[i][j] += sum;
                    gram[j][i] = gram[i][j];
                }
            }
        }
        return gram;
    }

    private static float[][] values(List<Weights> weights, String name) {
        return weights.stream().map(w -> w.tensor(name).floats()).toArray(float[][]::new);
    }

    private static double[][] centred(double[][] gram) {
        int n = gram.length;
        double[] means = Arrays.stream(gram).mapToDouble(r -> Arrays.stream(r).sum() / n).toArray();
        double mean = Arrays.stream(means).sum() / n;
        double[][] centred = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                centred[i][j] = gram[i][j] - means[i] - means[j] + mean;
            }
        }
        return centred;
    }

    /// The sum of the weights, each times its number; the numbers sum up to 0.
    private static Weights mixed(List<Weights> weights, double[] mix) {
        SequencedMap<String, Tensor> mixed = new LinkedHashMap<>();
        for (Map.Entry<String, Tensor> e : weights.getLast().tensors().entrySet()) {
            float[][] values = values(weights, e.getKey());
            float[] sums = new float[e.getValue().size()];
            for (int k = 0; k < sums.length; k++) {
                double sum = 0;
                for (int i = 0; i < mix.length; i++) {
                    sum += mix[i] * ((double) values[i][k] - values[mix.length - 1][k]);
                }
                sums[k] = (float) sum;
            }
            mixed.put(e.getKey(), Tensor.of(sums, e.getValue().shape().toArray(Integer[]::new)));
        }
        return new Weights(mixed, Map.of());
    }
}
