package penumbra.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// How far the labels of a project scatter, measured from people: the CALIBRATED deviations along
/// and across a light bar by the size of the target. Picture px; a deviation is that of one label.
///
/// @param along the light bar
/// @param across it
/// @param spans how sure the law is at some sizes, ascending by gap
/// @param pairs number of keypoints labelled twice that it was measured on
/// @param annotators who looked a second time
/// @param looks ids of the second looks that it comes from
/// @param measured when
public record LabelNoise(
        AxisLaw along,
        AxisLaw across,
        List<Span> spans,
        int pairs,
        List<String> annotators,
        List<UUID> looks,
        Instant measured) {

    /// Deviations with their intervals for targets with a gap, px.
    public record Span(double gap, Estimate along, Estimate across) {}

    public LabelNoise {
        spans = List.copyOf(spans);
        annotators = List.copyOf(annotators);
        looks = List.copyOf(looks);
    }
}
