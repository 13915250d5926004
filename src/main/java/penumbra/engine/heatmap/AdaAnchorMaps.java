package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import penumbra.engine.head.Logistic;
import penumbra.engine.loss.KeypointTally;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.AdaAnchor;
import penumbra.uncertainty.anchor.AdaAnchor.Choice;
import penumbra.uncertainty.anchor.Candidate;

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

    private static final double ENLARGED = 1.5;

    /// Cells to either side of a target that are candidates however small its box is.
    private static final double MARGIN = 2.5;

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
        List<List<Candidate>> candidates = new ArrayList<>();
        for (MapTarget target : targets) {
            if (target.picture() == picture && target.points().get(k).isPresent()) {
                places.add(target.points().get(k).get().minus(new Point(0.5, 0.5)));
                candidates.add(
                        around(maps, target.box()).stream()
                                .map(cell -> candidate(maps, picture, k, cell))
                                .toList());
            }
        }
        for (Choice choice : rule.assignOwn(candidates, places)) {
            Candidate at = choice.anchor().candidate();
            int cell = at.y() * maps.columns() + at.x();
            chosen.add(new Chosen(picture, k, cell, places.get(choice.target())));
        }
    }

    private static List<Integer> around(MapOutput maps, Box box) {
        double halfWidth = box.width() * ENLARGED / 2 + MARGIN;
        double halfHeight = box.height() * ENLARGED / 2 + MARGIN;
        int left = (int) Math.ceil(Math.max(0, box.centreX() - 0.5 - halfWidth));
        int right = (int) Math.floor(Math.min(maps.columns() - 1, box.centreX() - 0.5 + halfWidth));
        int top = (int) Math.ceil(Math.max(0, box.centreY() - 0.5 - halfHeight));
        int bottom = (int) Math.floor(Math.min(maps.rows() - 1, box.centreY() - 0.5 + halfHeight));
        List<Integer> cells = new ArrayList<>();
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                cells.add(y * maps.columns() + x);
            }
        }
        return cells;
    }

    /// Chosen by nearness the cells themselves are what is scored.
    private Candidate candidate(MapOutput maps, int picture, int k, int cell) {
        int x = cell % maps.columns();
        int y = cell / maps.columns();
        if (nearest) {
            return Candidate.of(x, y, 1, new Point(0, 0));
        }
        AnchorStep step = AnchorStep.of(maps, picture, k, cell);
        return new Candidate(
                x,
                y,
                Logistic.sigmoid(maps.at(picture, maps.layout().keypointMap(k), cell)),
                refined ? step.refined() : step.coarse());
    }
}
