package penumbra.format.export;

import java.util.List;
import java.util.Optional;

/// All export formats.
public final class ExportFormats {

    public static final List<ExportFormat> ALL = List.of(new YoloPoseExport(), new CocoExport());

    private ExportFormats() {}

    public static Optional<ExportFormat> ofId(String id) {
        return ALL.stream().filter(f -> f.id().equals(id)).findFirst();
    }
}
