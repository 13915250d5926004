package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import penumbra.geometry.Point;
import penumbra.model.Target;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.RingWeights;
import penumbra.uncertainty.Rings;

/// The rings of one target as they are drawn: enlarged, with the label and the 24 points of each
/// keypoint as large as they weigh. Whether rings overlap is that of their true scale.
final class RingPainter implements Painting {

    private static final Color APART = Color.web("#5eead4");
    private static final Color MEETING = Color.web("#ff8a50");
    private static final double FAINT = 0.55;

    /// Smaller rings on the screen are left out: only a spot would be seen.
    private static final double LEAST_RING = 1.5;

    /// Points of rings that lie closer together on the screen would run into each other.
    private static final double LEAST_GAP = 4;

    private final Target target;
    private final RingWeights weights;
    private final boolean meeting;
    private final List<Enlarged> keypoints = new ArrayList<>();

    /// The rings of one keypoint, picture px.
    private record Enlarged(Point label, EndNoise scatter, List<Point> points) {

        double largest() {
            return Math.max(scatter.along(), scatter.across());
        }

        double smallest() {
            return Math.min(scatter.along(), scatter.across());
        }
    }

    /// @param rings at true scale
    /// @param weights shown as sizes
    RingPainter(Target target, HeliumRings rings, double magnification, RingWeights weights) {
        this.target = target;
        this.weights = weights;
        meeting = rings.overlapping();
        for (int k = 0; k < rings.scatter().size(); k++) {
            Point label = target.keypoints().get(k).at();
            rings.scatter()
                    .get(k)
                    .map(scatter -> scatter.scaled(magnification))
                    .ifPresent(s -> keypoints.add(new Enlarged(label, s, Rings.points(label, s))));
        }
    }

    @Override
    public void paint(Sight sight) {
        double reach = 3 * keypoints.stream().mapToDouble(Enlarged::largest).max().orElse(0);
        if (sight.onScreen(reach) >= LEAST_RING && sight.holds(target, reach)) {
            rings(sight);
            points(sight);
        }
    }

    /// All of them as one shape, which costs far less than each by itself.
    private void rings(Sight sight) {
        GraphicsContext g = sight.g();
        g.setLineWidth(1);
        g.setStroke((meeting ? MEETING : APART).deriveColor(0, 1, 1, FAINT));
        if (meeting) {
            g.setLineDashes(4, 3);
        }
        g.beginPath();
        for (Enlarged keypoint : keypoints) {
            Point at = sight.onScreen(keypoint.label());
            Point direction = keypoint.scatter().direction();
            g.save();
            g.translate(at.x(), at.y());
            g.rotate(Math.toDegrees(Math.atan2(direction.y(), direction.x())));
            for (int j = 1; j <= Rings.COUNT; j++) {
                double along = sight.onScreen(j * keypoint.scatter().along());
                double across = sight.onScreen(j * keypoint.scatter().across());
                g.moveTo(along, 0);
                g.arc(0, 0, along, across, 0, 360);
                g.closePath();
            }
            g.restore();
        }
        g.stroke();
        g.setLineDashes();
    }

    private void points(Sight sight) {
        List<Disc> discs = new ArrayList<>();
        List<Disc> labels = new ArrayList<>();
        for (Enlarged keypoint : keypoints) {
            double gap = sight.onScreen(keypoint.smallest());
            if (gap < LEAST_GAP) {
                continue;
            }
            for (int i = 0; i < keypoint.points().size(); i++) {
                double weight = weights.of(1 + i / Rings.POINTS);
                double radius = Math.min(radius(weight), gap / 2);
                discs.add(new Disc(sight.onScreen(keypoint.points().get(i)), radius));
            }
            labels.add(new Disc(sight.onScreen(keypoint.label()), Math.min(radius(1), gap / 2)));
        }
        sight.fill(discs, meeting ? MEETING : APART);
        sight.fill(labels, Color.WHITE);
    }

    private static double radius(double weight) {
        return 0.6 + 2.2 * Math.sqrt(weight);
    }
}
