package penumbra.engine.heatmap;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How the heat-map head says where keypoints are, besides what their target's centre says.
public enum KeypointForm {
    /// A map of logits for each keypoint and one offset within the cell for all: `K + 2` channels.
    CENTERNET,
    /// A map of heights for each keypoint, trained as a Gaussian: `K` channels.
    ADALOSS,
    /// Confidence, offset and local offset for each keypoint: `K + 2 K + 2 K` channels.
    ADAANCHOR;

    /// Stable name in files and on the command line.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<KeypointForm> byId(String id) {
        return Arrays.stream(values()).filter(form -> form.id().equals(id)).findFirst();
    }

    /// The form with that many channels.
    public static Optional<KeypointForm> of(int channels, int keypoints) {
        return Arrays.stream(values())
                .filter(form -> form.channels(keypoints) == channels)
                .findFirst();
    }

    int channels(int keypoints) {
        return switch (this) {
            case CENTERNET -> keypoints + 2;
            case ADALOSS -> keypoints;
            case ADAANCHOR -> 5 * keypoints;
        };
    }

    /// Whether the first K of them are logits of probabilities.
    public boolean logits() {
        return this != ADALOSS;
    }
}
