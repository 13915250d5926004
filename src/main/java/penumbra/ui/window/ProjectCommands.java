package penumbra.ui.window;

import java.util.Optional;
import penumbra.ui.Commands;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.Workspace;
import penumbra.ui.dataset.DatasetWindow;
import penumbra.ui.file.CameraDialog;
import penumbra.ui.predict.PredictDialog;
import penumbra.ui.predict.Predicting;

/// What concerns the open project as a whole: its network, its camera, what it holds.
record ProjectCommands(
        StudioWindow window, Doors doors, Studio studio, Optional<Predicting> predicting) {

    void addTo(Commands commands) {
        commands.on(Shortcut.PREDICT, this::predict);
        commands.on(Shortcut.CAMERA, this::askCamera);
        commands.on(Shortcut.DATASET, this::showDataset);
    }

    /// Asks which network is to look at what; not where nothing could be decided about it.
    private void predict() {
        if (doors.editable(studio)) {
            new PredictDialog(window.stage(), studio, window.background())
                    .show(order -> predicting.ifPresent(p -> p.start(order)));
        }
    }

    /// Shows the statistics; a bar of them leads to its pictures.
    private void showDataset() {
        new DatasetWindow(
                        window.stage(),
                        studio,
                        window.background(),
                        query -> {
                            window.setWorkspace(Workspace.ANNOTATE);
                            studio.searchProperty().set(query);
                        },
                        window::fail)
                .show();
    }

    private void askCamera() {
        if (doors.editable(studio)) {
            new CameraDialog(window.stage(), studio.cameraProperty().get())
                    .show(new CameraKeeper(studio, window.pool(), window::fail)::use);
        }
    }
}
