package penumbra.ui.overlay;

import java.util.ArrayList;
import java.util.List;
import penumbra.geometry.Point;
import penumbra.uncertainty.anchor.Candidate;
import penumbra.uncertainty.anchor.OffsetField;
import penumbra.uncertainty.record.PredictionRecord;

/// What a network said of one keypoint, as it was recorded. Cells beyond the recorded ones answer
/// for nothing.
///
/// @param width columns of the maps
/// @param height rows
record RecordedPrediction(Point label, PredictionRecord.Maps maps, int width, int height)
        implements CellPrediction {

    @Override
    public List<Candidate> candidates(CellPart part) {
        List<Candidate> candidates = new ArrayList<>(part.width() * part.height());
        for (int y = part.top(); y < part.top() + part.height(); y++) {
            for (int x = part.left(); x < part.left() + part.width(); x++) {
                boolean there = x < width && y < height;
                int i = y * width + x;
                candidates.add(
                        there
                                ? Candidate.of(
                                        x, y, maps.confidence().get(i), maps.offsets().get(i))
                                : Candidate.of(x, y, 0, new Point(0, 0)));
            }
        }
        return candidates;
    }

    @Override
    public OffsetField local(CellPart part) {
        List<Point> offsets = new ArrayList<>(part.width() * part.height());
        for (int y = part.top(); y < part.top() + part.height(); y++) {
            for (int x = part.left(); x < part.left() + part.width(); x++) {
                boolean there = x < width && y < height;
                offsets.add(there ? maps.local().get(y * width + x) : new Point(0, 0));
            }
        }
        return new OffsetField(part.width(), part.height(), offsets);
    }
}
