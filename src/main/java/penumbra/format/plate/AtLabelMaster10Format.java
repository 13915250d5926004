package penumbra.format.plate;

import java.nio.file.Path;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `atlabelmaster10`, the early form of ATLabelMaster: `colour id x1 y1 .. x4 y4`, normalised,
/// points TL, BL, BR, TR, no box.
///
/// colour B 0, R 1, N (off) 2, P 3; id G 0, 1 to 4, O 5, base 6 (small and big alike, so named
/// `BB`, `RB` as in the default schema): 28 classes. Points outside the picture are kept as
/// occluded.
public record AtLabelMaster10Format() implements LabelFormat {

    @Override
    public String id() {
        return PlateLayout.ATLABELMASTER10.id();
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return PlateText.read(source, PlateLayout.ATLABELMASTER10, annotator);
    }
}
