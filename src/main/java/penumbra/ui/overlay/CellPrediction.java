package penumbra.ui.overlay;

import java.util.List;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.OffsetField;

/// What the cells of a map say of one keypoint. Frame: cells, (0, 0) being the middle of the first
/// cell.
sealed interface CellPrediction permits MadeUpPrediction, RecordedPrediction {

    /// The truth.
    Point label();

    /// The cells of a part of the map, row by row.
    List<Candidate> candidates(CellPart part);

    /// The second offset map, for a part of the map whose first cell becomes (0, 0).
    OffsetField local(CellPart part);
}
