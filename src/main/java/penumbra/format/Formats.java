package penumbra.format;

import java.util.List;
import java.util.Optional;
import penumbra.format.plate.AtLabelMaster10Format;
import penumbra.format.plate.LabelMaster10Format;
import penumbra.format.plate.Sjtu9Format;
import penumbra.format.plate.Tju9Format;
import penumbra.format.skeleton.CocoFormat;
import penumbra.format.skeleton.CvatFormat;
import penumbra.format.skeleton.DatumaroFormat;
import penumbra.format.skeleton.LabelMeFormat;
import penumbra.format.skeleton.LabelStudioFormat;
import penumbra.format.yolo.YoloPoseFormat;

/// The label formats that can be read. A new format is one file and one line here.
public final class Formats {

    public static final List<LabelFormat> ALL =
            List.of(
                    new YoloPoseFormat(),
                    new Sjtu9Format(),
                    new Tju9Format(),
                    new LabelMaster10Format(),
                    new AtLabelMaster10Format(),
                    new CocoFormat(),
                    new CvatFormat(),
                    new LabelMeFormat(),
                    new LabelStudioFormat(),
                    new DatumaroFormat());

    private Formats() {}

    public static Optional<LabelFormat> byId(String id) {
        return ALL.stream().filter(format -> format.id().equals(id)).findFirst();
    }
}
