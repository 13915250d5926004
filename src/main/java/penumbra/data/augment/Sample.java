package penumbra.data.augment;

import java.nio.file.Path;
import java.util.List;
import penumbra.data.input.InputLabel;
import penumbra.data.input.RgbImage;
import penumbra.geometry.Size;

/// A picture with its labels, in the frame of its pixels.
///
/// @param origin the file that the picture, or the largest part of it, comes from
public record Sample(RgbImage image, List<InputLabel> labels, Path origin) {

    public Sample {
        labels = List.copyOf(labels);
    }

    public Size size() {
        return image.size();
    }

    /// The same labels on other pixels.
    public Sample withImage(RgbImage other) {
        return new Sample(other, labels, origin);
    }
}
