package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import penumbra.engine.loss.KeypointTally;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.AdaAnchor;
import penumbra.uncertainty.anchor.AdaAnchor.Choice;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.Fusion;

/// AdaAnchor's maps: for each keypoint the cells that answer for it are chosen anew in every step,
/// by what they say and how sure they are.
///
/// Formula: `focal(c, c*) + lambda L1`, c* 1 for the chosen cells of [AdaAnchor] and 0 for all
/// others, the L1 error in cells of the chosen ones, a mean over them. Source: \[S4\] eqs. 1 to 12;
/// its lambda is not stated, here the gain of places. Departures: candidates are the cells in the
/// target's box enlarged ([AdaAnchor#within]); the refined place and the coarse one are both held
/// to the label, so that the local offset has something small to mend; pictures with an unlabelled
/// keypoint still teach its map what background is. Choosing is not differentiated.
///
/// @param rule scores and number of the chosen, sigma in cells
/// @param nearest whether the nearest cells are chosen whatever they say: for the first epochs, and
///   as the fixed anchors of a comparison
/// @param refined whether places are refined, in scores and in the loss
public record AdaAnchorMaps(AdaAnchor rule, boolean nearest, boolean refined)
        implements KeypointMaps {

    /// The source's: 20 anchors, refined.
    public static final AdaAnchorMaps DEFAULT = new AdaAnchorMaps(AdaAnchor.DEFAULT, false, true);

    /// Ways to choose that a run can name: the source's, and what its table 1 holds it against.
    ///
    /// | id | anchors |
    /// |---|---|
    /// | `ada` | the 20 best by `c r`, refined |
    /// | `add` | by `c + r` |
    /// | `single` | the best one only |
    /// | `coarse` | without refinement |
    /// | `nearest` | the 20 nearest cells, whatever they say |
    ///
    /// @return empty if there is none of that name
    public static Optional<AdaAnchorMaps> byId(String id) {
        AdaAnchor usual = AdaAnchor.DEFAULT;
        return Optional.ofNullable(
                switch (id) {
                    case "ada" -> DEFAULT;
                    case "add" -> new AdaAnchorMaps(usual.with(Fusion.ADD), false, true);
                    case "single" -> new AdaAnchorMaps(usual.with(1), false, true);
                    case "coarse" -> new AdaAnchorMaps(usual, false, false);
                    case "nearest" -> new AdaAnchorMaps(usual, true, true);
                    default -> null;
                });
    }

    /// The same with the nearest cells.
    public AdaAnchorMaps warmingUp() {
        return new AdaAnchorMaps(rule, true, refined);
    }

    @Override
    public KeypointForm form() {
        return KeypointForm.ADAANCHOR;
    }

    /// A cell that answers for a place, in nodes.
    private record Chosen(int picture, int k, int cell, Point truth) {}

    @Override
    public Value add(MapOutput maps, MapOutput gradient, List<MapTarget> targets, double gain) {
        int keypoints = maps.layout().keypoints();
        List<Chosen> chosen = new ArrayList<>();
        for (int picture = 0; picture < maps.batch(); picture++) {
            for (int k = 0; k < keypoints; k++) {
                choose(maps, targets, picture, k, chosen);
            }
        }
        double share = 1.0 / Math.max(1, chosen.size());
        double heat = share * confidence(maps, gradient, chosen, gain * share);
        double[] sums = new double[keypoints];
        int[] counts = new int[keypoints];
        for (Chosen at : chosen) {
            sums[at.k()] += place(maps, gradient, at, gain * share);
            counts[at.k()]++;
        }
        return new Value(
                heat,
                share * Arrays.stream(sums).sum(),
                KeypointTally.empty(keypoints).plus(sums, counts));
    }

    private static double confidence(
            MapOutput maps, MapOutput gradient, List<Chosen> chosen, double factor) {
        FocalMaps focal = new FocalMaps(maps, gradient, factor);
        double sum = 0;
        for (int picture = 0; picture < maps.batch(); picture++) {
            for (int k = 0; k < maps.layout().keypoints(); k++) {
                double[] y = new double[maps.cells()];
                for (Chosen at : chosen) {
                    if (at.picture() == picture && at.k() == k) {
                        y[at.cell()] = 1;
                    }
                }
                sum += focal.map(picture, maps.layout().keypointMap(k), y);
            }
        }
        return sum;
    }

    private double place(MapOutput maps, MapOutput gradient, Chosen at, double factor) {
        HeatmapLayout layout = maps.layout();
        AnchorStep step = AnchorStep.of(maps, at.picture(), at.k(), at.cell());
        Point coarse = step.coarse().minus(at.truth());
        double dx = Math.signum(coarse.x());
        double dy = Math.signum(coarse.y());
        double value = Math.abs(coarse.x()) + Math.abs(coarse.y());
        if (refined) {
            Point fine = step.refined().minus(at.truth());
            value += Math.abs(fine.x()) + Math.abs(fine.y());
            double[] signs = {Math.signum(fine.x()), Math.signum(fine.y())};
            dx += signs[0];
            dy += signs[1];
            Bilinear around = step.around();
            for (int d = 0; d < 2; d++) {
                int channel = layout.localOffset(at.k(), d);
                dx += signs[d] * around.read(maps, at.picture(), channel, around.slopesX());
                dy += signs[d] * around.read(maps, at.picture(), channel, around.slopesY());
                around.spread(gradient, at.picture(), channel, factor * signs[d]);
            }
        }
        int x = maps.from(at.picture(), layout.anchorOffset(at.k(), 0)) + at.cell();
        gradient.values()[x] += (float) (factor * dx);
        gradient.values()[x + maps.cells()] += (float) (factor * dy);
        return value;
    }

    private void choose(
            MapOutput maps, List<MapTarget> targets, int picture, int k, List<Chosen> chosen) {
        List<Point> places = new ArrayList<>();
        List<AnchorSearch> around = new ArrayList<>();
        for (MapTarget target : targets) {
            if (target.picture() == picture && target.points().get(k).isPresent()) {
                places.add(target.points().get(k).get().minus(new Point(0.5, 0.5)));
                around.add(AnchorSearch.around(maps, target.box()));
            }
        }
        AnchorCells cells = new AnchorCells(maps, picture, k, this);
        List<List<Candidate>> candidates = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            AnchorSearch own = around.get(i);
            // Each other target that is near may take as many of the best as this one needs.
            int most = rule.count() * (int) around.stream().filter(own::meets).count();
            candidates.add(own.best(cells, rule, places.get(i), most));
        }
        for (Choice choice : rule.assignOwn(candidates, places)) {
            Candidate at = choice.anchor().candidate();
            int cell = at.y() * maps.columns() + at.x();
            chosen.add(new Chosen(picture, k, cell, places.get(choice.target())));
        }
    }
}
