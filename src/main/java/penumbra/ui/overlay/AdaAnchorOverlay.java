package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Target;
import penumbra.plot.ColourMap;
import penumbra.ui.Shortcut;

/// Which cells of a map would answer for a keypoint: their confidence, their accuracy and the score
/// of both, the k anchors that win, and the way from each over its coarse to its refined point. The
/// prediction is one of a run, or made up; then where it believes the keypoint to be can be
/// dragged.
final class AdaAnchorOverlay implements Overlay<AdaAnchorOverlay.Settings> {

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
        if (settings.source() == Source.MADE_UP) {
            return text("caption");
        }
        Recording.Maps run = settings.run();
        return text("caption.recorded", run.path().isEmpty() ? text("run.none") : run.name());
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

    @Override
    public Painting painting(OverlayScene scene, Settings settings) {
        AnchorCandidates candidates = new AnchorCandidates(scene, settings);
        CellGrid grid = candidates.grid();
        boolean ways = scene.selectedTarget().isPresent();
        List<Painting> all = new ArrayList<>();
        for (Target target : scene.focus()) {
            List<AnchorChoice> choices = candidates.choices(target);
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
        AnchorCandidates candidates = new AnchorCandidates(scene, settings);
        CellGrid grid = candidates.grid();
        List<ReadOut> lines = new ArrayList<>();
        lines.add(ReadOut.of(text("cell"), Numbers.px(grid.cell())));
        lines.add(ReadOut.of(text("sigma.px"), Numbers.px(settings.sigma() * grid.cell())));
        if (settings.source() == Source.MADE_UP) {
            lines.add(ReadOut.of(text("error"), Numbers.px(settings.error().norm())));
        } else if (candidates.recorded().isEmpty()) {
            lines.add(
                    new ReadOut(
                            text("run"),
                            text(settings.run().read() ? "run.other" : "run.none"),
                            true));
        }
        if (scene.selectedTarget().isEmpty()) {
            return lines;
        }
        List<AnchorChoice> choices = candidates.choices(scene.selectedTarget().get());
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
