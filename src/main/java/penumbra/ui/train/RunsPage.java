package penumbra.ui.train;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The table of all runs, what a person wrote about the one that is looked at, and those that are
/// chosen compared.
final class RunsPage {

    private final NotesField notes;
    private final VBox node;

    RunsPage(RunTable table, NotesField notes, ComparisonView comparison) {
        this.notes = notes;
        VBox.setVgrow(table.node(), Priority.ALWAYS);
        node = new VBox(8, table.node(), notes.node(), comparison.node());
        node.setPadding(new Insets(10));
    }

    Node node() {
        return node;
    }

    void show(WatchedRun run) {
        notes.show(Optional.of(run));
    }
}
