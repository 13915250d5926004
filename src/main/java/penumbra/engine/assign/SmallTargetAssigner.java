package penumbra.engine.assign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import penumbra.data.input.InputLabel;
import penumbra.engine.head.AnchorGrid;

/// The stock assigner with a guarantee for objects that it would leave with hardly an anchor: those
/// with few cells in their box, and those that no predicted box overlaps yet.
///
/// Rule: an object with fewer than `least` positive metrics in its box may have, besides the
/// anchors in its box, the `least` anchors of the finest level whose centres lie nearest to its
/// own. Of these it gets the best by metric, and while they are fewer than `least` the nearest
/// without one. Such an object's anchors get a target score of at least `floor (1 - o)`, o the best
/// overlap among them: it is `floor` before any predicted box overlaps and fades as boxes become
/// right. Of two such objects the one whose centre is nearer gets an anchor; from any other object
/// they take it. Objects with `least` positive metrics are assigned as the stock assigner does.
///
/// Why: with box biases of 1 the first boxes are 15 cells wide, so that CIoU with a small object is
/// 0 or less everywhere, metrics are 0, and the ten best are the picture's first anchors. No target
/// score then means no class, box or distance term, and the object is never found. Ours.
///
/// @param stock for all other objects
/// @param least anchors that every object gets
/// @param floor least target score before any box overlaps, 0 to 1
public record SmallTargetAssigner(TaskAlignedAssigner stock, int least, double floor)
        implements Assigner {

    /// Five anchors and a quarter.
    public static final SmallTargetAssigner DEFAULT =
            new SmallTargetAssigner(TaskAlignedAssigner.STOCK, 5, 0.25);

    public SmallTargetAssigner {
        if (least < 1 || !(floor >= 0 && floor <= 1)) {
            throw new IllegalArgumentException(least + " anchors, floor " + floor);
        }
    }

    /// An anchor that an object in want needs.
    private record Need(int object, int anchor, double distance) {}

    @Override
    public String id() {
        return "tal-small";
    }

    @Override
    public Assignment assign(Predictions predicted, List<InputLabel> objects) {
        AnchorGrid grid = predicted.grid();
        List<Candidates> candidates = new ArrayList<>();
        List<Need> needs = new ArrayList<>();
        boolean[] inWant = new boolean[objects.size()];
        for (int g = 0; g < objects.size(); g++) {
            TargetBox box = TargetBox.of(objects.get(g));
            Candidates own = stock.candidates(predicted, objects.get(g));
            inWant[g] = box.counts() && own.positives() < least;
            if (inWant[g]) {
                int[] nearest = grid.nearest(box.centreX(), box.centreY(), least);
                own = stock.measured(predicted, objects.get(g), union(own.anchors(), nearest));
                needs.addAll(needs(g, box, own, nearest, grid));
            }
            candidates.add(own);
        }
        Claims claims = new Claims(candidates, grid.size());
        for (int g = 0; g < objects.size(); g++) {
            if (!inWant[g]) {
                stock.claim(claims, g, candidates.get(g), grid.size());
            }
        }
        needs.sort(Comparator.comparingDouble(Need::distance).reversed());
        needs.forEach(need -> claims.seize(need.object(), new int[] {need.anchor()}));
        return lifted(claims.assignment(TaskAlignedAssigner.EPSILON), candidates, inWant);
    }

    private List<Need> needs(
            int object, TargetBox box, Candidates own, int[] nearest, AnchorGrid grid) {
        int[] best = own.best(stock.topK());
        IntStream others = IntStream.of(nearest).filter(a -> own.metricAt(a) == 0);
        return IntStream.concat(IntStream.of(best), others.limit(Math.max(0, least - best.length)))
                .mapToObj(a -> new Need(object, a, grid.distance(a, box.centreX(), box.centreY())))
                .toList();
    }

    private static int[] union(int[] a, int[] b) {
        return IntStream.concat(IntStream.of(a), IntStream.of(b)).sorted().distinct().toArray();
    }

    private Assignment lifted(
            Assignment assignment, List<Candidates> candidates, boolean[] inWant) {
        float[] weight = assignment.weight().clone();
        float[] best = new float[candidates.size()];
        for (int a = 0; a < weight.length; a++) {
            int g = assignment.object()[a];
            if (g != Assignment.NONE) {
                best[g] = Math.max(best[g], candidates.get(g).overlapAt(a));
            }
        }
        for (int a = 0; a < weight.length; a++) {
            int g = assignment.object()[a];
            if (g != Assignment.NONE && inWant[g]) {
                weight[a] = Math.max(weight[a], (float) (floor * (1 - best[g])));
            }
        }
        return new Assignment(assignment.object(), weight);
    }
}
