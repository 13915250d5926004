package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.uncertainty.record.PredictionRecord;

/// The cells that could answer for the keypoints of a scene, and what is said of them.
record AnchorCandidates(OverlayScene scene, AdaAnchorOverlay.Settings settings) {

    /// Cells around a box that are looked at when anchors may lie outside.
    static final double MARGIN = 4;

    /// Columns and rows that are looked at; a box that is larger is no plate.
    private static final int MOST_CELLS = 96;

    CellGrid grid() {
        Optional<PredictionRecord> run = recorded();
        return CellGrid.of(
                scene.picture().size(),
                run.map(PredictionRecord::side).orElse(settings.inputSide()),
                run.map(PredictionRecord::stride).orElse(settings.stride()));
    }

    /// The recorded prediction, where it is wanted and of this picture.
    Optional<PredictionRecord> recorded() {
        return settings.run()
                .content()
                .filter(_ -> settings.source() == AdaAnchorOverlay.Source.RECORDED)
                .filter(r -> r.isOf(scene.picture().path()));
    }

    /// A point of the picture in cells, whole numbers being the middles of cells.
    private static Point node(CellGrid grid, Point inPicture) {
        return grid.toCells(inPicture).minus(new Point(0.5, 0.5));
    }

    /// The choice for each picked keypoint of a target.
    List<AnchorChoice> choices(Target target) {
        CellGrid grid = grid();
        Optional<Box> extent = target.extent();
        List<AnchorChoice> choices = new ArrayList<>();
        if (extent.isEmpty()) {
            return choices;
        }
        Point corner = node(grid, new Point(extent.get().x(), extent.get().y()));
        double cell = grid.cell();
        Box box =
                new Box(
                        corner.x(),
                        corner.y(),
                        extent.get().width() / cell,
                        extent.get().height() / cell);
        double enlarged = Math.max(box.width(), box.height()) / 4;
        // Middles of cells within the box, so a box thinner than a cell still has the nearest one.
        CellPart part =
                CellPart.of(grid, shifted(box), settings.insideBox() ? enlarged : MARGIN)
                        .atMost(MOST_CELLS);
        AnchorChoice.Order order =
                new AnchorChoice.Order(
                        settings.rule(), settings.sigma(), settings.k(), settings.blend());
        for (int k = 0; k < target.keypoints().size(); k++) {
            Keypoint keypoint = target.keypoints().get(k);
            if (keypoint.labelled() && settings.keypoints().has(k)) {
                prediction(grid, keypoint, k)
                        .map(p -> AnchorChoice.of(part, p, box, order))
                        .ifPresent(choices::add);
            }
        }
        return choices;
    }

    /// What the cells say of a keypoint; empty when the record says nothing of it.
    private Optional<CellPrediction> prediction(CellGrid grid, Keypoint keypoint, int k) {
        Point label = node(grid, keypoint.at());
        if (settings.source() == AdaAnchorOverlay.Source.MADE_UP) {
            Point believed = node(grid, keypoint.at().plus(settings.error()));
            return Optional.of(new MadeUpPrediction(label, believed, settings.spread()));
        }
        return recorded()
                .filter(r -> k < r.keypoints().size())
                .flatMap(r ->
                        r.keypoints()
                                .get(k)
                                .map(m -> new RecordedPrediction(label, m, r.width(), r.height())));
    }

    private static Box shifted(Box box) {
        return new Box(box.x() + 0.5, box.y() + 0.5, box.width(), box.height());
    }
}
