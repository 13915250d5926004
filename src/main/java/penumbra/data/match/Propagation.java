package penumbra.data.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.geometry.Region;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Carries the plates of one picture to the next: each is sought where both its bars look alike,
/// first together and then each for itself, to a fraction of a pixel.
///
/// 1. Around each bar a patch is cut out, with a third of the bar's length as a margin. 2. The
///    shift by whole pixels, at most [#REACH] px across and down, at which the mean correlation of
///    the patches ([Patch]) is largest: two bars at once, since one bar alone looks like the other.
///    3. Each bar for itself within [#APART] px of that shift. 4. A parabola through the largest
///    correlation and its two neighbours, across and down, gives the fraction. Points of no bar
///    follow the plate.
///
/// The fraction is good to about a fifth of a pixel (rendered plates moved by half a pixel, the
/// worst case); snapping to the bars is the way to the rest. What turns or grows between the
/// pictures does so in the proposal only as far as its two bars move apart. A plate that leaves the
/// picture is not found.
public final class Propagation {

    /// How far a plate may have moved between the pictures, px across and px down.
    public static final int REACH = 60;

    /// How far the bars may have moved against each other, px across and px down.
    public static final int APART = 5;

    /// Correlation below which a bar counts as not found, unless said otherwise. Of 36 plates whose
    /// labels lie within reach of each other in neighbouring frames of a real match, 26 score more
    /// than this, 24 of them with all points within 3 px of the next label; of the plates that
    /// moved farther, none does.
    public static final double LEAST_SCORE = 0.9;

    private static final double MARGIN = 1 / 3.0;
    private static final double LEAST_MARGIN = 4;

    /// In the wide search of step 2 no more pixels of a patch are looked at, about.
    private static final int SAMPLES = 600;

    private final Brightness from;
    private final Brightness to;
    private final Schema schema;
    private final double leastScore;

    /// @param leastScore correlation below which a bar counts as not found, 0 to 1
    public Propagation(DecodedImage from, DecodedImage to, Schema schema, double leastScore) {
        this.from = Brightness.of(from);
        this.to = Brightness.of(to);
        this.schema = schema;
        this.leastScore = leastScore;
    }

    /// A plate in the next picture, for a person to accept or not.
    ///
    /// @param target its points moved, all else, also its id, as it was
    /// @param score the smaller correlation of its two bars, up to 1
    public record Proposal(Target target, double score) {}

    /// Where a target of the first picture is in the second.
    ///
    /// @return empty when it has no bar with both ends labelled, or one of its bars is not found
    public Optional<Proposal> propose(Target target) {
        List<Schema.Edge> bars =
                schema.edges().stream()
                        .filter(e -> target.keypoints().get(e.from()).labelled())
                        .filter(e -> target.keypoints().get(e.to()).labelled())
                        .toList();
        List<Region> regions =
                bars.stream().map(e -> region(target, e)).flatMap(Optional::stream).toList();
        if (bars.isEmpty() || regions.size() < bars.size()) {
            return Optional.empty();
        }
        Shift together = wholeShift(regions);
        List<Shift> shifts = new ArrayList<>();
        for (Region region : regions) {
            Shift own = ownShift(Patch.of(from, region, 1), together);
            if (own.score() < leastScore) {
                return Optional.empty();
            }
            shifts.add(own);
        }
        double score = shifts.stream().mapToDouble(Shift::score).min().orElseThrow();
        List<Keypoint> points = moved(target, bars, shifts);
        return Optional.of(new Proposal(target.moved(points, target.annotator()), score));
    }

    /// The pixels around a bar; empty when it lies outside the picture.
    private Optional<Region> region(Target target, Schema.Edge bar) {
        Point a = target.keypoints().get(bar.from()).at();
        Point b = target.keypoints().get(bar.to()).at();
        double margin = Math.max(LEAST_MARGIN, MARGIN * a.distance(b));
        Box hull = Box.hull(List.of(a, b)).orElseThrow();
        Box around =
                new Box(
                        hull.x() - margin,
                        hull.y() - margin,
                        hull.width() + 2 * margin,
                        hull.height() + 2 * margin);
        return Region.touching(around, from.size());
    }

    private Shift wholeShift(List<Region> regions) {
        List<Patch> patches =
                regions.stream().map(region -> Patch.of(from, region, stride(region))).toList();
        Shift best = new Shift(0, 0, Double.NEGATIVE_INFINITY);
        for (int dy = -REACH; dy <= REACH; dy++) {
            for (int dx = -REACH; dx <= REACH; dx++) {
                double sum = 0;
                for (Patch patch : patches) {
                    sum += patch.correlation(to, dx, dy);
                }
                best = best.orBetter(new Shift(dx, dy, sum / patches.size()));
            }
        }
        return best;
    }

    private static int stride(Region region) {
        return (int) Math.ceil(Math.sqrt((double) region.width() * region.height() / SAMPLES));
    }

    private Shift ownShift(Patch patch, Shift near) {
        Shift best = new Shift(0, 0, Double.NEGATIVE_INFINITY);
        int x = (int) near.dx();
        int y = (int) near.dy();
        for (int dy = y - APART; dy <= y + APART; dy++) {
            for (int dx = x - APART; dx <= x + APART; dx++) {
                best = best.orBetter(new Shift(dx, dy, patch.correlation(to, dx, dy)));
            }
        }
        int dx = (int) best.dx();
        int dy = (int) best.dy();
        double across =
                peak(
                        patch.correlation(to, dx - 1, dy),
                        best.score(),
                        patch.correlation(to, dx + 1, dy));
        double down =
                peak(
                        patch.correlation(to, dx, dy - 1),
                        best.score(),
                        patch.correlation(to, dx, dy + 1));
        return new Shift(dx + across, dy + down, best.score());
    }

    /// Where a parabola through the values at -1, 0 and 1 is largest; 0 when the middle one is not
    /// the largest or a neighbour lies outside the picture.
    private static double peak(double before, double at, double after) {
        double bend = before - 2 * at + after;
        boolean inside = before > -1 && after > -1;
        return inside && at >= before && at >= after && bend < 0
                ? (before - after) / (2 * bend)
                : 0;
    }

    private static List<Keypoint> moved(Target target, List<Schema.Edge> bars, List<Shift> shifts) {
        double meanX = shifts.stream().mapToDouble(Shift::dx).average().orElseThrow();
        double meanY = shifts.stream().mapToDouble(Shift::dy).average().orElseThrow();
        List<Keypoint> points = new ArrayList<>();
        for (int i = 0; i < target.keypoints().size(); i++) {
            Point by = new Point(meanX, meanY);
            for (int bar = 0; bar < bars.size(); bar++) {
                if (bars.get(bar).from() == i || bars.get(bar).to() == i) {
                    by = new Point(shifts.get(bar).dx(), shifts.get(bar).dy());
                }
            }
            Keypoint k = target.keypoints().get(i);
            points.add(new Keypoint(k.at().plus(by), k.visibility()));
        }
        return points;
    }

    /// A shift, px, and how well what is there looks alike.
    private record Shift(double dx, double dy, double score) {

        Shift orBetter(Shift other) {
            return other.score > score ? other : this;
        }
    }
}
