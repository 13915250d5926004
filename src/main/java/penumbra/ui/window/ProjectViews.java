package penumbra.ui.window;

import java.util.Optional;
import penumbra.edit.tool.PlateTool;
import penumbra.model.LabelledImage;
import penumbra.ui.ProjectView;
import penumbra.ui.Studio;
import penumbra.ui.canvas.CanvasState;

/// How a project is looked at, noted and restored.
final class ProjectViews {

    private ProjectViews() {}

    /// How it is looked at now.
    ///
    /// @param splits whose shares of the width and chosen tab are kept
    static ProjectView note(Studio studio, CanvasState state, ProjectView splits) {
        return new ProjectView(
                studio.pictureProperty().get().map(LabelledImage::path).orElse(""),
                state.viewportProperty().get(),
                studio.searchProperty().get(),
                state.plateToolProperty().get().map(PlateTool::id).orElse(""),
                state.displayProperty().get(),
                state.stickersProperty().get(),
                splits.list(),
                splits.inspector(),
                splits.tab(),
                splits.explore());
    }

    /// Looks at it as before; what is no longer there is left out.
    static void restore(ProjectView view, Studio studio, CanvasState state) {
        studio.project().images().stream()
                .filter(image -> image.path().equals(view.picture()))
                .findFirst()
                .ifPresent(image -> studio.show(image.id()));
        studio.searchProperty().set(view.search());
        state.viewportProperty().set(view.viewport());
        state.plateToolProperty().set(toolOf(view.tool()));
        state.displayProperty().set(view.display());
        state.stickersProperty().set(view.stickers());
    }

    private static Optional<PlateTool> toolOf(String id) {
        return PlateTool.ALL.stream().filter(tool -> tool.id().equals(id)).findFirst();
    }
}
