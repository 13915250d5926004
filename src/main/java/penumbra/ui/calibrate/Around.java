package penumbra.ui.calibrate;

import java.util.concurrent.Executor;
import javafx.stage.Stage;
import penumbra.data.Display;
import penumbra.data.PictureCache;
import penumbra.plot.Skin;
import penumbra.ui.Background;
import penumbra.ui.Keymap;
import penumbra.ui.Studio;

/// What a second look is given by the window.
///
/// @param owner the window whose content is hidden while plates are looked at
/// @param studio the project that is open
/// @param annotator who works here
/// @param display how pictures are shown
/// @param pool draws charts
public record Around(
        Stage owner,
        Studio studio,
        String annotator,
        Display display,
        Keymap keymap,
        PictureCache pictures,
        Background background,
        Executor pool,
        Skin skin) {}
