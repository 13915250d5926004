package penumbra.data.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import penumbra.data.input.LoadedSize;
import penumbra.geometry.Box;
import penumbra.model.Target;

/// How often each picture is seen in an epoch, and in which order.
///
/// Shuffled, each is seen once. Balanced, a picture has the weight of its rarest label,
///
/// `w = min(4, max over its labels of sqrt(f_most / f_class)) * min(4, max of sqrt(f_most /
/// f_size))`,
///
/// where f is the share of pictures that show such a class, or a label of such a size, and f_most
/// the largest of these shares; a factor that is not asked for is 1, and so is the weight of a
/// picture without labels. Sizes are octaves of the square root of the box's area in the loaded
/// picture. Of the N places of an epoch a picture gets `N w / sum w` on average, each time the
/// whole number below or above.
///
/// Source: the repeat factor of A. Gupta, P. Dollar, R. Girshick, *LVIS*, 2019, section 6.1, with
/// the commonest group as its threshold. Departures: two kinds of groups, and the limit of 4,
/// beyond which a single odd picture would be learnt by heart.
///
/// @param byClass whether rare classes are seen more often
/// @param bySize whether rare sizes are
public record Sampler(boolean byClass, boolean bySize) {

    /// Each picture once.
    public static final Sampler SHUFFLED = new Sampler(false, false);

    public static final Sampler BALANCED = new Sampler(true, true);

    private static final double MOST = 4;

    /// The weight of each picture.
    ///
    /// @param side of the network's input
    Weights weights(List<TrainingPicture> pictures, int side) {
        double[] weights = new double[pictures.size()];
        Arrays.fill(weights, 1);
        if (byClass) {
            multiply(
                    weights,
                    pictures.stream()
                            .map(p -> groups(p.labels().stream().map(Target::classIndex).toList()))
                            .toList());
        }
        if (bySize) {
            multiply(weights, pictures.stream().map(p -> octaves(p, side)).toList());
        }
        return new Weights(weights);
    }

    private static Set<Integer> groups(List<Integer> all) {
        return new HashSet<>(all);
    }

    private static Set<Integer> octaves(TrainingPicture picture, int side) {
        double zoom =
                (double) LoadedSize.of(picture.size(), side).size().width()
                        / picture.size().width();
        return groups(
                picture.labels().stream()
                        .flatMap(label -> label.extent().stream())
                        .map(Box::area)
                        .filter(area -> area > 0)
                        .map(area -> Math.getExponent(Math.sqrt(area) * zoom))
                        .toList());
    }

    private static void multiply(double[] weights, List<Set<Integer>> groups) {
        Map<Integer, Integer> counts = new HashMap<>();
        groups.forEach(of -> of.forEach(group -> counts.merge(group, 1, Integer::sum)));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int i = 0; i < weights.length; i++) {
            int rarest = groups.get(i).stream().mapToInt(counts::get).min().orElse(most);
            weights[i] *= Math.min(MOST, Math.sqrt((double) most / rarest));
        }
    }
}
