package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Box;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.plot.ColourMap;
import penumbra.ui.Shortcut;
import penumbra.uncertainty.record.PredictionRecord;

/// Which cells of a map would answer for a keypoint: their confidence, their accuracy and the score
/// of both, the k anchors that win, and the way from each over its coarse to its refined point. The
/// prediction is one of a run, or made up; then where it believes the keypoint to be can be
/// dragged.
final class AdaAnchorOverlay implements Overlay<AdaAnchorOverlay.Settings> {

    /// Cells around a box that are looked at when anchors may lie outside.
    static final double MARGIN = 4;

    /// Columns and rows that are looked at; a box that is larger is no plate.
    private static final int MOST_CELLS = 96;

    /// Whose prediction it is.
    enum Source {
        /// To be dragged, before there is a network.
        MADE_UP,
        /// Of a run, from its file.
        RECORDED
    }

    /// Which map is painted.
    enum Shown {
        CONFIDENCE,
        ACCURACY,
        SCORE,
        NONE
    }

    /// @param run whose prediction is shown when it is a recorded one
    /// @param k how many anchors a keypoint gets
    /// @param sigma of the accuracy, cells
    /// @param blend m of BLEND
    /// @param insideBox whether anchors stay within the box enlarged by half
    /// @param error from each label to where the prediction believes it, picture px
    /// @param spread of the confidence, cells
    record Settings(
            Source source,
            Recording.Maps run,
            Shown shown,
            AnchorChoice.Rule rule,
            @Range(least = 1, most = 60) int k,
            @Range(least = 0.25, most = 16, ratio = true) double sigma,
            @Range(least = 0, most = 1) double blend,
            boolean insideBox,
            Point error,
            @Range(least = 0.25, most = 8, ratio = true) double spread,
            PickedPoints keypoints,
            @Range(least = 2, most = 32) int stride,
            @Range(least = 160, most = 1920) int inputSide,
            ColourMap colours) {}

    @Override
    public String id() {
        return "adaanchor";
    }

    @Override
    public Shortcut shortcut() {
        return Shortcut.OVERLAY_ADAANCHOR;
    }

    @Override
    public Settings defaults() {
        return new Settings(
                Source.MADE_UP,
                Recording.Maps.NONE,
                Shown.SCORE,
                AnchorChoice.Rule.MUL,
                20,
                4,
                0.5,
                false,
                new Point(8, -6),
                1.5,
                PickedPoints.ALL,
                4,
                640,
                ColourMap.INFERNO);
    }

    @Override
    public boolean applies(Settings settings, String component) {
        boolean recorded = settings.source() == Source.RECORDED;
        return switch (component) {
            case "blend" -> settings.rule() == AnchorChoice.Rule.BLEND;
            case "run" -> recorded;
            case "spread", "stride", "inputSide" -> !recorded;
            default -> true;
        };
    }

    @Override
    public boolean belowLabels() {
        return true;
    }

    /// The map is thinner by itself, so that the arrows on it stay clear.
    @Override
    public double opacityAtFirst() {
        return 1;
    }

    @Override
    public String caption(Settings settings) {
        return settings.source() == Source.MADE_UP
                ? text("caption")
                : text("caption.recorded", settings.run().name());
    }

    @Override
    public Optional<Legend> legend(Settings settings) {
        return switch (settings.shown()) {
            case NONE -> Optional.empty();
            case CONFIDENCE -> Optional.of(new Legend(settings.colours(), "0", "c = 1"));
            case ACCURACY -> Optional.of(new Legend(settings.colours(), "0.001", text("log", "r")));
            case SCORE ->
                    Optional.of(
                            settings.rule() == AnchorChoice.Rule.ADD
                                    ? new Legend(settings.colours(), "0", "c + r = 2")
                                    : new Legend(settings.colours(), "0.001", text("log", "s")));
        };
    }

    private static CellGrid grid(OverlayScene scene, Settings settings) {
        Optional<PredictionRecord> run = recorded(scene, settings);
        return CellGrid.of(
                scene.picture().size(),
                run.map(PredictionRecord::side).orElse(settings.inputSide()),
                run.map(PredictionRecord::stride).orElse(settings.stride()));
    }

    /// The recorded prediction, where it is wanted and of this picture.
    private static Optional<PredictionRecord> recorded(OverlayScene scene, Settings settings) {
        return settings.run()
                .content()
                .filter(_ -> settings.source() == Source.RECORDED)
                .filter(r -> r.isOf(scene.picture().path()));
    }

    /// A point of the picture in cells, whole numbers being the middles of cells.
    private static Point node(CellGrid grid, Point inPicture) {
        return grid.toCells(inPicture).minus(new Point(0.5, 0.5));
    }

