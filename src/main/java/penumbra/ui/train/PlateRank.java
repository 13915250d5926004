package penumbra.ui.train;

import java.util.Comparator;
import java.util.List;
import penumbra.metric.TargetErrors;
import penumbra.model.Schema;
import penumbra.run.Against;
import penumbra.run.PlateResult;

/// A plate of the validation part by how far off it is.
///
/// @param worst distance of a keypoint, picture px; infinite when the plate was missed
/// @param normalised mean distance over the side of the box; infinite when missed
record PlateRank(PlateResult plate, double worst, double normalised) {

    /// Those with clean truth only where that is asked for.
    static List<PlateRank> worstFirst(
            List<PlateResult> plates, Against against, List<Schema.Edge> bars) {
        return plates.stream()
                .flatMap(plate -> plate.errors(against, bars).map(e -> of(plate, e)).stream())
                .sorted(Comparator.comparingDouble(PlateRank::worst).reversed())
                .toList();
    }

    private static PlateRank of(PlateResult plate, TargetErrors errors) {
        List<Double> distances =
                errors.points().stream().map(TargetErrors.PointError::distance).toList();
        double worst = distances.stream().mapToDouble(d -> d).max().orElse(0);
        double mean = distances.stream().mapToDouble(d -> d).average().orElse(0);
        return new PlateRank(plate, worst, errors.side() > 0 ? mean / errors.side() : 0);
    }
}
