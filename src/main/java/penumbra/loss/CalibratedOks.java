package penumbra.loss;

import penumbra.geometry.Point;
import penumbra.uncertainty.EndNoise;
import penumbra.uncertainty.LabelContext;

/// Object keypoint similarity with the label noise that people were measured to have.
///
/// Formula: `1 - exp(-z² / 2)`, `z² = (e·û / a)² + (e·n̂ / b)²`, a and b `spread` times the
/// deviations along and across the bar. Ours. It lets go of labels that are grossly wrong, and of
/// predictions that are still far: while `progress` goes from 0 to 1 a and b shrink, in ratio, from
/// half the square root of the box's area to their end.
///
/// @param spread deviations at which it bends, 3 as measured best for outliers
/// @param progress of training, 0 to 1; a run goes from 0 to the one that is asked for
public record CalibratedOks(double spread, double progress) implements KeypointLoss {

    private static final double START = 0.5;

    public CalibratedOks {
        Require.positive("spread", spread);
        if (!(progress >= 0 && progress <= 1)) {
            throw new IllegalArgumentException("progress is 0 to 1, not " + progress);
        }
    }

    @Override
    public String id() {
        return "oks-cal";
    }

    @Override
    public int degree() {
        return 0;
    }

    @Override
    public LossValue at(Point e, LabelContext label) {
        EndNoise noise = label.noise();
        double start = START * Math.sqrt(label.scale().area());
        double along = width(start, spread * noise.along());
        double across = width(start, spread * noise.across());
        LossValue white = Oks.at(Whitening.of(e, noise.direction(), along, across), 1);
        return Whitening.back(white, noise.direction(), along, across);
    }

    private double width(double start, double end) {
        return start > end ? start * Math.pow(end / start, progress) : end;
    }
}
