package penumbra.ui.window;

import javafx.beans.value.ObservableValue;
import org.controlsfx.control.action.Action;
import penumbra.text.Texts;
import penumbra.ui.Studio;
import penumbra.ui.explore.ExploreWorkspace;
import penumbra.ui.file.FindingsDialog;
import penumbra.ui.train.Starter;
import penumbra.ui.train.TrainWorkspace;

/// What the workspaces and the desktop are given by the window.
final class Given {

    private Given() {}

    static ExploreWorkspace.Around explore(StudioWindow window, ObservableValue<Boolean> dark) {
        return new ExploreWorkspace.Around(
                dark, window.pool(), window.background(), window.notices()::tell, window::fail);
    }

    static TrainWorkspace.Around train(
            StudioWindow window, ObservableValue<Boolean> dark, Starter starter) {
        return new TrainWorkspace.Around(
                dark,
                window.pool(),
                window.pictures(),
                window.background(),
                starter,
                window.notices()::tell,
                (sentence, lines) ->
                        window.notices()
                                .fail(
                                        sentence,
                                        new Action(
                                                Texts.of(Given.class, "details"),
                                                _ -> FindingsDialog.show(window.stage(), lines))),
                window::fail);
    }

    /// What the window is called: the project, and whether it is on disk.
    static ObservableValue<String> title(Studio open) {
        String name = open.file().path().getFileName().toString();
        return open.savedProperty()
                .map(saved -> Texts.of(Given.class, saved ? "title.saved" : "title.saving", name));
    }
}
