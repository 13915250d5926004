package penumbra.metric;

import java.util.Comparator;
import java.util.List;

/// Labels and predictions of one picture.
public record Picture(List<Truth> truths, List<Detection> detections) {

    public Picture {
        truths = List.copyOf(truths);
        detections = List.copyOf(detections);
    }

    /// Predictions, surest first; equally sure ones as they came.
    List<Detection> byScore() {
        return detections.stream()
                .sorted(Comparator.comparingDouble(Detection::score).reversed())
                .toList();
    }
}
