package penumbra.data.scene;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import penumbra.geometry.Point;
import penumbra.model.Keypoint;
import penumbra.model.Schema;
import penumbra.model.Target;
import penumbra.uncertainty.SmallestGap;

/// How a person misses the true endpoints: presets of label noise, added to clean truth.
///
/// Every labelled point gets, on its own, an error along its edge (for a plate: along its light
/// bar) and one across, both normal, in picture px:
///
/// | preset | along | across | outliers | bias outwards |
/// |---|---|---|---|---|
/// | A | 1.5 | 1.5 | none | 0 |
/// | B | 1.5 | 1.5 | 10 %, error times 5 | 0 |
/// | C | `s = sqrt(1.5² + (0.03 d_min)²)` | `s / 3` | 5 %, error times 5 | 0 |
/// | D | as C | as C | as C | 1 px along the edge |
///
/// `d_min` is the smallest distance between two labelled points of the target. Outwards is away
/// from the other end of the edge, so D makes every bar too long by 2 px. An outlier's bias is not
/// enlarged. A point whose edge has no other labelled end, or no length, takes the picture's
/// vertical for the edge and has no bias.
///
/// Source: Penumbra's own benchmark design; B is the contaminated normal of robust statistics.
public enum LabelNoise {
    /// The truth itself.
    NONE(0, 0, 1, 0, 0),
    /// Even in all directions.
    A(1.5, 0, 1, 0, 0),
    /// Even, with outliers.
    B(1.5, 0, 1, 0.10, 0),
    /// Growing with the target and longer along the edge, with outliers.
    C(1.5, 0.03, 3, 0.05, 0),
    /// As C, and outwards on average.
    D(1.5, 0.03, 3, 0.05, 1);

    private static final double OUTLIER = 5;

    private final double base;
    private final double growth;
    private final double aspect;
    private final double outliers;
    private final double bias;

    LabelNoise(double base, double growth, double aspect, double outliers, double bias) {
        this.base = base;
        this.growth = growth;
        this.aspect = aspect;
        this.outliers = outliers;
        this.bias = bias;
    }

    /// Standard deviation along an edge, px, outliers aside.
    ///
    /// @param dMin smallest distance between two labelled points of the target, px
    public double sigmaAlong(double dMin) {
        return Math.sqrt(base * base + growth * dMin * growth * dMin);
    }

    /// Standard deviation across an edge, px, outliers aside.
    ///
    /// @param dMin smallest distance between two labelled points of the target, px
    public double sigmaAcross(double dMin) {
        return sigmaAlong(dMin) / aspect;
    }

    /// Share of points that are outliers.
    public double outlierShare() {
        return outliers;
    }

    /// Mean error outwards along an edge, px.
    public double bias() {
        return bias;
    }

    /// The label a person would have made of the truth. Id, class, visibility and a stated box
    /// stay; so does a point without a position.
    ///
    /// @param schema names the edges
    /// @param random three draws for every labelled point, none for others
    public Target apply(Target truth, Schema schema, RandomGenerator random) {
        if (this == NONE) {
            return truth;
        }
        double dMin = SmallestGap.of(truth.labelledPoints()).orElse(0);
        List<Keypoint> noisy = new ArrayList<>();
        for (int i = 0; i < truth.keypoints().size(); i++) {
            Keypoint k = truth.keypoints().get(i);
            Optional<Point> outwards = schema.outwards(truth.keypoints(), i);
            noisy.add(k.labelled() ? moved(k, outwards, dMin, random) : k);
        }
        return truth.withKeypoints(noisy);
    }

    private Keypoint moved(
            Keypoint truth, Optional<Point> outwards, double dMin, RandomGenerator random) {
        Point out = outwards.orElse(new Point(0, 1));
        Point across = new Point(-out.y(), out.x());
        double wide = random.nextDouble() < outliers ? OUTLIER : 1;
        double along =
                wide * sigmaAlong(dMin) * random.nextGaussian() + (outwards.isPresent() ? bias : 0);
        double aside = wide * sigmaAcross(dMin) * random.nextGaussian();
        Point at = truth.at().plus(out.times(along)).plus(across.times(aside));
        return new Keypoint(at, truth.visibility());
    }
}
