package penumbra.uncertainty.measure;

import java.util.Arrays;
import java.util.List;

/// Deviation of one label from differences of two, without a law of size: the quick look.
public final class PairSigma {

    /// Median of |z| for a standard normal z.
    private static final double NORMAL_MEDIAN = 0.6744897501960817;

    private PairSigma() {}

    /// Robust: `median|D| / (sqrt(2) 0.67449)`. Half of the differences may be wrong by any amount,
    /// though 10 % of gross errors still raise it by about 9 %.
    ///
    /// @param differences of one coordinate, one or more
    public static double robust(double[] differences) {
        double[] sizes = Arrays.stream(differences).map(Math::abs).sorted().toArray();
        int n = sizes.length;
        double median = (sizes[(n - 1) / 2] + sizes[n / 2]) / 2;
        return median / (Math.sqrt(2) * NORMAL_MEDIAN);
    }

    /// Not robust: `sqrt(Σ D² / (2 n))`, for a mean of 0.
    public static double plain(double[] differences) {
        double sum = 0;
        for (double d : differences) {
            sum += d * d;
        }
        return Math.sqrt(sum / (2 * differences.length));
    }

    /// Of both coordinates together, robust: the same in every direction.
    public static double isotropic(List<NoisePair> pairs) {
        double[] all = new double[2 * pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            all[2 * i] = pairs.get(i).along();
            all[2 * i + 1] = pairs.get(i).across();
        }
        return robust(all);
    }

    public static double along(List<NoisePair> pairs) {
        return plain(pairs.stream().mapToDouble(NoisePair::along).toArray());
    }

    public static double across(List<NoisePair> pairs) {
        return plain(pairs.stream().mapToDouble(NoisePair::across).toArray());
    }
}
