package penumbra.store;

import java.nio.file.Path;
import java.util.List;

/// What a rescue copy holds.
///
/// @param file the copy
/// @param pictures number of pictures in it
/// @param targets number of labelled targets in it
/// @param findings one sentence for everything that is not known to be as it was; empty when
///   nothing was lost
public record RescueReport(Path file, int pictures, int targets, List<String> findings) {

    public RescueReport {
        findings = List.copyOf(findings);
    }
}
