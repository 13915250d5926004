package penumbra.ui.window;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import penumbra.text.Texts;
import penumbra.ui.Commands;
import penumbra.ui.Shortcut;

/// What the window shows while nothing is open: how to begin.
final class EmptyState {

    private EmptyState() {}

    static Node of(Doors doors, Commands commands) {
        FontIcon icon = new FontIcon(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE);
        icon.getStyleClass().add("empty-icon");
        Label title = new Label(text("empty.title"));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(text("empty.hint"));
        hint.getStyleClass().add("hint");
        HBox buttons = new HBox(10);
        buttons.setAlignment(Pos.CENTER);
        for (Shortcut shortcut :
                new Shortcut[] {Shortcut.OPEN_FOLDER, Shortcut.OPEN_PROJECT, Shortcut.OPEN_DATA}) {
            Button button = new Button(shortcut.label());
            button.setOnAction(_ -> commands.run(shortcut));
            buttons.getChildren().add(button);
        }
        ((Button) buttons.getChildren().getFirst()).getStyleClass().add("accent");
        if (doors.hasSample()) {
            Button sample = new Button(text("menu.sample"));
            sample.setOnAction(_ -> doors.openSample());
            buttons.getChildren().add(sample);
        }
        VBox all = new VBox(16, icon, title, hint, buttons);
        all.setAlignment(Pos.CENTER);
        all.getStyleClass().add("empty-state");
        return all;
    }

    private static String text(String key) {
        return Texts.of(EmptyState.class, key);
    }
}
