package penumbra.snap;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import penumbra.data.DecodedImage;
import penumbra.geometry.Box;
import penumbra.geometry.Covariance;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;

/// Snaps the endpoints of a plate to its light bars. A pure function of its input.
///
/// For each edge of the schema: the bar is found beside the label ([BarFinder]: the ridge of light
/// in the plate's colour that is nearest to the label, its axis the principal direction of its
/// pixels weighted with their light), then a model of an emitter of unknown length, blurred and
/// with a halo, is fitted to its pixels with both ends free ([BarFit]). An endpoint moves only
/// where the picture shows an end: bars and single ends without evidence stay, with the reason.
public final class BarSnap {

    /// Room around the label, px, and share of its length.
    private static final double MARGIN = 9;

    private static final double MARGIN_SHARE = 0.2;

    private static final double SHORTEST_LABEL = 2;

    private BarSnap() {}

    /// Snaps one plate.
    ///
    /// @param picture the whole picture
    /// @param schema its edges are the bars; the class's name tells the colour
    /// @param target rough endpoints, up to about 4 px off
    public static SnapResult snap(DecodedImage picture, Schema schema, Target target) {
        PlateColour colour =
                target.classIndex() < schema.classes().size()
                        ? PlateColour.ofClass(schema.classes().get(target.classIndex()).name())
                        : PlateColour.ANY;
        List<BarOutcome> bars =
                schema.edges().stream().map(e -> bar(picture, colour, e, target)).toList();
        List<Keypoint> points = new ArrayList<>(target.keypoints());
        List<Optional<Covariance>> covariances =
                new ArrayList<>(Collections.nCopies(points.size(), Optional.empty()));
        boolean moved = false;
        for (BarOutcome bar : bars) {
            if (bar instanceof BarOutcome.Fitted(var edge, var from, var to, var shape)) {
                moved |= place(edge.from(), from, points, covariances);
                moved |= place(edge.to(), to, points, covariances);
            }
        }
        return moved
                ? new SnapResult.Snapped(target.withKeypoints(points), covariances, bars)
                : new SnapResult.Refused(bars);
    }

    private static boolean place(
            int index,
            BarOutcome.End end,
            List<Keypoint> points,
            List<Optional<Covariance>> covariances) {
        if (end.kept().isPresent()) {
            return false;
        }
        points.set(index, new Keypoint(end.at(), points.get(index).visibility()));
        covariances.set(index, Optional.of(end.covariance()));
        return true;
    }

    private static BarOutcome bar(
            DecodedImage picture, PlateColour colour, Schema.Edge edge, Target target) {
        Keypoint first = target.keypoints().get(edge.from());
        Keypoint second = target.keypoints().get(edge.to());
        if (!first.labelled() || !second.labelled()) {
            return new BarOutcome.Refused(edge, Refusal.UNLABELLED);
        }
        Point from = first.at();
        Point to = second.at();
        double length = from.distance(to);
        if (length < SHORTEST_LABEL) {
            return new BarOutcome.Refused(edge, Refusal.TOO_SHORT);
        }
        Box hull = Box.hull(List.of(from, to)).orElseThrow();
        double margin = MARGIN + MARGIN_SHARE * length;
        Box box =
                new Box(
                        hull.x() - margin,
                        hull.y() - margin,
                        hull.width() + 2 * margin,
                        hull.height() + 2 * margin);
        LightPatch patch = LightPatch.of(picture, colour, box);
        return switch (new BarFinder(patch, from, to).find()) {
            case BarFinder.Missed(Refusal reason) -> new BarOutcome.Refused(edge, reason);
            case BarFinder.Found found -> fitted(picture, edge, first, second, patch, found);
        };
    }

    private static BarOutcome fitted(
            DecodedImage picture,
            Schema.Edge edge,
            Keypoint first,
            Keypoint second,
            LightPatch patch,
            BarFinder.Found found) {
        Optional<BarFit.Fit> fit = new BarFit(patch, found).fit();
        Optional<Refusal> reason =
                fit.isEmpty()
                        ? Optional.of(Refusal.UNCERTAIN)
                        : EndCheck.refusal(fit.get(), first.at(), second.at(), patch, found.peak());
        return reason.isPresent()
                ? new BarOutcome.Refused(edge, reason.get())
                : new BarOutcome.Fitted(
                        edge,
                        EndCheck.judged(fit.get().low(), first, picture.size()),
                        EndCheck.judged(fit.get().high(), second, picture.size()),
                        fit.get().shape());
    }
}
