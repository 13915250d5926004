package penumbra.snap;

import java.util.List;
import java.util.Optional;
import penumbra.geometry.Covariance;
import penumbra.model.Target;

/// What came of snapping a plate.
public sealed interface SnapResult {

    /// One outcome for each edge of the schema, in its order.
    List<BarOutcome> bars();

    /// At least one endpoint lies on its bar now.
    ///
    /// @param target the plate; points without evidence are where they were
    /// @param covariances for each keypoint in schema order, picture px; empty for a point that was
    ///   not snapped
    record Snapped(Target target, List<Optional<Covariance>> covariances, List<BarOutcome> bars)
            implements SnapResult {

        public Snapped {
            covariances = List.copyOf(covariances);
            bars = List.copyOf(bars);
        }
    }

    /// No endpoint was moved; the reasons are in the bars.
    record Refused(List<BarOutcome> bars) implements SnapResult {

        public Refused {
            bars = List.copyOf(bars);
        }
    }
}
