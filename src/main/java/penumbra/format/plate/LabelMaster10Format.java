package penumbra.format.plate;

import java.nio.file.Path;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `labelmaster10`, LabelMaster (HITSZ): `x1 y1 .. x4 y4 id colour`, normalised, points TL, BL, BR,
/// TR, no box.
///
/// id G 0, 1 to 5, O 6, Bs 7, Bb 8, L3 9, L4 10, L5 11; colour B 0, R 1, N (off) 2, P 3: 48
/// classes, named colour then id. Points outside the picture are kept as occluded.
public record LabelMaster10Format() implements LabelFormat {

    @Override
    public String id() {
        return PlateLayout.LABELMASTER10.id();
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return PlateText.read(source, PlateLayout.LABELMASTER10, annotator);
    }
}
