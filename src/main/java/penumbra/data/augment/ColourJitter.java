package penumbra.data.augment;

import java.util.random.RandomGenerator;
import penumbra.data.input.HsvShift;

/// Hue, saturation and brightness of stored values shifted, each by a uniform draw in this order.
///
/// Source: Ultralytics 8.3.253, `RandomHSV`.
///
/// @param hue largest shift, part of the circle
/// @param saturation largest change, a share
/// @param value largest change of the brightness, a share
public record ColourJitter(double hue, double saturation, double value) {

    public Sample apply(Sample sample, RandomGenerator random) {
        HsvShift shift =
                new HsvShift(
                        hue * (2 * random.nextDouble() - 1),
                        saturation * (2 * random.nextDouble() - 1),
                        value * (2 * random.nextDouble() - 1));
        return hue == 0 && saturation == 0 && value == 0
                ? sample
                : sample.withImage(shift.apply(sample.image()));
    }
}
