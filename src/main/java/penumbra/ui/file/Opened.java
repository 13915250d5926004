package penumbra.ui.file;

import java.util.List;
import java.util.Optional;
import penumbra.format.Finding;
import penumbra.model.Project;
import penumbra.run.RunFolder;
import penumbra.store.ProjectStore;
import penumbra.ui.Pictures;

/// A project that is ready for the window.
///
/// @param store open
/// @param project what it holds by now, pictures that were found included
/// @param pictures of that project, sorted
/// @param findings what was noticed on the way, refused pictures among it
/// @param beside labels of another tool that lie beside the pictures and are not in the project
/// @param run whose folder was named, if one was
public record Opened(
        ProjectStore store,
        Project project,
        Pictures pictures,
        List<Finding> findings,
        Optional<LabelsBeside> beside,
        Optional<RunFolder> run) {

    public Opened {
        findings = List.copyOf(findings);
    }

    Opened of(RunFolder named) {
        return new Opened(store, project, pictures, findings, beside, Optional.of(named));
    }
}
