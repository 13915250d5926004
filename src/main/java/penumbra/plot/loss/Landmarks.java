package penumbra.plot.loss;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.loss.CalibratedOks;
import penumbra.loss.Helium;
import penumbra.loss.HeliumElliptic;
import penumbra.loss.HeliumMahalanobis;
import penumbra.loss.HeliumPrecision;
import penumbra.loss.KeypointLoss;
import penumbra.loss.Oks;
import penumbra.loss.Rice;
import penumbra.loss.SmoothL1;
import penumbra.loss.SmoothL1Helium;
import penumbra.plot.Figure;
import penumbra.plot.Figure.Style;
import penumbra.text.Texts;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// Places of the plane about a label that a loss is made of: sample points, the circle at which OKS
/// bends, the square within which smooth L1 is a parabola.
final class Landmarks {

    private static final Point LABEL = new Point(0, 0);
    private static final int CORNERS = 96;
    private static final int LABEL_LOOK = 1;
    private static final int LOOK = 4;

    private Landmarks() {}

    /// The label first.
    static List<Figure> of(KeypointLoss loss, LabelContext label) {
        List<Figure> figures = new ArrayList<>();
        EndNoise noise = label.noise();
        switch (loss) {
            case Helium l -> figures.add(samples(l.sigma(), label));
            case SmoothL1Helium l -> figures.add(samples(l.helium().sigma(), label));
            case HeliumPrecision l -> figures.add(samples(l.sigma(), label));
            case HeliumElliptic _, HeliumMahalanobis _ ->
                    figures.add(samples(Rings.points(LABEL, noise)));
            case Rice l -> {
                double sigma = l.sigma().sigma(label);
                figures.add(ring("ring.sigma", ellipse(new Point(1, 0), sigma, sigma)));
            }
            case Oks l -> {
                double bend = 2 * l.sigma() * Math.sqrt(label.scale().area());
                figures.add(ring("ring.kappa", ellipse(new Point(1, 0), bend, bend)));
            }
            case CalibratedOks l ->
                    figures.add(
                            ring(
                                    "ring.spread",
                                    ellipse(
                                            noise.direction(),
                                            l.spread() * noise.along(),
                                            l.spread() * noise.across())));
            case SmoothL1 l when l.shape() == SmoothL1.Shape.COORDINATE ->
                    figures.add(ring("ring.threshold", square(l.threshold())));
            case SmoothL1 l ->
                    figures.add(
                            ring(
                                    "ring.threshold",
                                    ellipse(new Point(1, 0), l.threshold(), l.threshold())));
            default -> {}
        }
        figures.add(new Figure(text("label"), List.of(LABEL), Style.CROSSES, LABEL_LOOK));
        return figures;
    }

    private static Figure samples(SigmaLaw law, LabelContext label) {
        return samples(Rings.points(LABEL, law.sigma(label)));
    }

    private static Figure samples(List<Point> points) {
        return new Figure(text("samples"), points, Style.DOTS, LOOK);
    }

    private static Figure ring(String key, List<Point> points) {
        return new Figure(text(key), points, Style.RING, LOOK);
    }

    private static List<Point> ellipse(Point direction, double along, double across) {
        Point normal = new Point(-direction.y(), direction.x());
        List<Point> points = new ArrayList<>(CORNERS);
        for (int i = 0; i < CORNERS; i++) {
            double angle = 2 * Math.PI * i / CORNERS;
            points.add(
                    direction
                            .times(along * Math.cos(angle))
                            .plus(normal.times(across * Math.sin(angle))));
        }
        return points;
    }

    private static List<Point> square(double half) {
        return List.of(
                new Point(-half, -half),
                new Point(half, -half),
                new Point(half, half),
                new Point(-half, half));
    }

    private static String text(String key) {
        return Texts.of(Landmarks.class, key);
    }
}
