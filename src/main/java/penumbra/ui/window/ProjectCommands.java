package penumbra.ui.window;

import java.util.Optional;
import penumbra.ui.Commands;
import penumbra.ui.Keymap;
import penumbra.ui.Shortcut;
import penumbra.ui.Studio;
import penumbra.ui.Workspace;
import penumbra.ui.dataset.DatasetWindow;
import penumbra.ui.file.CameraDialog;
import penumbra.ui.predict.PredictDialog;
import penumbra.ui.predict.Predicting;
import penumbra.ui.predict.ProposalFile;

/// What is done with the open project besides labelling: a network is asked, the camera told, the
/// statistics shown. What lies in files beside the project is read and written here.
final class ProjectCommands {

    private final Studio studio;
    private final StudioWindow window;
    private final Doors doors;
    private final Predicting predicting;
    private final CameraKeeper camera;

    private ProjectCommands(Studio studio, StudioWindow window, Doors doors) {
        this.studio = studio;
        this.window = window;
        this.doors = doors;
        predicting =
                new Predicting(studio, window.background(), window.notices()::tell, window::fail);
        camera = new CameraKeeper(studio, window.pool(), window::fail);
    }

    /// Those of a project that was opened.
    static ProjectCommands of(Studio studio, StudioWindow window, Doors doors) {
        ProposalFile.keep(studio, window.pool(), window::fail);
        ProjectCommands commands = new ProjectCommands(studio, window, doors);
        commands.camera.read();
        return commands;
    }

    void addTo(Commands commands) {
        commands.on(Shortcut.PREDICT, this::predict);
        commands.on(Shortcut.CAMERA, this::askCamera);
        commands.on(Shortcut.DATASET, () -> showDataset(commands.keymap()));
    }

    /// The project is closed.
    void close() {
        predicting.stop();
    }

    /// Asks which network is to look at what; not where nothing could be decided about it.
    private void predict() {
        if (doors.editable(studio)) {
            new PredictDialog(window.stage(), studio, window.background()).show(predicting::start);
        }
    }

    private void askCamera() {
        if (doors.editable(studio)) {
            new CameraDialog(window.stage(), studio.cameraProperty().get()).show(camera::use);
        }
    }

    /// Shows the statistics; a bar of them leads to its pictures, a row to its plate.
    private void showDataset(Keymap keymap) {
        DatasetWindow.Ways ways =
                new DatasetWindow.Ways(
                        query -> {
                            window.setWorkspace(Workspace.ANNOTATE);
                            studio.searchProperty().set(query);
                        },
                        plate -> {
                            window.setWorkspace(Workspace.ANNOTATE);
                            studio.show(plate.imageId());
                            studio.selectionProperty().set(Optional.of(plate));
                        },
                        window::fail);
        new DatasetWindow(window.stage(), studio, window.background(), keymap, ways).show();
    }
}
