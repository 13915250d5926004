package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.uncertainty.heatmap.CellOffset;
import penumbra.uncertainty.heatmap.GaussianRadius;
import penumbra.uncertainty.heatmap.Heatmap;
import penumbra.uncertainty.heatmap.RadiusFormula;
import penumbra.uncertainty.heatmap.SigmaRule;

/// The Gaussians of CenterNet's target map, for labels of a picture.
///
/// @param grid of the map
/// @param centres whether they stand on box centres instead of keypoints
/// @param keypoints those that get one
/// @param overlap least overlap that the radius allows
/// @param leastRadius cells
record CentreTargets(
        CellGrid grid,
        boolean centres,
        PickedPoints keypoints,
        double overlap,
        RadiusFormula formula,
        int leastRadius,
        SigmaRule rule) {

    /// How large a target's Gaussians are.
    ///
    /// @param width of its box in whole cells, as the public code rounds them up
    /// @param height cells
    /// @param cases the radius of each case, cells
    /// @param radius that is used, whole cells
    /// @param sigma cells
    record Extent(int width, int height, GaussianRadius cases, int radius, double sigma) {}

    /// Empty for a target without labels and box, or whose box has no area.
    Optional<Extent> extent(Target target) {
        return target.extent().filter(box -> box.area() > 0).map(this::extent);
    }

    private Extent extent(Box box) {
        int width = (int) Math.ceil(box.width() / grid.cell());
        int height = (int) Math.ceil(box.height() / grid.cell());
        GaussianRadius cases = GaussianRadius.of(width, height, overlap, formula);
        int radius = cases.cells(leastRadius);
        return new Extent(width, height, cases, radius, rule.sigma(radius));
    }

    /// Where a target's Gaussians stand, picture px.
    List<Point> places(Target target) {
        if (centres) {
            return target.extent().map(b -> new Point(b.centreX(), b.centreY())).stream().toList();
        }
        List<Point> places = new ArrayList<>();
        for (int k = 0; k < target.keypoints().size(); k++) {
            Keypoint keypoint = target.keypoints().get(k);
            if (keypoint.labelled() && keypoints.has(k)) {
                places.add(keypoint.at());
            }
        }
        return places;
    }

    List<Heatmap.Spot> spots(List<Target> targets) {
        List<Heatmap.Spot> spots = new ArrayList<>();
        for (Target target : targets) {
            Optional<Extent> extent = extent(target);
            if (extent.isPresent()) {
                for (Point place : places(target)) {
                    CellOffset cell = CellOffset.of(place, grid.cell(), CellOffset.Rounding.FLOOR);
                    spots.add(
                            new Heatmap.Spot(
                                    cell.x(),
                                    cell.y(),
                                    extent.get().radius(),
                                    extent.get().sigma()));
                }
            }
        }
        return spots;
    }

    Heatmap map(List<Heatmap.Spot> spots) {
        return Heatmap.of(grid.width(), grid.height(), spots);
    }
}
