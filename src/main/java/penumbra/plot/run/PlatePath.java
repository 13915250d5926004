package penumbra.plot.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.geometry.Point;
import penumbra.geometry.Size;
import penumbra.loss.KeypointLoss;
import penumbra.loss.LossParameters;
import penumbra.loss.LossSurface;
import penumbra.loss.Losses;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.model.Visibility;
import penumbra.plot.Axis;
import penumbra.plot.ContourChart;
import penumbra.plot.Figure;
import penumbra.plot.OutlineChart;
import penumbra.plot.SurfaceChart;
import penumbra.plot.loss.ExploredPlate;
import penumbra.plot.loss.LossMap;
import penumbra.plot.loss.NetworkInput;
import penumbra.plot.loss.SigmaCharts;
import penumbra.plot.loss.WeighedLoss;
import penumbra.plot.loss.Weight;
import penumbra.run.PlateResult;
import penumbra.text.Texts;

/// A plate of the validation part and what was found for it after one epoch after the other.
///
/// @param schema of its keypoints
/// @param side of the network's input, px
/// @param epochs what was found, from old to new, at least one; epochs that missed it count
public record PlatePath(Schema schema, int side, List<PlateResult> epochs) {

    private static final int PATH_LOOK = 2;
    private static final int NOW_LOOK = 0;
    private static final int LABEL_LOOK = 1;
    private static final int STRIDE = 8;
    private static final double ROOM = 1.25;

    /// Beyond so many usual ranges the path is left to run out of the chart.
    private static final double MOST_RANGES = 4;

    public PlatePath {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("a path needs an epoch");
        }
    }

    /// The loss that a run names; empty for those that are no function of one keypoint.
    ///
    /// @param parameters `name=value`, several divided by blanks
    public static Optional<KeypointLoss> loss(String id, String parameters) {
        Map<String, String> changes = new LinkedHashMap<>();
        for (String pair : parameters.split(" +")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                changes.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        try {
            return Losses.byId(id).map(loss -> LossParameters.with(loss, changes));
        } catch (IllegalArgumentException e) {
            return Losses.byId(id);
        }
    }

    /// The loss of a keypoint over its position, and the way of its predictions; offsets from the
    /// label, input px. The other keypoints do not matter to it.
    public ContourChart contour(KeypointLoss loss, int keypoint) {
        ContourChart map = map(loss, keypoint).contour(Optional.empty(), false);
        List<Figure> figures = new ArrayList<>(map.figures());
        List<Point> way = way(keypoint);
        if (!way.isEmpty()) {
            figures.add(new Figure(text("path.way"), way, Figure.Style.LINE, PATH_LOOK));
            figures.add(
                    new Figure(
                            text("path.now"),
                            List.of(way.getLast()),
                            Figure.Style.CROSSES,
                            PATH_LOOK));
        }
        return new ContourChart(
                title(loss, keypoint),
                map.x(),
                map.y(),
                map.value(),
                map.grid(),
                map.levels(),
                figures,
                false);
    }

    /// The same as a surface in space, without the way.
    public SurfaceChart surface(KeypointLoss loss, int keypoint, SurfaceChart.View view) {
        return map(loss, keypoint).surface(Optional.empty(), view).titled(title(loss, keypoint));
    }

    /// The plate as it is labelled and as it was found, picture px.
    public OutlineChart outline() {
        List<Figure> figures = new ArrayList<>();
        PlateResult now = epochs.getLast();
        for (int i = 0; i < now.label().size(); i++) {
            List<Point> way = found(i);
            if (way.size() > 1) {
                String name = text("path.way.of", schema.keypoints().get(i));
                figures.add(new Figure(name, way, Figure.Style.LINE, PATH_LOOK + 1 + i));
            }
        }
        figures.add(new Figure(text("path.label"), now.label(), Figure.Style.RING, LABEL_LOOK));
        now.found()
                .ifPresent(f ->
                        figures.add(
                                new Figure(text("path.found"), f, Figure.Style.RING, NOW_LOOK)));
        return new OutlineChart(
                text("path.outline", now.picture()),
                Axis.of("x", "px"),
                Axis.of("y", "px"),
                figures);
    }

    private LossMap map(KeypointLoss loss, int keypoint) {
        WeighedLoss weighed =
                WeighedLoss.of(loss, plate().labels().get(keypoint), Weight.AS_DEFINED);
        double usual = SigmaCharts.usualRange(List.of(loss), weighed.label());
        double reached =
                way(keypoint).stream()
                        .mapToDouble(p -> Math.max(Math.abs(p.x()), Math.abs(p.y())))
                        .max()
                        .orElse(0);
        double half = Math.clamp(ROOM * reached, usual, MOST_RANGES * usual);
        return LossMap.of(weighed, false, half, LossSurface.NODES);
    }

    /// Offsets of the predictions from the label, input px.
    private List<Point> way(int keypoint) {
        PlateResult now = epochs.getLast();
        Point label = now.label().get(keypoint);
        return found(keypoint).stream().map(p -> p.minus(label).times(now.gain())).toList();
    }

    private List<Point> found(int keypoint) {
        return epochs.stream().flatMap(e -> e.found().stream()).map(f -> f.get(keypoint)).toList();
    }

    private ExploredPlate plate() {
        return explored(epochs.getLast(), schema, side);
    }

    /// A validation plate as a network of that input side sees it.
    static ExploredPlate explored(PlateResult plate, Schema schema, int side) {
        List<Keypoint> points = new ArrayList<>();
        for (int k = 0; k < plate.label().size(); k++) {
            Visibility seen = plate.labelled().get(k) ? Visibility.VISIBLE : Visibility.UNLABELLED;
            points.add(new Keypoint(plate.label().get(k), seen));
        }
        int width = (int) Math.round(side / plate.gain());
        return ExploredPlate.of(
                Target.of(plate.classIndex(), points, Optional.empty(), ""),
                schema,
                new Size(width, width),
                new NetworkInput(side, STRIDE));
    }

    private String title(KeypointLoss loss, int keypoint) {
        return text("path.title", loss.title(), schema.keypoints().get(keypoint));
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(PlatePath.class, key, arguments);
    }
}
