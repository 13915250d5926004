package penumbra.uncertainty.measure;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.SmallestGap;

/// One target labelled twice.
///
/// The bar's direction comes from the labels and is noisy itself: on bars of a few px a little of
/// the noise along the bar is counted as noise across it.
///
/// @param ends one for each keypoint that both labelled and whose bar both labelled, swapped ones
///   aside
/// @param swapped indices of keypoints that the second look put nearer to another keypoint of the
///   first: an error of order, not of place
public record SecondLook(List<End> ends, List<Integer> swapped) {

    /// How far apart the two labels of one keypoint are.
    ///
    /// @param outwards direction of the bar from its inner to this end, unit length
    public record End(int keypoint, Point outwards, NoisePair pair) {}

    /// A difference below this share of the gap is never an error of order.
    private static final double SWAP_SHARE = 0.3;

    public SecondLook {
        ends = List.copyOf(ends);
        swapped = List.copyOf(swapped);
    }

    public List<NoisePair> pairs() {
        return ends.stream().map(End::pair).toList();
    }

    /// Directions and gap are those of the middle between both looks, so that neither is preferred.
    public static SecondLook of(Target first, Target second, Schema schema) {
        List<End> ends = new ArrayList<>();
        List<Integer> swapped = new ArrayList<>();
        double gap = gap(first, second);
        for (Schema.Edge edge : schema.edges()) {
            add(first, second, edge.from(), edge.to(), gap, ends, swapped);
            add(first, second, edge.to(), edge.from(), gap, ends, swapped);
        }
        return new SecondLook(ends, swapped);
    }

    private static void add(
            Target first,
            Target second,
            int end,
            int other,
            double gap,
            List<End> ends,
            List<Integer> swapped) {
        if (!both(first, second, end) || !both(first, second, other)) {
            return;
        }
        Point a = at(first, end);
        Point b = at(second, end);
        Point outwards = a.plus(b).minus(at(first, other)).minus(at(second, other));
        if (isSwapped(first, b, end, gap)) {
            swapped.add(end);
        } else if (outwards.norm() > 0) {
            ends.add(
                    new End(
                            end,
                            outwards.times(1 / outwards.norm()),
                            NoisePair.of(a, b, outwards, gap)));
        }
    }

    private static boolean isSwapped(Target first, Point second, int end, double gap) {
        double own = at(first, end).distance(second);
        if (own <= SWAP_SHARE * gap) {
            return false;
        }
        for (int i = 0; i < first.keypoints().size(); i++) {
            Keypoint k = first.keypoints().get(i);
            if (i != end && k.labelled() && k.at().distance(second) < own) {
                return true;
            }
        }
        return false;
    }

    private static double gap(Target first, Target second) {
        List<Point> middle = new ArrayList<>();
        for (int i = 0; i < first.keypoints().size(); i++) {
            if (both(first, second, i)) {
                middle.add(at(first, i).plus(at(second, i)).times(0.5));
            }
        }
        return SmallestGap.of(middle, Box.hull(middle).orElse(new Box(0, 0, 0, 0)));
    }

    private static boolean both(Target first, Target second, int i) {
        return first.keypoints().get(i).labelled() && second.keypoints().get(i).labelled();
    }

    private static Point at(Target target, int i) {
        return target.keypoints().get(i).at();
    }
}
