package penumbra.uncertainty.anchor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// Scores the candidates of a keypoint and chooses its anchors.
///
/// Formula: `r = exp(-d² / (2 sigma²))`, d from the predicted point to the label; score `c r` or `c
/// + r`; the k best answer. Source: \[S4\] eqs. 8 to 11 with sigma 4 and k 20. Departures: sigma is
///   meant in cells of the map (its unit is not stated; only then do k and sigma fit together),
///   products are ranked by `ln c - d² / (2 sigma²)`, which does not underflow, and ties go to the
///   upper row, then the left column.
///
/// @param sigma in the unit of `cell`, above 0
/// @param cell length of a cell in the unit of sigma: 1 for sigma in cells, the stride for sigma in
///   px, 1 / sqrt(area in cells²) for a share of the box
/// @param fusion product or sum
/// @param count k, 1 or more
public record AdaAnchor(double sigma, double cell, Fusion fusion, int count) {

    private static final Comparator<Candidate> READING_ORDER =
            Comparator.comparingInt(Candidate::y).thenComparingInt(Candidate::x);

    private static final double LEAST_CONFIDENCE = 1e-6;

    /// Products with sigma 4 cells, 20 anchors.
    public static final AdaAnchor DEFAULT = new AdaAnchor(4, 1, Fusion.MUL, 20);

    /// A candidate chosen for a target, by index.
    public record Choice(int target, ScoredAnchor anchor) {}

    /// @throws IllegalArgumentException if a parameter is out of range
    public AdaAnchor {
        if (!(sigma > 0 && cell > 0) || count < 1) {
            throw new IllegalArgumentException(
                    "AdaAnchor needs sigma and cell above 0 and a count of 1 or more");
        }
    }

    /// The same with another fusion.
    public AdaAnchor with(Fusion other) {
        return new AdaAnchor(sigma, cell, other, count);
    }

    /// The same with another number of anchors.
    public AdaAnchor with(int anchors) {
        return new AdaAnchor(sigma, cell, fusion, anchors);
    }

    /// Scores in the order of the candidates.
    ///
    /// @param target the label, in cells
    public List<ScoredAnchor> score(List<Candidate> candidates, Point target) {
        return candidates.stream().map(c -> score(c, target)).toList();
    }

    private ScoredAnchor score(Candidate candidate, Point target) {
        double exponent = exponent(candidate.predicted(), target);
        double accuracy = Math.exp(-exponent);
        double c = candidate.confidence();
        return new ScoredAnchor(
                candidate, accuracy, logProduct(c, exponent), fusion.score(c, accuracy));
    }

    /// What candidates are ranked by, the larger the better: `ln c + ln r` of products, else the
    /// score.
    ///
    /// @param predicted where the candidate says the keypoint is, in cells
    public double rank(double confidence, Point predicted, Point target) {
        double exponent = exponent(predicted, target);
        return fusion == Fusion.MUL
                ? logProduct(confidence, exponent)
                : fusion.score(confidence, Math.exp(-exponent));
    }

    private static double logProduct(double confidence, double exponent) {
        return Math.log(Math.max(LEAST_CONFIDENCE, confidence)) - exponent;
    }

    private double exponent(Point predicted, Point target) {
        double dx = (predicted.x() - target.x()) * cell;
        double dy = (predicted.y() - target.y()) * cell;
        return (dx * dx + dy * dy) / (2 * sigma * sigma);
    }

    /// The best candidates, best first; all of them when there are fewer than k.
    public List<ScoredAnchor> choose(List<Candidate> candidates, Point target) {
        return best(score(candidates, target));
    }

    /// The best of candidates that have their scores by now, best first.
    public List<ScoredAnchor> best(List<ScoredAnchor> scored) {
        return scored.stream().sorted(bestFirst()).limit(count).toList();
    }

    /// The best candidates of several targets at once. A cell serves one target: the one for which
    /// it scores higher; the other takes its next candidate. The source leaves this open.
    public List<Choice> assign(List<Candidate> candidates, List<Point> targets) {
        return assignOwn(Collections.nCopies(targets.size(), candidates), targets);
    }

    /// [#assign] where each target has candidates of its own, some of which others may have too.
    public List<Choice> assignOwn(List<List<Candidate>> candidates, List<Point> targets) {
        List<Choice> all = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            for (ScoredAnchor anchor : score(candidates.get(i), targets.get(i))) {
                all.add(new Choice(i, anchor));
            }
        }
        all.sort(Comparator.comparing(Choice::anchor, bestFirst()));
        int[] taken = new int[targets.size()];
        Set<Candidate> used = new HashSet<>();
        List<Choice> chosen = new ArrayList<>();
        for (Choice choice : all) {
            if (taken[choice.target()] < count && used.add(choice.anchor().candidate())) {
                taken[choice.target()]++;
                chosen.add(choice);
            }
        }
        return chosen;
    }

    /// The nearest cells, whatever they predict: for the first epochs, when scores mean nothing
    /// yet.
    public static List<Candidate> nearest(List<Candidate> candidates, Point target, int count) {
        return candidates.stream()
                .sorted(
                        Comparator.comparingDouble((Candidate c) -> c.cellDistance(target))
                                .thenComparing(READING_ORDER))
                .limit(count)
                .toList();
    }

    /// Cells within the box, enlarged about its middle: on a coarse map a small plate has fewer
    /// cells than k, and the others would be far off. Ours.
    ///
    /// @param box in cells
    /// @param factor by which its sides grow, 1.5 as a rule
    public static List<Candidate> within(List<Candidate> candidates, Box box, double factor) {
        double halfWidth = box.width() * factor / 2;
        double halfHeight = box.height() * factor / 2;
        return candidates.stream()
                .filter(c ->
                        Math.abs(c.x() - box.centreX()) <= halfWidth
                                && Math.abs(c.y() - box.centreY()) <= halfHeight)
                .toList();
    }

    private Comparator<ScoredAnchor> bestFirst() {
        Comparator<ScoredAnchor> byScore =
                fusion == Fusion.MUL
                        ? Comparator.comparingDouble(ScoredAnchor::logProduct)
                        : Comparator.comparingDouble(ScoredAnchor::score);
        return byScore.reversed().thenComparing(ScoredAnchor::candidate, READING_ORDER);
    }
}
