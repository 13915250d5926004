package penumbra.ui.window;

import java.io.IOException;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.testfx.framework.junit5.Start;
import penumbra.ui.Workspace;
import penumbra.ui.explore.ExploreWorkspace;
import penumbra.ui.explore.View;

/// Photographs the views of the Explore workspace.
class ExploreScreenshotTest extends Screenshots {

    @Start
    void start(Stage stage) {
        begin(stage);
    }

    private void explore(View view) {
        OpenWindow.fx(() -> {
            open.window.setWorkspace(Workspace.EXPLORE);
            open.window.exploreState().viewProperty().set(view);
            return null;
        });
    }

    private void settle() {
        OpenWindow.until(() -> open.window.explore().filter(ExploreWorkspace::settled).isPresent());
    }

    private void shootSettled(String name) throws IOException {
        inEveryDress(
                name,
                () -> {
                    settle();
                    return open.photograph();
                });
    }

    @Test
    void everyViewOnASelectedPlate() throws IOException {
        open.open(home.resolve("match"));
        label();
        for (View view : View.values()) {
            explore(view);
            shootSettled("explore-" + view.id());
        }
    }

    @Test
    void matchedSurfacesWithArrowsOnAnExamplePlate() throws IOException {
        open.open(home.resolve("match"));
        OpenWindow.fx(() -> {
            open.window.exploreState().matchedProperty().set(true);
            open.window.exploreState().arrowsProperty().set(true);
            open.window.exploreState().choose("l2", false);
            open.window.exploreState().choose("smoothl1", false);
            open.window.exploreState().choose("helium-maha", true);
            return null;
        });
        explore(View.SURFACE);
        shootSettled("explore-matched");
    }
}
