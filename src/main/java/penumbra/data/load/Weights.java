package penumbra.data.load;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// How often each of several things is drawn: in proportion to its weight.
final class Weights {

    private final double[] weights;

    /// Of all weights up to and with each.
    private final double[] sums;

    /// @param weights above 0, one for each
    Weights(double[] weights) {
        this.weights = weights.clone();
        sums = weights.clone();
        for (int i = 1; i < sums.length; i++) {
            sums[i] += sums[i - 1];
        }
    }

    double weight(int i) {
        return weights[i];
    }

    /// One of them.
    int draw(RandomGenerator random) {
        return holding(random.nextDouble() * sums[sums.length - 1]);
    }

    /// As many places as there are things, in random order, each of them as often as its weight
    /// says, up to the whole number below or above (systematic sampling).
    int[] order(RandomGenerator random) {
        int[] order = new int[sums.length];
        double step = sums[sums.length - 1] / sums.length;
        double start = random.nextDouble();
        for (int place = 0; place < order.length; place++) {
            order[place] = holding((place + start) * step);
        }
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /// The one whose share of the whole lies there: from the sum before it up to its own.
    private int holding(double at) {
        int found = Arrays.binarySearch(sums, at);
        return Math.min(found < 0 ? -found - 1 : found + 1, sums.length - 1);
    }
}
