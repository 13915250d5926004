package penumbra.loss;

import java.util.List;
import java.util.Optional;
import penumbra.uncertainty.Rings;
import penumbra.uncertainty.SigmaLaw;

/// The keypoint losses with their default hyper-parameters. A new loss is one file and one line.
public final class Losses {

    private static final double EPS = 1e-6;

    public static final List<KeypointLoss> ALL =
            List.of(
                    new L1(Coordinates.SUM),
                    new L2(L2.Form.SCALED, 0.1),
                    new Euclid(EPS),
                    new SmoothL1(1, SmoothL1.Shape.COORDINATE),
                    new SmoothL1Helium(
                            new Helium(SigmaLaw.PAPER, Rings.MEAN, Norm.L2, EPS),
                            1,
                            SmoothL1Helium.Level.KEYPOINT),
                    new Wing(10, 2),
                    new Helium(SigmaLaw.PAPER, Rings.MEAN, Norm.L2, EPS),
                    new Rice(SigmaLaw.PAPER),
                    new Oks(0.25),
                    new CalibratedOks(3, 1),
                    new HeliumPrecision(SigmaLaw.CALIBRATED, Rings.MEAN, 1, EPS),
                    new HeliumMahalanobis(Rings.MEAN, 1, EPS),
                    new HeliumElliptic(Rings.MEAN, EPS));

    private Losses() {}

    public static Optional<KeypointLoss> byId(String id) {
        return ALL.stream().filter(loss -> loss.id().equals(id)).findFirst();
    }
}
