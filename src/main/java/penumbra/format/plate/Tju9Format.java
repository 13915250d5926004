package penumbra.format.plate;

import java.nio.file.Path;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `tju9`, the TJU variant of LabelRoboMaster: `id x1 y1 .. x4 y4`, normalised, points TL, BL, BR,
/// TR, no box and no colour.
///
/// The classes are the ids alone: G 0, 1 to 5, O 6, Bs 7, Bb 8; a class mapping joins them to the
/// coloured ones of a project. Points outside the picture are kept as occluded.
public record Tju9Format() implements LabelFormat {

    @Override
    public String id() {
        return PlateLayout.TJU9.id();
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return PlateText.read(source, PlateLayout.TJU9, annotator);
    }
}