    /// The choice for each picked keypoint of a target.
    static List<AnchorChoice> choices(OverlayScene scene, Settings settings, Target target) {
        CellGrid grid = grid(scene, settings);
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
                prediction(scene, settings, grid, keypoint, k)
                        .map(p -> AnchorChoice.of(part, p, box, order))
                        .ifPresent(choices::add);
            }
        }
        return choices;
    }

    /// What the cells say of a keypoint; empty when the record says nothing of it.
    private static Optional<CellPrediction> prediction(
            OverlayScene scene, Settings settings, CellGrid grid, Keypoint keypoint, int k) {
        Point label = node(grid, keypoint.at());
        if (settings.source() == Source.MADE_UP) {
            Point believed = node(grid, keypoint.at().plus(settings.error()));
            return Optional.of(new MadeUpPrediction(label, believed, settings.spread()));
        }
        return recorded(scene, settings)
                .filter(r -> k < r.keypoints().size())
                .flatMap(r ->
                        r.keypoints()
                                .get(k)
                                .map(m -> new RecordedPrediction(label, m, r.width(), r.height())));
    }

    private static Box shifted(Box box) {
        return new Box(box.x() + 0.5, box.y() + 0.5, box.width(), box.height());
    }

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        CellGrid grid = grid(scene, settings);
        boolean ways = scene.selectedTarget().isPresent();
        List<Painting> all = new ArrayList<>();
        for (Target target : scene.focus()) {
            List<AnchorChoice> choices = choices(scene, settings, target);
            if (!choices.isEmpty()) {
                all.add(new AnchorPainter(grid, target, choices, settings, ways));
            }
        }
        List<Point> handles = handles(scene, settings);
        return sight -> {
            all.forEach(painting -> painting.paint(sight));
            handles.forEach(at -> AnchorPainter.handle(sight, at));
        };
    }

    /// The picked labels of the selected target.
    private static List<Point> labels(OverlayScene scene, Settings settings) {
        List<Point> labels = new ArrayList<>();
        scene.selectedTarget()
                .ifPresent(target -> {
                    for (int k = 0; k < target.keypoints().size(); k++) {
                        Keypoint keypoint = target.keypoints().get(k);
                        if (keypoint.labelled() && settings.keypoints().has(k)) {
                            labels.add(keypoint.at());
                        }
                    }
                });
        return labels;
    }

    @Override
    public List<Point> handles(OverlayScene scene, Settings settings) {
        if (settings.source() == Source.RECORDED) {
            return List.of();
        }
        return labels(scene, settings).stream().limit(1).map(settings.error()::plus).toList();
    }

    @Override
    public Settings dragged(OverlayScene scene, Settings settings, int handle, Point to) {
        Point error = to.minus(labels(scene, settings).get(handle));
        return new Settings(
                settings.source(),
                settings.run(),
                settings.shown(),
                settings.rule(),
                settings.k(),
                settings.sigma(),
                settings.blend(),
                settings.insideBox(),
                error,
                settings.spread(),
                settings.keypoints(),
                settings.stride(),
                settings.inputSide(),
                settings.colours());
    }

    @Override
    public List<ReadOut> readOuts(OverlayScene scene, Settings settings) {
        CellGrid grid = grid(scene, settings);
        List<ReadOut> lines = new ArrayList<>();
        lines.add(ReadOut.of(text("cell"), Numbers.px(grid.cell())));
        lines.add(ReadOut.of(text("sigma.px"), Numbers.px(settings.sigma() * grid.cell())));
        if (settings.source() == Source.MADE_UP) {
            lines.add(ReadOut.of(text("error"), Numbers.px(settings.error().norm())));
        } else if (recorded(scene, settings).isEmpty()) {
            lines.add(
                    new ReadOut(
                            text("run"),
                            text(settings.run().read() ? "run.other" : "run.none"),
                            true));
        }
        if (scene.selectedTarget().isEmpty()) {
            return lines;
        }
        List<AnchorChoice> choices = choices(scene, settings, scene.selectedTarget().get());
        if (choices.isEmpty()) {
            return lines;
        }
        double coarse = 0;
        double refined = 0;
        for (AnchorChoice choice : choices) {
            List<Point> way = choice.ways().getFirst();
            Point label = choice.prediction().label();
            coarse += way.get(1).distance(label) * grid.cell() / choices.size();
            refined += way.get(2).distance(label) * grid.cell() / choices.size();
        }
        lines.add(ReadOut.of(text("coarse"), Numbers.px(coarse)));
        lines.add(ReadOut.of(text("refined"), Numbers.px(refined)));
        return lines;
    }
}
