package penumbra.format.plate;

import java.nio.file.Path;
import penumbra.format.FormatException;
import penumbra.format.LabelFormat;
import penumbra.format.LabelSet;

/// `sjtu9`, LabelRoboMaster: `cls x1 y1 .. x4 y4`, normalised, points TL, BL, BR, TR, no box.
///
/// `cls = colour * 9 + id` with colour B 0, R 1, N (off) 2, P 3 and id G 0, 1 to 5, O 6, Bs 7, Bb
/// 8: 36 classes, named colour then id (`BG`, `R3`, `PBs`). Points outside the picture are kept as
/// occluded.
public record Sjtu9Format() implements LabelFormat {

    @Override
    public String id() {
        return PlateLayout.SJTU9.id();
    }

    @Override
    public LabelSet read(Path source, String annotator) throws FormatException {
        return PlateText.read(source, PlateLayout.SJTU9, annotator);
    }
}
