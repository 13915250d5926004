package penumbra.ui.calibrate;

import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import penumbra.edit.Selection;
import penumbra.edit.calibrate.LookSession;
import penumbra.model.BlindLook;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Theme;

/// The window of the blind second look: start, looks, result. While it asks for plates the studio's
/// own window is empty, so that no label is to be seen anywhere.
public final class SecondLookWindow {

    private static final double SHARE = 0.94;

    private final Around around;
    private final Stage stage = new Stage();
    private final BorderPane root = new BorderPane();
    private final Runnable zoom;
    private final Commands commands = new Commands();
    private Optional<LookView> look = Optional.empty();

    /// @param zoom zooms the studio to the plate that is selected
    public SecondLookWindow(Around around, Runnable zoom) {
        this.around = around;
        this.zoom = zoom;
        Scene owner = around.owner().getScene();
        stage.initOwner(around.owner());
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(Texts.of(SecondLookWindow.class, "look.title"));
        stage.setScene(new Scene(root, SHARE * owner.getWidth(), SHARE * owner.getHeight()));
        Theme.dress(stage.getScene());
        commands.use(around.keymap());
        commands.listenTo(stage.getScene());
        stage.getScene().addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        root.getStyleClass().add("second-look");
        stage.setOnCloseRequest(event -> {
            if (look.isPresent()) {
                event.consume();
                ended(look.get().session());
            }
        });
        stage.setOnHidden(_ -> hideLabels(false));
    }

    /// Shows the window; asks first who looks.
    public void show() {
        start();
        stage.show();
    }

    private void start() {
        put(
                new StartPanel(
                                around.studio(),
                                around.annotator(),
                                new Random().nextLong(),
                                this::begin,
                                this::result,
                                stage::close)
                        .node());
    }

    private void begin(LookSession session) {
        hideLabels(true);
        LookView view = new LookView(around, commands, session, this::ended);
        look = Optional.of(view);
        root.setCenter(view.node());
        view.takeFocus();
    }

    /// Enter keeps a plate wherever the keyboard is.
    private void pressed(KeyEvent event) {
        if (look.isPresent() && event.getCode() == KeyCode.ENTER) {
            event.consume();
            look.get().keep();
        }
    }

    private void ended(LookSession session) {
        look = Optional.empty();
        commands.clear();
        hideLabels(false);
        if (session.answered() > 0) {
            result();
        } else {
            start();
        }
    }

    private void result() {
        put(new ResultView(around, this::goTo, this::start, stage::close).node());
    }

    /// Shows a plate in the studio, which comes to the front.
    private void goTo(BlindLook at) {
        UUID target = at.first().id();
        stage.close();
        around.studio().show(at.imageId());
        around.studio()
                .pictureProperty()
                .get()
                .filter(p -> p.targets().stream().anyMatch(t -> t.id().equals(target)))
                .ifPresent(p -> {
                    around.studio()
                            .selectionProperty()
                            .set(Optional.of(Selection.whole(p.id(), target)));
                    zoom.run();
                });
    }

    private void put(Node content) {
        root.setCenter(new StackPane(content));
    }

    private void hideLabels(boolean hidden) {
        around.owner().getScene().getRoot().setVisible(!hidden);
    }
}
