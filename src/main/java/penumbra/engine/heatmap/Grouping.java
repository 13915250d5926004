package penumbra.engine.heatmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import penumbra.geometry.Box;
import penumbra.geometry.Point;

/// Which peaks of the keypoint maps belong to which target.
///
/// Each centre says where its keypoints are; each of these goes to a peak of its kind. Source:
/// \[S3\]: the nearest peak inside the target's box. Departures, all ours, so that targets which
/// overlap do not take each other's points: a peak serves one target, the nearest pair goes first,
/// surer centres before unsure ones; a peak may lie up to a tenth of the box outside of it, for
/// keypoints are its corners; and no farther than three tenths of its longer side, but always two
/// cells, from where the centre says. Centres of other classes at the same place are the same
/// target and share its peaks. A keypoint without a peak stays where the centre says.
///
/// @param cell px of a cell
record Grouping(List<Centre> centres, List<List<KeypointPeak>> peaks, double cell) {

    private static final double MARGIN = 0.1;
    private static final double REACH = 0.3;
    private static final double CELLS = 2;
    private static final double SURE = 0.1;
    private static final double SAME = 0.7;

    /// A centre that could take a peak.
    private record Pair(int centre, KeypointPeak peak, double distance) {}

    /// The keypoints of each centre, input px; without a peak as sure as their maps are there.
    List<List<KeypointPeak>> points() {
        List<Integer> first = firstAtTheirPlace();
        List<List<KeypointPeak>> points = new ArrayList<>();
        for (Centre centre : centres) {
            points.add(new ArrayList<>(centre.joints()));
        }
        for (int k = 0; k < peaks.size(); k++) {
            for (Pair pair : pairs(k, first)) {
                points.get(pair.centre()).set(k, pair.peak());
            }
        }
        for (int i = 0; i < points.size(); i++) {
            points.set(i, points.get(first.get(i)));
        }
        return points;
    }

    /// For each centre the surest one of its target.
    private List<Integer> firstAtTheirPlace() {
        List<Integer> first = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            int own = i;
            for (int j = 0; j < i && own == i; j++) {
                if (first.get(j) == j
                        && centres.get(j).classIndex() != centres.get(i).classIndex()
                        && centres.get(j).box().iou(centres.get(i).box()) > SAME) {
                    own = j;
                }
            }
            first.add(own);
        }
        return first;
    }

    /// Who takes which peak.
    private List<Pair> pairs(int k, List<Integer> first) {
        List<Pair> possible = new ArrayList<>();
        for (int i = 0; i < centres.size(); i++) {
            if (first.get(i) == i) {
                Point joint = centres.get(i).joints().get(k).at();
                for (KeypointPeak peak : peaks.get(k)) {
                    double distance = peak.at().distance(joint);
                    if (reaches(centres.get(i).box(), peak.at(), distance)) {
                        possible.add(new Pair(i, peak, distance));
                    }
                }
            }
        }
        possible.sort(
                Comparator.comparing((Pair p) -> centres.get(p.centre()).score() < SURE)
                        .thenComparingDouble(Pair::distance));
        Set<Integer> served = new HashSet<>();
        Set<KeypointPeak> taken = new HashSet<>();
        List<Pair> pairs = new ArrayList<>();
        for (Pair pair : possible) {
            if (!served.contains(pair.centre()) && taken.add(pair.peak())) {
                served.add(pair.centre());
                pairs.add(pair);
            }
        }
        return pairs;
    }

    private boolean reaches(Box box, Point peak, double distance) {
        double most = Math.max(CELLS * cell, REACH * Math.max(box.width(), box.height()));
        double outX = Math.max(CELLS * cell, MARGIN * box.width());
        double outY = Math.max(CELLS * cell, MARGIN * box.height());
        return distance <= most
                && peak.x() >= box.x() - outX
                && peak.x() <= box.right() + outX
                && peak.y() >= box.y() - outY
                && peak.y() <= box.bottom() + outY;
    }
}
